-- Each report with a resolved event has one clock of reopening, from its first, and no other has.
with first_event as (
  select complaint_key, min(event_date) as start_date
  from {{ ref('fct_complaint_event') }}
  where event = 'resolved'
  group by complaint_key
)
select coalesce(first_event.complaint_key, r.complaint_key) as complaint_key
from first_event
full join {{ ref('fct_resolution') }} as r on r.complaint_key = first_event.complaint_key
where first_event.complaint_key is null or r.complaint_key is null
  or first_event.start_date is distinct from r.start_date
