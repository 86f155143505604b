-- No report is lost or made up between the landing zone and the facts.
select landed.complaint_key, fact.complaint_key
from (select complaint_key from {{ source('landing', 'complaint') }} group by complaint_key) as landed
full join {{ ref('fct_complaint') }} as fact on fact.complaint_key = landed.complaint_key
where landed.complaint_key is null or fact.complaint_key is null
