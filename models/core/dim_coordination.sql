-- Who coordinates whom, and from when to when: agencies by the seed, sectors by assumption.
with cabinet as (
  select cabinet, min(valid_from) as begins, max(coalesce(valid_to, date '9999-12-31')) as ends
  from {{ ref('coordination') }}
  group by cabinet
)
select
  agency_code,
  null::varchar as sector,
  coordinator_code,
  cabinet,
  valid_from,
  coalesce(valid_to, date '9999-12-31') as valid_to,
  'agency' as basis
from {{ ref('coordination') }}
union all
select
  null,
  s.sector,
  s.coordinator_code,
  cabinet.cabinet,
  s.valid_from,
  coalesce(s.valid_to, date '9999-12-31'),
  'sector_assumption'
from {{ ref('sector_coordination') }} as s
left join cabinet on s.valid_from >= cabinet.begins and s.valid_from < cabinet.ends
