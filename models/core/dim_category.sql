select category_code, name_id, name_en, sector, sensitive
from {{ ref('category') }}
union all
-- Categories of sources with their own, by the name that the source gives.
select category_code, min(raw), min(raw), 'unknown', false
from {{ ref('stg_landing__category') }}
where category_code like 'src:%'
group by category_code
union all
select 'unknown', 'tidak diketahui', 'unknown', 'unknown', false
