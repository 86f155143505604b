-- Reports by state today, and by province, are all reports.
with total as (select count(*) as n from {{ ref('fct_complaint') }}),
by_state as (
  select count(*) as n from {{ ref('fct_complaint_status') }} where valid_to = date '9999-12-31'
),
by_province as (
  select count(*) as n
  from {{ ref('fct_complaint') }} as fact
  join {{ ref('dim_region') }} as region on region.region_code = fact.province_code
)
select total.n, by_state.n, by_province.n
from total cross join by_state cross join by_province
where total.n <> by_state.n or total.n <> by_province.n
