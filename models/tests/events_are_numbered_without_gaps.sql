select complaint_key
from {{ ref('fct_complaint_event') }}
group by complaint_key
having count(*) <> max(event_seq) or min(event_seq) <> 1
  or sum(event_seq::bigint * event_seq) <> count(*) * (count(*) + 1) * (2 * count(*) + 1) // 6
