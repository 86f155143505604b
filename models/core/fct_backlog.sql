-- One row a spell in which a report is pending with one agency, whatever its status meanwhile: what
-- entered and left on the days between is the difference of two stocks.
with judged as (
  select
    complaint_key,
    agency_code,
    agency_type,
    status,
    valid_from,
    status in ({{ code_list('pending') }}) as is_pending,
    lag(status) over by_age as status_before,
    lag(agency_code) over by_age as agency_before
  from {{ ref('fct_complaint_status') }}
  window by_age as (partition by complaint_key order by valid_from)
),
-- The days on which a report begins to be pending, stops, or changes hands.
change as (
  select
    *,
    lead(valid_from, 1, date '9999-12-31') over by_age as valid_to,
    lead(is_pending) over by_age as is_pending_after,
    lead(status) over by_age as status_after
  from judged
  where status_before is null
    or is_pending <> (status_before in ({{ code_list('pending') }}))
    or (is_pending and agency_code <> agency_before)
  window by_age as (partition by complaint_key order by valid_from)
)
select
  s.complaint_key,
  s.agency_code,
  s.agency_type,
  s.valid_from,
  s.valid_to,
  (case
    when s.status_before is null then 'new'
    when s.status_before in ({{ code_list('pending') }}) then 'transferred'
    else 'reopened'
  end)::enum({{ code_list('entered_by') }}) as entered_by,
  {{ as_code("case when s.is_pending_after then 'transferred' else s.status_after::varchar end", 'left_to') }} as left_to,
  c.submitted_w,
  c.calendar,
  c.resolve_limit
from change as s
join {{ ref('fct_complaint') }} as c on c.complaint_key = s.complaint_key
where s.is_pending
