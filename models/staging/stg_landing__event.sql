{{ config(materialized='view') }}
-- Every landed event, its kind and agency as codes.
select
  e.complaint_key,
  e.source,
  coalesce(kind.code, 'unknown') as event,
  e.event_at,
  coalesce(unit.agency_number, int_agency.agency_number) as agency_number
from {{ source('landing', 'event') }} as e
left join {{ ref('stg_landing__code') }} as kind on kind.field = 'event' and kind.raw = e.event
left join {{ ref('stg_landing__agency') }} as agency
  on agency.agency = e.agency and agency.agency_parent is null and agency.agency_type is null
  and agency.region_scheme = 'kemendagri'
left join {{ ref('int_agency_unit') }} as unit on unit.complaint_key = e.complaint_key and unit.agency = e.agency
left join {{ ref('int_agency') }} as int_agency on int_agency.agency_code = agency.agency_code
