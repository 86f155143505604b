-- One row a report that was ever resolved: a clock from its first resolution to its first reopening.
with after_first as (
  select
    e.complaint_key,
    f.resolved as start_key,
    max(e.holder) filter (where e.event_key = f.resolved) as holder,
    min(e.event_key) filter (where e.event_key > f.resolved and {{ key_rank('e.event_key') }} = 11) as reopened,
    min(e.event_key) filter (where e.event_key > f.resolved and {{ key_rank('e.event_key') }} between 8 and 10)
      as ended
  from {{ ref('int_event') }} as e
  join {{ ref('int_event_first') }} as f
    on f.complaint_key = e.complaint_key and f.resolved is not null and e.event_key >= f.resolved
  where {{ key_rank('e.event_key') }} between 7 and 11
  group by e.complaint_key, f.resolved
),
dated as (
  select
    a.complaint_key,
    case when r.is_closing or a.holder is null then r.agency_code
      when a.holder = 0 then 'unknown' else agency.agency_code end as agency_code,
    a.start_key,
    {{ end_key('a.reopened', 'a.ended') }} as end_key,
    {{ key_stamp('a.start_key') }} as start_at,
    r.calendar,
    r.reopened_available
  from after_first as a
  join {{ ref('int_report') }} as r on r.complaint_key = a.complaint_key
  left join {{ ref('int_agency') }} as agency on agency.agency_number = a.holder
)
select
  d.complaint_key,
  d.agency_code,
  {{ as_code("coalesce(agency.agency_type, 'unknown')", 'agency_type') }} as agency_type,
  d.start_at::date as start_date,
  {{ w_of('start_day', 'd.calendar') }} as start_w,
  coalesce(start_day.month, {{ month_of('d.start_at') }}) as month,
  coalesce(start_day.quarter, {{ quarter_of('d.start_at') }}) as quarter,
  year(d.start_at)::integer as year,
  {{ key_stamp('d.end_key') }}::date as end_date,
  {{ w_of('end_day', 'd.calendar') }} as end_w,
  {{ key_event('d.end_key') }} as end_cause,
  null::integer as limit_days,
  ({{ time_status('d.reopened_available', 'd.start_at', 'start_day.w_weekdays', 'd.end_key', 'end_day.w_weekdays', 'd.start_at') }})::enum({{ code_list('time_status') }})
    as time_status
from dated as d
left join {{ ref('int_agency') }} as agency on agency.agency_code = d.agency_code
left join {{ ref('dim_date') }} as start_day on start_day.date_day = d.start_at::date
left join {{ ref('dim_date') }} as end_day on end_day.date_day = {{ key_stamp('d.end_key') }}::date
