-- Agency and coordinator are there as long as the one coordinates the other. Besides the agencies of the
-- seed a coordinator is the President, or there is none.
select c.agency_code, c.sector, c.coordinator_code, c.valid_from
from {{ ref('dim_coordination') }} as c
left join {{ ref('agency') }} as one on one.agency_code = c.agency_code
left join {{ ref('agency') }} as other on other.agency_code = c.coordinator_code
where (c.agency_code is null) = (c.sector is null)
  or (c.agency_code is not null and one.agency_code is null)
  or c.valid_from < one.valid_from
  or c.valid_to > coalesce(one.valid_to, date '9999-12-31')
  or (other.agency_code is null and c.coordinator_code not in ('president', 'none'))
  or c.valid_from < other.valid_from
  or c.valid_to > coalesce(other.valid_to, date '9999-12-31')
