-- Raw names that no seed resolves, with the number of landed rows that bear them. Names of a source with
-- a scheme of its own are not sought in the seeds.
select field as dimension, raw, n
from {{ ref('stg_landing__code') }}
where not resolved and n > 0
union all
select 'province', province, sum(n)::bigint
from {{ ref('stg_landing__region') }} where not province_resolved group by province
union all
select 'regency', concat_ws(', ', regency, province), sum(n)::bigint
from {{ ref('stg_landing__region') }} where not regency_resolved group by regency, province
union all
select 'category', raw, sum(n)::bigint
from {{ ref('stg_landing__category') }} where not resolved group by raw
union all
select 'agency', name, sum(n)::bigint
from {{ ref('stg_landing__agency') }} where not resolved and region_scheme <> 'source' group by name
union all
select 'reason', raw, n
from {{ ref('stg_landing__reason') }} where code = 'other' and n > 0
