-- One row a distinct report: its newest version, the reporter's attributes, the end of each clock.
{%- set clocks = ['verify', 'respond_citizen', 'resolve'] %}
{%- set periods = ['quarter', 'year'] %}
with dated as (
  select
    report.*
    {%- for clock in clocks %},
    {{ key_stamp(clock ~ '_key') }}::date as {{ clock }}_end_date
    {%- endfor %}
  from {{ ref('int_report') }} as report
),
returned as (
  select
    complaint_key
    {%- for n in [1, 2, 3] %},
    {{ key_stamp('keys[' ~ n ~ ']') }}::date as return_{{ n }}_date
    {%- endfor %}
  from (
    select complaint_key, min(event_key, 3) as keys
    from {{ ref('int_event') }}
    where {{ key_rank('event_key') }} = 3
    group by complaint_key
  )
)
select
  r.complaint_key,
  c.record_key,
  ('0x' || left(c.record_key::varchar, 8))::uinteger as short_record_key,
  coalesce(a.complainant_key, c.complainant_key) as complainant_key,
  several.complainant_number as repeat_complainant_key,
  c.source,
  c.synthetic,
  c.calendar,
  c.region_scheme,
  r.submitted_at,
  r.submitted_date,
  {{ w_of('start_day', 'c.calendar') }} as submitted_w,
  coalesce(start_day.month, {{ month_of('r.submitted_date') }}) as month,
  coalesce(start_day.quarter, {{ quarter_of('r.submitted_date') }}) as quarter,
  year(r.submitted_date)::integer as year,
  c.province_code,
  c.regency_code,
  c.regency_kind,
  c.category_code,
  c.sector,
  c.classification,
  c.channel,
  c.anonymity,
  {%- for field in ['sex', 'age_band', 'disability'] %}
  case when a.{{ field }} <> 'unknown' then a.{{ field }} else c.{{ field }} end as {{ field }},
  {%- endfor %}
  c.rating,
  r.has_events
  {%- for clock in clocks %},
  case when r.{{ clock }}_available then r.{{ clock }}_end_date end as {{ clock }}_end_date,
  case when r.{{ clock }}_available then {{ w_of(clock ~ '_day', 'c.calendar') }} end as {{ clock }}_end_w,
  case when r.{{ clock }}_available then {{ key_event('r.' ~ clock ~ '_key') }} end
    as {{ clock }}_end_cause,
  {% if clock == 'resolve' -%}
  -- A promised time of the source's own goes before the limits of SP4N-LAPOR!.
  coalesce(
    {{ w_of('due_day', 'c.calendar') }} - {{ w_of('start_day', 'c.calendar') }},
    case when c.calendar = 'indonesia' then limits.resolve_limit end
  ) as resolve_limit,
  {%- else -%}
  case when c.calendar = 'indonesia' then limits.{{ clock }}_limit end as {{ clock }}_limit,
  {%- endif %}
  ({{ time_status(
    'r.' ~ clock ~ '_available', 'r.submitted_at', 'start_day.w_weekdays',
    'r.' ~ clock ~ '_key', clock ~ '_day.w_weekdays', 'r.first_stamp'
  ) }})::enum({{ code_list('time_status') }}) as {{ clock }}_time_status
  {%- endfor %},
  returned.return_1_date,
  returned.return_2_date,
  returned.return_3_date,
  bound.after_date as resolve_after_date,
  bound.after_w as resolve_after_w,
  bound.by_date as resolve_by_date,
  bound.by_w as resolve_by_w,
  bound.cause as resolve_bound_cause
  {%- for period in periods %}{% for column in ['status', 'agency_code', 'agency_type', 'reason'] %},
  {{ period }}_state.{{ column }} as {{ period }}_{{ column }}
  {%- endfor %}{% endfor %}
from {{ ref('stg_landing__complaint') }} as c
join dated as r on r.row_number = c.rowid
left join {{ ref('int_attribute') }} as a on a.complaint_key = c.complaint_key
left join {{ ref('int_complainant') }} as several
  on several.complainant_key = coalesce(a.complainant_key, c.complainant_key)
left join returned on returned.complaint_key = c.complaint_key
left join {{ ref('int_export_bound') }} as bound on bound.complaint_key = c.complaint_key
left join {{ ref('dim_date') }} as start_day on start_day.date_day = r.submitted_date
left join {{ ref('dim_date') }} as due_day on due_day.date_day = c.due_date
left join {{ ref('int_clock_limit') }} as limits
  on limits.date_day = r.submitted_date and limits.classification = c.classification
{%- for clock in clocks %}
left join {{ ref('dim_date') }} as {{ clock }}_day on {{ clock }}_day.date_day = r.{{ clock }}_end_date
{%- endfor %}
left join {{ ref('meta_state_day') }} as quarter_day on quarter_day.period = {{ quarter_of('r.submitted_date') }}
left join {{ ref('meta_state_day') }} as year_day on year_day.period = year(r.submitted_date)::varchar
{%- for period in periods %}
left join {{ ref('fct_complaint_status') }} as {{ period }}_state
  on {{ period }}_state.complaint_key = c.complaint_key
  and {{ period }}_state.valid_from <= {{ period }}_day.as_of and {{ period }}_state.valid_to > {{ period }}_day.as_of
{%- endfor %}
