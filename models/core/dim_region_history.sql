select province_code, former_province_code, valid_from
from {{ ref('region_history') }}
