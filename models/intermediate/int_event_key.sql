{{ config(materialized='table') }}
-- One row an event of a known report, as one number (macro event_key). Beside the logs: submission and
-- closing of reports whose rows carry a closing time, where their source has no log of its own.
with report as (
  select complaint_key, row_number from {{ ref('int_export') }} where is_newest
),
closing as (
  select c.complaint_key, c.submitted_at, c.closed_at, c.status
  from {{ ref('stg_landing__complaint') }} as c
  join report on report.row_number = c.rowid
  where c.has_closing
    and c.source not in (select source from {{ ref('stg_landing__batch') }} where kind = 'event')
)
select e.complaint_key, {{ event_key('e.event_at', 'e.event', 'e.agency_number') }} as event_key
from {{ ref('stg_landing__event') }} as e
semi join report on report.complaint_key = e.complaint_key
union all
select complaint_key, {{ event_key('submitted_at', "'submitted'", 'null') }} from closing
union all
-- Closing without a time is an event of unknown time; a report that is still open has none.
select complaint_key,
  {{ event_key('closed_at', "case when status in ('archived', 'deleted', 'withdrawn') then status else 'resolved' end", 'null') }}
from closing
where status in ('resolved', 'archived', 'deleted', 'withdrawn') or (status = 'unknown' and closed_at is not null)
