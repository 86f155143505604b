-- Postponed spells follow one another without overlap, numbered from 1, and take no more days than the
-- clock that they are taken from.
with spell as (
  select *, lag(end_date) over by_seq as end_before, lag(spell_seq) over by_seq as seq_before
  from {{ ref('fct_postponement') }}
  window by_seq as (partition by complaint_key order by spell_seq)
)
select s.complaint_key
from spell as s
join {{ ref('fct_complaint') }} as c on c.complaint_key = s.complaint_key
group by s.complaint_key, c.submitted_date, c.resolve_end_date, c.resolve_end_w, c.submitted_w, c.resolve_time_status
having bool_or(s.spell_seq <> coalesce(s.seq_before, 0) + 1)
  or bool_or(s.seq_before is not null and (s.end_before is null or s.start_date <= s.end_before))
  or bool_or(s.end_date <= s.start_date)
  or bool_or(s.start_date < c.submitted_date)
  or bool_or(c.resolve_end_date is not null and (s.end_date is null or s.end_date > c.resolve_end_date))
  or (c.resolve_time_status = 'ok' and coalesce(sum(s.end_w - s.start_w), 0) > c.resolve_end_w - c.submitted_w)
