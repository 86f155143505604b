-- One row a version of a report at one agency: what consecutive exports show alike is one, with the days
-- on which it was seen first and last. Of several rows of one export day the newest batch's counts.
{%- set shown = ['status', 'reason', 'category_code', 'province_code', 'regency_code', 'classification', 'rating'] %}
with landed as (
  select complaint_key, agency_code, known_at, batch_number, {{ shown | join(', ') }},
    hash({{ shown | join(', ') }}) as content
  from {{ ref('stg_landing__complaint') }}
),
-- Most never change, and need no sorting.
whole as (
  select
    complaint_key,
    agency_code,
    min(known_at) as first_seen,
    max(known_at) as last_seen,
    min(content) = max(content) as is_unchanged
    {%- for field in shown %},
    any_value({{ field }}) as {{ field }}
    {%- endfor %}
  from landed
  group by complaint_key, agency_code
),
by_day as (
  select
    landed.*,
    lead(landed.known_at) over by_age as next_known
  from landed
  join whole on not whole.is_unchanged
    and whole.complaint_key = landed.complaint_key and whole.agency_code = landed.agency_code
  window by_age as (
    partition by landed.complaint_key, landed.agency_code order by landed.known_at, landed.batch_number, landed.content
  )
),
compared as (
  select *, content is distinct from lag(content) over by_age as is_new
  from by_day
  where next_known is null or next_known <> known_at
  window by_age as (partition by complaint_key, agency_code order by known_at)
),
numbered as (
  select *, count(*) filter (where is_new) over by_age as version_seq
  from compared
  window by_age as (partition by complaint_key, agency_code order by known_at)
)
select complaint_key, agency_code, 1 as version_seq, first_seen, last_seen, {{ shown | join(', ') }}
from whole
where is_unchanged
union all
select
  complaint_key,
  agency_code,
  version_seq::integer,
  min(known_at),
  max(known_at)
  {%- for field in shown %},
  any_value({{ field }})
  {%- endfor %}
from numbered
group by complaint_key, agency_code, version_seq
