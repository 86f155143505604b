{{ config(materialized='table') }}
-- The limits in force on each day, by classification, so that facts find theirs by equality. The limit
-- of one classification goes before that of all.
{%- set clocks = ['verify', 'respond_agency', 'respond_citizen', 'resolve'] %}
with classification as (
  select code from {{ ref('code_label') }} where dimension = 'classification'
)
select
  dim_date.date_day,
  classification.code as classification
  {%- for clock in clocks %},
  arg_max(clock_limit.working_days,
      (case when clock_limit.classification is null then 0 else 1000000 end) + date_diff('day', date '2000-01-01', clock_limit.valid_from))
    filter (where clock_limit.clock = '{{ clock }}')::integer as {{ clock }}_limit
  {%- endfor %}
from {{ ref('dim_date') }} as dim_date
cross join classification
left join {{ ref('clock_limit') }} as clock_limit
  on coalesce(clock_limit.classification, classification.code) = classification.code
  and dim_date.date_day >= clock_limit.valid_from
  and dim_date.date_day < coalesce(clock_limit.valid_to, date '9999-12-31')
group by dim_date.date_day, classification.code
