select agency_code, name_id, name_en, agency_type, region_code, resolved_by
from {{ ref('int_agency') }}
