with own as (
  -- Places of sources with a scheme of their own; a name that is both is a province.
  select region_code, min(name) as name, max_by(level, level = 'province') as level,
    coalesce(min(province_code) filter (where level = 'province'), min(province_code)) as province_code
  from (
    select province_code as region_code, province as name, 'province' as level, province_code
    from {{ ref('stg_landing__region') }} where region_scheme = 'source'
    union all
    select regency_code, regency, 'regency', province_code
    from {{ ref('stg_landing__region') }} where region_scheme = 'source'
  )
  where region_code <> 'unknown'
  group by region_code
)
select
  region.region_code,
  region.name,
  region.short_name,
  region.level,
  region.kind,
  region.province_code,
  'kemendagri' as region_scheme,
  region.valid_from,
  region.valid_to,
  region.tile_column,
  region.tile_row,
  population.male as population_male,
  population.female as population_female,
  population.total as population_total,
  population.vintage as population_vintage
from {{ ref('region') }} as region
left join {{ ref('population') }} as population on population.region_code = region.region_code
union all
select region_code, name, null, level, 'other', province_code, 'source', null, null, null, null, null, null, null, null
from own
union all
select 'unknown', 'tidak diketahui', null, 'unknown', 'unknown', 'unknown', 'none', null, null, null, null, null, null,
  null, null
