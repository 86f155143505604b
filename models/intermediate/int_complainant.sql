{{ config(materialized='table') }}
-- One row a complainant with several reports, numbered: most have one, and disclosure control counts those apart.
with reported as (
  select complaint_key, complainant_key
  from {{ ref('int_attribute') }}
  where complainant_key is not null
  union all
  select complaint_key, complainant_key
  from {{ ref('stg_landing__complaint') }}
  where complainant_key is not null
)
select complainant_key, (row_number() over (order by complainant_key))::integer as complainant_number
from reported
group by complainant_key
having min(complaint_key) <> max(complaint_key)
