-- Versions of a report at one agency are numbered from 1, one seen after the other, each unlike the one
-- before; every landed pair of report and agency has some, and no other has.
{%- set shown = 'status, reason, category_code, province_code, regency_code, classification, rating' %}
with version as (
  select
    v.complaint_key,
    v.version_seq,
    v.first_seen,
    v.last_seen,
    lag(v.version_seq) over by_seq as seq_before,
    lag(v.last_seen) over by_seq as seen_before,
    ({{ shown }}) is not distinct from lag(({{ shown }})) over by_seq as is_same
  from {{ ref('fct_complaint_version') }} as v
  -- Those with one version alone need no window.
  semi join (select complaint_key, agency_code from {{ ref('fct_complaint_version') }} where version_seq > 1) as several
    on several.complaint_key = v.complaint_key and several.agency_code = v.agency_code
  window by_seq as (partition by v.complaint_key, v.agency_code order by v.version_seq)
),
first_version as (
  select complaint_key, agency_code, count(*) as n
  from {{ ref('fct_complaint_version') }}
  where version_seq = 1
  group by complaint_key, agency_code
),
landed as (
  select complaint_key, agency_code from {{ ref('stg_landing__complaint') }} group by complaint_key, agency_code
)
select complaint_key
from version
where version_seq <> coalesce(seq_before, 0) + 1
  or first_seen <= seen_before
  or (seq_before is not null and is_same)
union all
select complaint_key from {{ ref('fct_complaint_version') }} where last_seen < first_seen
union all
select coalesce(landed.complaint_key, first_version.complaint_key)
from landed
full join first_version
  on first_version.complaint_key = landed.complaint_key and first_version.agency_code = landed.agency_code
where landed.complaint_key is null or first_version.complaint_key is null or first_version.n <> 1
