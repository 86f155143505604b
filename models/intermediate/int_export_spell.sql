{{ config(materialized='table') }}
-- States by exports: consecutive equal versions are one, with the days on which it was seen first and
-- last. A version holds from the day after the export before it up to its own day, the newest for ever.
-- For reports with events only what an export made after the log ends shows differently, from then on.
with late as (
  select
    e.complaint_key,
    e.known_at,
    greatest(e.known_before, r.known_to) as known_before,
    e.is_newest,
    e.row_number,
    r.submitted_date
  from {{ ref('int_export') }} as e
  join {{ ref('int_report') }} as r on r.complaint_key = e.complaint_key
  where r.by_events and not r.is_closing and e.known_at > r.known_to
),
differing as (
  select late.complaint_key, min(late.known_at) as known_at
  from late
  join {{ ref('stg_landing__complaint') }} as c on c.rowid = late.row_number
  join {{ ref('int_event_spell') }} as s on s.complaint_key = late.complaint_key and s.next_day is null
  where c.status <> 'unknown' and c.status <> {{ state_name('s.state') }}
  group by late.complaint_key
),
version as (
  select
    e.complaint_key,
    e.known_at,
    e.known_before,
    e.is_newest,
    e.row_number,
    coalesce(r.submitted_date, min(e.known_at) over (partition by e.complaint_key)) as submitted_date,
    false as is_late
  from {{ ref('int_export') }} as e
  join {{ ref('int_report') }} as r on r.complaint_key = e.complaint_key
  where not r.by_events and not r.is_single
  union all
  select late.complaint_key, late.known_at, late.known_before, late.is_newest, late.row_number,
    late.submitted_date, true
  from late
  join differing on differing.complaint_key = late.complaint_key and late.known_at >= differing.known_at
),
spell as (
  select
    v.complaint_key,
    v.known_at,
    v.is_late,
    c.status,
    c.agency_code,
    c.reason,
    case when v.known_before is null then v.submitted_date
      else greatest(v.known_before + 1, v.submitted_date) end as valid_from,
    case when v.is_newest then date '9999-12-31' else v.known_at + 1 end as valid_to
  from version as v
  join {{ ref('stg_landing__complaint') }} as c on c.rowid = v.row_number
),
compared as (
  select *,
    coalesce((status, agency_code, reason) = lag((status, agency_code, reason)) over by_age, false) as is_same
  from spell
  where valid_from < valid_to
  window by_age as (partition by complaint_key order by known_at)
),
numbered as (
  select *,
    count(*) filter (where not is_same) over (partition by complaint_key order by known_at) as run
  from compared
)
select
  complaint_key,
  status,
  agency_code,
  reason,
  min(valid_from) as valid_from,
  max(valid_to) as valid_to,
  bool_or(is_late) as is_late,
  min(known_at) as first_seen,
  max(known_at) as last_seen
from numbered
group by complaint_key, run, status, agency_code, reason
