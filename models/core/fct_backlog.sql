-- One row a spell in which a report is pending with one agency, whatever its status meanwhile: what
-- entered and left on the days between is the difference of two stocks.
{%- set ends = code_list('left_to') %}
with placed as (
  -- With whom it is pending, as the agency's number; what ended it, as a negative one: rows that a window
  -- sorts should be narrow.
  select
    s.complaint_key,
    s.valid_from,
    case when s.status in ({{ code_list('pending') }}) then agency.agency_number
      else -list_position([{{ ends }}, 'unknown'], s.status::varchar) end as place
  from {{ ref('fct_complaint_status') }} as s
  join {{ ref('int_agency') }} as agency on agency.agency_code = s.agency_code
),
compared as (
  select *, lag(place) over (partition by complaint_key order by valid_from) as place_before
  from placed
),
-- The days on which a report begins to be pending, stops, or changes hands.
change as (
  select
    *,
    lead(valid_from, 1, date '9999-12-31') over by_age as valid_to,
    lead(place) over by_age as place_after
  from compared
  where place_before is null or (place > 0 and place <> place_before) or (place < 0 and place_before > 0)
  window by_age as (partition by complaint_key order by valid_from)
)
select
  s.complaint_key,
  agency.agency_code,
  {{ as_code('agency.agency_type', 'agency_type') }} as agency_type,
  s.valid_from,
  s.valid_to,
  (case when s.place_before is null then 'new' when s.place_before > 0 then 'transferred' else 'reopened' end)::enum({{ code_list('entered_by') }})
    as entered_by,
  {{ as_code("case when s.place_after > 0 then 'transferred' else list_extract([" ~ ends ~ ", 'unknown'], -s.place_after) end", 'left_to') }}
    as left_to,
  c.submitted_w,
  c.calendar,
  c.resolve_limit
from change as s
join {{ ref('fct_complaint') }} as c on c.complaint_key = s.complaint_key
join {{ ref('int_agency') }} as agency on agency.agency_number = s.place
where s.place > 0
