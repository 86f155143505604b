{{ config(materialized='table') }}
-- Every landed reason text and its code: the first pattern by priority, else `other`.
with landed as (
  select reason as raw, count(*) filter (where reason_code is null) as n, {{ fold('reason') }} as folded
  from {{ source('landing', 'complaint') }}
  where reason is not null
  group by reason
)
select
  landed.raw,
  landed.n,
  coalesce(
    min_by(pattern.reason_code, pattern.priority)
      filter (where regexp_matches(landed.folded, pattern.pattern)),
    'other'
  ) as code
from landed
cross join {{ ref('reason_pattern') }} as pattern
group by landed.raw, landed.n
