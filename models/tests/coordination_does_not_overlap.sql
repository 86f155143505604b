-- On any day an agency, or a sector, has one coordinator at most.
select one.agency_code, one.sector, one.valid_from
from (
  select *, lead(valid_from) over (partition by basis, agency_code, sector order by valid_from) as next_from
  from {{ ref('dim_coordination') }}
) as one
where one.valid_to <= one.valid_from or one.next_from < one.valid_to
