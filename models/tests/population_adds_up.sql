-- Regencies are their province, men and women are all, and the provinces are the nation.
select parent.region_code
from {{ ref('population') }} as parent
join {{ ref('region') }} as child_region on child_region.province_code = parent.region_code and child_region.level = 'regency'
join {{ ref('population') }} as child on child.region_code = child_region.region_code
group by parent.region_code, parent.total
having sum(child.total) <> parent.total
union all
select region_code from {{ ref('population') }} where male + female <> total
union all
select 'nation' from {{ ref('population') }} where length(region_code) = 2 having sum(total) <> 284973643
