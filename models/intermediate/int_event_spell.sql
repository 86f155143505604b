{{ config(materialized='table') }}
-- States by the event log: one row a spell of an unchanged state, judged at the end of each day.
with day_end as (
  select complaint_key, {{ key_day('event_key') }} as day, state, holder,
    lag(state) over by_time as state_before,
    lag(holder) over by_time as holder_before
  from {{ ref('int_event') }}
  where ends_day and state > 0
  window by_time as (partition by complaint_key order by event_key)
)
select
  complaint_key,
  state,
  holder,
  state_before is null as is_first,
  day as first_day,
  lead(day) over (partition by complaint_key order by day) as next_day
from day_end
where state_before is null or state <> state_before or holder is distinct from holder_before
