{{ config(materialized='table') }}
-- Every agency, numbered in the order of its code: seeds, the local governments of the regions, and
-- those that only the data names.
select *, row_number() over (order by agency_code)::integer as agency_number
from (
  select agency_code, name_id, name_en, agency_type, null::varchar as region_code, 'seed' as resolved_by,
    valid_from, coalesce(valid_to, date '9999-12-31') as valid_to
  from {{ ref('agency') }}
  union all
  select
    case kind when 'provinsi' then 'prov-' when 'kabupaten' then 'kab-' else 'kota-' end || region_code,
    'Pemerintah ' || case kind when 'provinsi' then 'Provinsi ' else '' end || name,
    case kind when 'provinsi' then 'Government of ' || name || ' province' else 'Government of ' || name end,
    kind, region_code, 'seed', valid_from, coalesce(valid_to, date '9999-12-31')
  from {{ ref('region') }}
  union all
  select agency_code, min(name), min(name), min(type_of_name), null, 'data',
    date '2013-01-01', date '9999-12-31'
  from {{ ref('stg_landing__agency') }}
  where not resolved
  group by agency_code
  union all
  select 'unknown', 'tidak diketahui', 'unknown', 'unknown', null, 'seed', date '2013-01-01', date '9999-12-31'
)
