-- On every day the reports pending with an agency are its spells of that day, report by report: the days
-- on which spells begin and end are those of the pending states, where states that follow one another
-- with the same agency cancel out. Hashes are summed, so that no row needs sorting.
with pending as (
  select sum((hash(complaint_key, agency_code, valid_from) % 1000000007)::bigint
    - (hash(complaint_key, agency_code, valid_to) % 1000000007)::bigint) as flow
  from {{ ref('fct_complaint_status') }}
  where status in ({{ code_list('pending') }})
),
spell as (
  select sum((hash(complaint_key, agency_code, valid_from) % 1000000007)::bigint
    - (hash(complaint_key, agency_code, valid_to) % 1000000007)::bigint) as flow
  from {{ ref('fct_backlog') }}
)
select pending.flow, spell.flow
from pending
cross join spell
where pending.flow is distinct from spell.flow
