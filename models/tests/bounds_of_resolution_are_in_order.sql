-- Bounds stand only where no clock of resolution does, the day on which a report was still open before
-- the one on which it was ended; a cause goes with the latter.
select complaint_key
from {{ ref('fct_complaint') }}
where resolve_after_date >= resolve_by_date
  or (resolve_by_date is null) <> (resolve_bound_cause is null)
  or resolve_bound_cause not in ('resolved', 'archived', 'deleted', 'withdrawn')
  or (resolve_time_status <> 'not_available' and (resolve_after_date is not null or resolve_by_date is not null))
  or least(resolve_after_date, resolve_by_date) < submitted_date
