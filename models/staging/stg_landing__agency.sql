{{ config(materialized='table') }}
-- Every landed agency (name, its parent, declared type) and its code. A unit that no seed knows counts
-- for the institution above it; what is known nowhere gets a code of its own name.
with landed as (
  select agency, agency_parent, agency_type, region_scheme, count(*) as n
  from {{ source('landing', 'complaint') }}
  group by all
  union all
  -- Events name the agency alone.
  select agency, null, null, 'kemendagri', count(*)
  from {{ source('landing', 'event') }}
  group by agency
),
one as (
  select agency, agency_parent, agency_type, region_scheme, sum(n)::bigint as n
  from landed
  where agency is not null or agency_parent is not null
  group by all
)
select
  one.agency,
  one.agency_parent,
  one.agency_type,
  one.region_scheme,
  one.n,
  coalesce(own.agency_code, parent.agency_code,
    'data:' || replace(coalesce(own.folded, parent.folded), ' ', '-'), 'unknown') as agency_code,
  coalesce(own.name, parent.name) as name,
  coalesce(own.agency_code, parent.agency_code) is not null as resolved,
  own.agency_code is null and parent.agency_code is not null as is_unit,
  case
    when {{ fold('one.agency_type') }} in ({{ code_list('agency_type') }}) then {{ fold('one.agency_type') }}
    else {{ agency_type_of('coalesce(own.folded, parent.folded)') }}
  end as type_of_name
from one
left join {{ ref('stg_landing__agency_name') }} as own on own.name = one.agency
left join {{ ref('stg_landing__agency_name') }} as parent on parent.name = one.agency_parent
