{{ config(materialized='table') }}
-- Every landed category and its code: by name, by the source's name, by its topic. A source with
-- places of its own has categories of its own too (`src:...`).
with landed as (
  select region_scheme, category as raw, count(*) as n, {{ fold('category') }} as folded
  from {{ source('landing', 'complaint') }}
  where category is not null
  group by region_scheme, category
),
known as (
  select {{ fold('source_name') }} as folded, category_code, 1 as priority from {{ ref('category') }}
  union all select {{ fold('name_id') }}, category_code, 2 from {{ ref('category') }}
  union all select {{ fold('name_en') }}, category_code, 3 from {{ ref('category') }}
  union all select {{ fold('category_code') }}, category_code, 4 from {{ ref('category') }}
  union all select topic, category_code, 5 from {{ ref('category_topic') }}
)
select resolved.*, coalesce(category.sector, 'unknown') as sector
from (
  select
    landed.region_scheme,
    landed.raw,
    landed.n,
    coalesce(
      case when landed.region_scheme = 'source' then 'src:' || replace(landed.folded, ' ', '-') end,
      min_by(known.category_code, known.priority),
      'unknown'
    ) as category_code,
    landed.region_scheme = 'source' or min(known.category_code) is not null as resolved
  from landed
  left join known on known.folded = landed.folded
  group by landed.region_scheme, landed.raw, landed.n, landed.folded
) as resolved
left join {{ ref('category') }} as category on category.category_code = resolved.category_code
