-- Each report has exactly one state for every day from its submission on. Where the starts but the first
-- are the ends but the last, day by day and as often, and every spell ends after it starts, the spells
-- are one chain without gap or overlap. Hashes are summed, so that no row needs sorting.
with chain as (
  select
    complaint_key,
    min(valid_from) as first_day,
    max(valid_to) as last_day,
    count(*) filter (where valid_to <= valid_from) as backward,
    sum((hash(valid_from) % 1000000007)::bigint) as starts,
    sum((hash(valid_to) % 1000000007)::bigint) as ends
  from {{ ref('fct_complaint_status') }}
  group by complaint_key
)
select fact.complaint_key
from {{ ref('fct_complaint') }} as fact
left join chain on chain.complaint_key = fact.complaint_key
where chain.complaint_key is null
  or backward > 0
  or last_day <> date '9999-12-31'
  or first_day <> coalesce(fact.submitted_date, first_day)
  or starts - (hash(first_day) % 1000000007)::bigint <> ends - (hash(last_day) % 1000000007)::bigint
