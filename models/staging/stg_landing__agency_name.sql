{{ config(materialized='table') }}
-- Every single landed name of an agency and the code that seeds or regions give it (null for none).
with landed as (
  select name, {{ fold('name') }} as folded
  from (
    select agency as name from {{ source('landing', 'complaint') }} group by agency
    union select agency_parent from {{ source('landing', 'complaint') }} group by agency_parent
    union select agency from {{ source('landing', 'event') }} group by agency
  )
  where name is not null
),
seeded as (
  select folded, min_by(agency_code, priority) as agency_code
  from (
    select {{ fold('name_id') }} as folded, agency_code, 1 as priority from {{ ref('agency') }}
    union all select alias, agency_code, 2 from {{ ref('agency_alias') }}
    union all select {{ fold('name_en') }}, agency_code, 3 from {{ ref('agency') }}
    union all select {{ fold('agency_code') }}, agency_code, 4 from {{ ref('agency') }}
  )
  group by folded
),
region_name as (
  select kind, {{ region_bare(fold('name')) }} as bare, region_code from {{ ref('region') }}
  union
  select region.kind, {{ region_bare('alias.alias') }}, alias.region_code
  from {{ ref('region_alias') }} as alias
  join {{ ref('region') }} as region on region.region_code = alias.region_code
),
local as (
  select name, coalesce(government, region_kind) as kind, {{ region_bare('rest') }} as bare
  from (
    select name, {{ local_government_kind('folded') }} as government,
      case
        when regexp_matches(folded, '^(provinsi|propinsi|prov) ') then 'provinsi'
        when regexp_matches(folded, '^(kabupaten|kab|kota|kotamadya|kodya) ') then {{ region_kind('folded') }}
      end as region_kind,
      {{ local_government_rest('folded') }} as rest
    from landed
  )
  where coalesce(government, region_kind) is not null
),
placed as (
  select local.name,
    -- `Pemerintah Aceh` does not say what it is: the province goes before the regencies.
    case when local.kind = 'any' and count(*) filter (where region_name.kind = 'provinsi') > 0
        then min(region_name.region_code) filter (where region_name.kind = 'provinsi')
      when count(distinct region_name.region_code) = 1 then min(region_name.region_code)
    end as region_code
  from local
  join region_name
    on region_name.bare = local.bare and local.kind in ('any', region_name.kind)
  group by local.name, local.kind
)
select
  landed.name,
  landed.folded,
  coalesce(
    seeded.agency_code,
    case region.kind when 'provinsi' then 'prov-' when 'kabupaten' then 'kab-' when 'kota' then 'kota-' end
      || region.region_code
  ) as agency_code
from landed
left join seeded on seeded.folded = landed.folded
left join placed on placed.name = landed.name
left join {{ ref('region') }} as region on region.region_code = placed.region_code
