-- What is known of each field, and whether any source has a column for it: "not available" and
-- "unknown" are two things.
{%- set fields = {
  'sex': ['sex', "sex <> 'unknown'"],
  'age_band': ['age_band', "age_band <> 'unknown'"],
  'disability': ['disability', "disability <> 'unknown'"],
  'province': ['province', "province_code <> 'unknown'"],
  'regency': ['regency', "regency_code <> 'unknown'"],
  'category': ['category', "category_code <> 'unknown'"],
  'classification': ['classification', "classification <> 'unknown'"],
  'channel': ['channel', "channel <> 'unknown'"],
  'anonymity': ['report_type', "anonymity <> 'unknown'"],
  'rating': ['rating', 'rating is not null'],
  'submitted': ['submitted_at', 'submitted_date is not null'],
  'events': ['event', 'has_events'],
} %}
{%- set states = {
  'status': ['status', "status <> 'unknown'", 'true'],
  'agency': ['agency', "agency_code <> 'unknown'", 'true'],
  'agency_type': ['agency', "agency_type <> 'unknown'", 'true'],
  'reason': ['reason', "reason not in ('unknown', 'none_given')", "status in ('postponed', 'archived')"],
} %}
with landed as (
  select distinct unnest(fields) as field from {{ ref('stg_landing__batch') }}
),
counted as (
  select count(*) as n_total
    {%- for name, field in fields | items %}, count(*) filter (where {{ field[1] }}) as {{ name }}_known{% endfor %}
  from {{ ref('fct_complaint') }}
),
current_state as (
  select 1 as one
    {%- for name, field in states | items %},
    count(*) filter (where {{ field[2] }}) as {{ name }}_total,
    count(*) filter (where {{ field[2] }} and {{ field[1] }}) as {{ name }}_known
    {%- endfor %}
  from {{ ref('fct_complaint_status') }}
  where valid_to = date '9999-12-31'
)
{%- for name, field in fields | items %}
select '{{ name }}' as field, {{ has_field(name, field[0]) }} as available, {{ name }}_known as n_known, n_total
from counted
union all
{%- endfor %}
{%- for name, field in states | items %}
select '{{ name }}', {{ has_field(name, field[0]) }}, {{ name }}_known, {{ name }}_total
from current_state
{%- if not loop.last %}
union all
{%- endif %}
{%- endfor %}
