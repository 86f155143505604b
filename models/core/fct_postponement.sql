-- One row a spell in which the log says postponed, before the end of the clock resolve. Spells that
-- differ only in their agency are one.
with postponed as (
  select
    s.complaint_key,
    c.calendar,
    greatest(date '1970-01-01' + s.first_day, c.submitted_date) as start_date,
    least(date '1970-01-01' + s.next_day, c.resolve_end_date) as end_date
  from {{ ref('int_event_spell') }} as s
  join {{ ref('fct_complaint') }} as c on c.complaint_key = s.complaint_key
  -- Number 8 of macro state_name.
  where s.state = 8 and c.resolve_time_status <> 'not_available'
),
compared as (
  select *, coalesce(start_date = lag(end_date) over by_age, false) as goes_on
  from postponed
  where end_date is null or start_date < end_date
  window by_age as (partition by complaint_key order by start_date)
),
numbered as (
  select *, count(*) filter (where not goes_on) over by_age as spell_seq
  from compared
  window by_age as (partition by complaint_key order by start_date)
),
spell as (
  select
    complaint_key,
    calendar,
    spell_seq::integer as spell_seq,
    min(start_date) as start_date,
    case when bool_and(end_date is not null) then max(end_date) end as end_date
  from numbered
  group by complaint_key, calendar, spell_seq
)
select
  s.complaint_key,
  s.spell_seq,
  s.start_date,
  {{ w_of('start_day', 's.calendar') }} as start_w,
  s.end_date,
  {{ w_of('end_day', 's.calendar') }} as end_w
from spell as s
left join {{ ref('dim_date') }} as start_day on start_day.date_day = s.start_date
left join {{ ref('dim_date') }} as end_day on end_day.date_day = s.end_date
