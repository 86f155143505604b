-- Every sector has a coordinator (or `none`) on each day of every cabinet.
with cabinet as (
  select cabinet, min(valid_from) as begins, max(valid_to) as ends
  from {{ ref('dim_coordination') }}
  where basis = 'agency'
  group by cabinet
),
sector as (
  select distinct sector from {{ ref('category') }}
)
select cabinet.cabinet, sector.sector
from cabinet
cross join sector
left join {{ ref('dim_coordination') }} as c on c.cabinet = cabinet.cabinet and c.sector = sector.sector
group by cabinet.cabinet, sector.sector, cabinet.begins, cabinet.ends
having coalesce(sum(c.valid_to - c.valid_from), 0) <> cabinet.ends - cabinet.begins
