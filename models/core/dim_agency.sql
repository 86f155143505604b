select agency_code, name_id, name_en, agency_type, region_code, resolved_by, valid_from, valid_to
from {{ ref('int_agency') }}
