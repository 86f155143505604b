{{ config(materialized='table') }}
-- One row a report with events: the first of each kind. An unknown time sorts last, so that it stands
-- here only where no time of that kind is known.
with ranked as (
  select complaint_key, event_key, {{ key_rank('event_key') }}::utinyint as event_rank
  from {{ ref('int_event_key') }}
)
select
  complaint_key,
  min(event_key) filter (where event_rank = 1) as submitted,
  min(event_key) filter (where event_rank = 4) as forwarded,
  min(event_key) filter (where event_rank = 5) as responded,
  min(event_key) filter (where event_rank = 7) as resolved,
  min(event_key) filter (where event_rank between 8 and 10) as ended,
  coalesce(bool_or(event_rank <= 11 and {{ key_is_timed('event_key') }}), false) as is_usable
from ranked
group by complaint_key
