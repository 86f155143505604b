{{ config(materialized='table') }}
-- Every landed pair of province and regency and its codes. A regency is resolved only where the name,
-- its kind and the province leave one candidate: `Bandung` alone is both a kabupaten and a kota.
with landed as (
  select region_scheme, province, regency, count(*) as n,
    {{ fold('province') }} as province_folded, {{ fold('regency') }} as regency_folded
  from {{ source('landing', 'complaint') }}
  where province is not null or regency is not null
  group by region_scheme, province, regency
),
province_name as (
  select bare, min(region_code) as region_code
  from (
    select {{ region_bare(fold('name')) }} as bare, region_code from {{ ref('region') }} where level = 'province'
    union all
    select {{ region_bare(fold('short_name')) }}, region_code from {{ ref('region') }} where level = 'province'
    union all
    select region_code, region_code from {{ ref('region') }} where level = 'province'
    union all
    select {{ region_bare('alias') }}, region_code from {{ ref('region_alias') }} where level = 'province'
  )
  group by bare
),
regency_name as (
  select kind, {{ region_bare(fold('name')) }} as bare, province_code, region_code
  from {{ ref('region') }} where level = 'regency'
  union all
  select '', replace(region_code, '.', ''), province_code, region_code
  from {{ ref('region') }} where level = 'regency'
  union all
  select {{ region_kind('alias.alias') }}, {{ region_bare('alias.alias') }}, region.province_code, alias.region_code
  from {{ ref('region_alias') }} as alias
  join {{ ref('region') }} as region on region.region_code = alias.region_code
  where alias.level = 'regency'
    and coalesce(alias.province_code, region.province_code) = region.province_code
),
placed as (
  select landed.*, province_name.region_code as province_code,
    {{ region_kind('landed.regency_folded') }} as kind, {{ region_bare('landed.regency_folded') }} as bare
  from landed
  left join province_name on province_name.bare = {{ region_bare('landed.province_folded') }}
),
candidate as (
  select placed.region_scheme, placed.province, placed.regency,
    count(distinct regency_name.region_code) as candidates,
    min(regency_name.region_code) as regency_code,
    min(regency_name.province_code) as province_code,
    count(distinct regency_name.province_code) as provinces
  from placed
  join regency_name
    on regency_name.bare = placed.bare
    and (placed.kind = '' or regency_name.kind in ('', placed.kind))
  left join {{ ref('region_history') }} as history on history.province_code = regency_name.province_code
  where placed.province_code is null
    or placed.province_code in (regency_name.province_code, history.former_province_code)
  group by placed.region_scheme, placed.province, placed.regency
)
select
  placed.region_scheme,
  placed.province,
  placed.regency,
  placed.n,
  case placed.region_scheme
    when 'source' then coalesce('src:' || replace(placed.province_folded, ' ', '-'), 'unknown')
    else coalesce(
      case when candidate.provinces = 1 then candidate.province_code end, placed.province_code, 'unknown'
    )
  end as province_code,
  case placed.region_scheme
    when 'source' then coalesce('src:' || replace(placed.regency_folded, ' ', '-'), 'unknown')
    else coalesce(case when candidate.candidates = 1 then candidate.regency_code end, 'unknown')
  end as regency_code,
  (coalesce(
    case when placed.region_scheme <> 'source' and candidate.candidates = 1 then regency.kind end, 'unknown'
  ))::enum('kabupaten', 'kota', 'unknown') as regency_kind,
  placed.province is null or placed.region_scheme = 'source' or placed.province_code is not null
    as province_resolved,
  placed.regency is null or placed.region_scheme = 'source' or coalesce(candidate.candidates, 0) = 1
    as regency_resolved
from placed
left join candidate
  on candidate.region_scheme = placed.region_scheme
  and candidate.province is not distinct from placed.province
  and candidate.regency is not distinct from placed.regency
left join {{ ref('region') }} as regency on regency.region_code = candidate.regency_code
