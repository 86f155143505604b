{{ config(materialized='table') }}
-- Reports without a clock of resolution: between which export days they were resolved, or ended
-- otherwise. An export that shows an unknown status says nothing.
{%- set finished = "('resolved', 'archived', 'deleted', 'withdrawn')" %}
with report as (
  select complaint_key, row_number, submitted_date, known_at, status, is_single
  from {{ ref('int_report') }}
  where not resolve_available
),
seen as (
  select e.complaint_key, e.known_at, c.status
  from report
  join {{ ref('int_export') }} as e on e.complaint_key = report.complaint_key
  join {{ ref('stg_landing__complaint') }} as c on c.rowid = e.row_number
  where not report.is_single
),
first_end as (
  select complaint_key, min(known_at) as by_date, arg_min(status, known_at) as cause
  from seen
  where status in {{ finished }}
  group by complaint_key
),
last_open as (
  select seen.complaint_key, max(seen.known_at) as after_date
  from seen
  left join first_end on first_end.complaint_key = seen.complaint_key
  where seen.status not in {{ finished }} and seen.status <> 'unknown'
    and (first_end.by_date is null or seen.known_at < first_end.by_date)
  group by seen.complaint_key
),
bound as (
  select
    report.complaint_key,
    report.row_number,
    report.submitted_date,
    case when not report.is_single then last_open.after_date
      when report.status not in {{ finished }} and report.status <> 'unknown' then report.known_at end as after_date,
    case when not report.is_single then first_end.by_date
      when report.status in {{ finished }} then report.known_at end as by_date,
    case when not report.is_single then first_end.cause
      when report.status in {{ finished }} then report.status end as cause
  from report
  left join first_end on first_end.complaint_key = report.complaint_key
  left join last_open on last_open.complaint_key = report.complaint_key
),
-- A day before the submission (an export declared too old) bounds nothing.
within as (
  select
    complaint_key,
    row_number,
    case when after_date < submitted_date then null else after_date end as after_date,
    case when by_date is not null then greatest(by_date, submitted_date) end as by_date,
    cause
  from bound
  where after_date is not null or by_date is not null
)
select
  w.complaint_key,
  w.after_date,
  {{ w_of('after_day', 'c.calendar') }} as after_w,
  w.by_date,
  {{ w_of('by_day', 'c.calendar') }} as by_w,
  w.cause
from within as w
join {{ ref('stg_landing__complaint') }} as c on c.rowid = w.row_number
left join {{ ref('dim_date') }} as after_day on after_day.date_day = w.after_date
left join {{ ref('dim_date') }} as by_day on by_day.date_day = w.by_date
