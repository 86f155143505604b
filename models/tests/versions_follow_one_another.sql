-- Versions of a report at one agency are numbered from 1, one seen after the other, each unlike the one
-- before; every landed pair of report and agency has some.
{%- set shown = 'status, reason, category_code, province_code, regency_code, classification, rating' %}
with version as (
  select
    complaint_key,
    version_seq,
    first_seen,
    last_seen,
    lag(version_seq) over by_seq as seq_before,
    lag(last_seen) over by_seq as seen_before,
    ({{ shown }}) is not distinct from lag(({{ shown }})) over by_seq as is_same
  from {{ ref('fct_complaint_version') }}
  window by_seq as (partition by complaint_key, agency_code order by version_seq)
)
select complaint_key
from version
where version_seq <> coalesce(seq_before, 0) + 1
  or last_seen < first_seen
  or first_seen <= seen_before
  or (seq_before is not null and is_same)
union all
select null
from (select count(distinct (complaint_key, agency_code)) as n from {{ ref('stg_landing__complaint') }}) as landed
cross join (select count(*) filter (where version_seq = 1) as n from {{ ref('fct_complaint_version') }}) as version
where landed.n <> version.n
