-- Each forwarding is one event, no more and no less.
select events.n, forwardings.n
from (select count(*) as n from {{ ref('fct_complaint_event') }} where event = 'forwarded') as events
cross join (select count(*) as n from {{ ref('fct_forwarding') }}) as forwardings
where events.n <> forwardings.n
