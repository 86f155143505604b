-- What leaves one agency for another enters that other on the same day, so that the flows of the agencies
-- add up to those of all; a spell that lasts has left to nowhere, and no other has.
select day
from (
  select valid_from as day, count(*) as n from {{ ref('fct_backlog') }} where entered_by = 'transferred' group by all
  union all
  select valid_to, -count(*) from {{ ref('fct_backlog') }} where left_to = 'transferred' group by all
)
group by day
having sum(n) <> 0
union all
select valid_from
from {{ ref('fct_backlog') }}
where valid_from >= valid_to or (left_to is null) <> (valid_to = date '9999-12-31')
