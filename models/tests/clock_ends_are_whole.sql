-- A clock that can be used has day, working day and cause of its end together or not at all, never ends
-- before it starts, and one of another state is in no curve.
{%- for clock in ['verify', 'respond_citizen', 'resolve'] %}
select complaint_key
from {{ ref('fct_complaint') }}
where {{ clock }}_time_status = 'ok' and (
  submitted_w is null
  or ({{ clock }}_end_date is null) <> ({{ clock }}_end_w is null)
  or ({{ clock }}_end_date is null) <> ({{ clock }}_end_cause is null)
  or {{ clock }}_end_w < submitted_w
)
union all
{%- endfor %}
select complaint_key
from {{ ref('fct_forwarding') }}
where time_status = 'ok' and (
  start_w is null
  or (end_date is null) <> (end_w is null)
  or (end_date is null) <> (end_cause is null)
  or end_w < start_w
)
union all
select complaint_key
from {{ ref('fct_resolution') }}
where time_status = 'ok' and (
  start_w is null
  or (end_date is null) <> (end_w is null)
  or (end_date is null) <> (end_cause is null)
  or end_w < start_w
)
