-- What fct_complaint keeps of a report's state on the as-of days of its quarter and its year is the spell of
-- that day: a query may read the one or the other. Hashes are summed, so that no row needs sorting.
{%- set columns = ['status', 'agency_code', 'agency_type', 'reason'] %}
{%- for period in ['quarter', 'year'] %}
select '{{ period }}' as period, kept.hashes as kept, spell.hashes as spell
from (
  select count(*) as n, sum((hash(complaint_key
    {%- for column in columns %}, {{ period }}_{{ column }}::varchar{% endfor %}) % 1000000007)::bigint) as hashes
  from {{ ref('fct_complaint') }}
  where {{ period }}_status is not null
) as kept
cross join (
  select count(*) as n, sum((hash(s.complaint_key
    {%- for column in columns %}, s.{{ column }}::varchar{% endfor %}) % 1000000007)::bigint) as hashes
  from {{ ref('fct_complaint') }} as f
  join {{ ref('meta_state_day') }} as day on day.period = f.{{ period }}::varchar
  join {{ ref('fct_complaint_status') }} as s
    on s.complaint_key = f.complaint_key and s.valid_from <= day.as_of and s.valid_to > day.as_of
) as spell
where kept.n <> spell.n or kept.hashes is distinct from spell.hashes
{%- if not loop.last %}
union all
{%- endif %}
{%- endfor %}
