-- One row a forwarding of a report to an agency: each is a clock of its own.
with dated as (
  select
    f.*,
    c.calendar,
    c.classification,
    c.respond_citizen_time_status <> 'not_available' as available,
    {{ key_stamp('f.start_key') }} as start_at,
    {{ key_stamp('f.start_key') }}::date as start_date,
    {{ key_stamp('f.end_key') }}::date as end_date
  from {{ ref('int_forwarding') }} as f
  join {{ ref('fct_complaint') }} as c on c.complaint_key = f.complaint_key
)
select
  f.complaint_key,
  f.forwarding_seq,
  coalesce(agency.agency_code, 'unknown') as agency_code,
  {{ as_code("coalesce(agency.agency_type, 'unknown')", 'agency_type') }} as agency_type,
  f.start_date,
  {{ w_of('start_day', 'f.calendar') }} as start_w,
  coalesce(start_day.month, {{ month_of('f.start_date') }}) as month,
  coalesce(start_day.quarter, {{ quarter_of('f.start_date') }}) as quarter,
  year(f.start_date)::integer as year,
  f.end_date,
  {{ w_of('end_day', 'f.calendar') }} as end_w,
  {{ key_event('f.end_key') }} as end_cause,
  case when f.calendar = 'indonesia' then limits.respond_agency_limit end as limit_days,
  ({{ time_status('f.available', 'f.start_at', 'start_day.w_weekdays', 'f.end_key', 'end_day.w_weekdays', 'f.start_at') }})::enum({{ code_list('time_status') }})
    as time_status
from dated as f
left join {{ ref('int_agency') }} as agency on agency.agency_number = f.agency_number
left join {{ ref('dim_date') }} as start_day on start_day.date_day = f.start_date
left join {{ ref('dim_date') }} as end_day on end_day.date_day = f.end_date
left join {{ ref('int_clock_limit') }} as limits
  on limits.date_day = f.start_date and limits.classification = f.classification
