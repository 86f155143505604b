{{ config(materialized='table') }}
-- Units that only the export places: `Dinas Pendidikan` alone is no government, the report's own row
-- says which one stands above it. One row a report and such a name.
select c.complaint_key, c.agency, min(int_agency.agency_number) as agency_number
from {{ source('landing', 'complaint') }} as c
join {{ ref('stg_landing__agency') }} as agency
  on agency.is_unit
  and agency.agency = c.agency
  and agency.agency_parent is not distinct from c.agency_parent
  and agency.agency_type is not distinct from c.agency_type
  and agency.region_scheme is not distinct from c.region_scheme
join {{ ref('int_agency') }} as int_agency on int_agency.agency_code = agency.agency_code
group by c.complaint_key, c.agency
