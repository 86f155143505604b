{{ config(materialized='table') }}
-- One row a forwarding: an answer or return ends the forwarding to the agency that gave it; one that
-- names no agency, the forwarding before it.
with forwarding as (
  select
    complaint_key,
    event_key,
    {{ key_agency('event_key') }} as agency_number,
    row_number() over by_time as forwarding_seq,
    lead(event_key) over by_time as next_key
  from {{ ref('int_event') }}
  where {{ key_rank('event_key') }} = 4
  window by_time as (partition by complaint_key order by event_key)
),
answer as (
  select complaint_key, event_key, {{ key_agency('event_key') }} as agency_number
  from {{ ref('int_event') }}
  where {{ key_rank('event_key') }} in (3, 5)
),
closing as (
  select complaint_key, event_key
  from {{ ref('int_event') }}
  where {{ key_rank('event_key') }} between 8 and 10
),
ending as (
  select f.complaint_key, f.event_key, a.event_key as end_key
  from forwarding as f
  join answer as a on a.complaint_key = f.complaint_key and a.agency_number = f.agency_number
  where a.agency_number > 0
  union all
  select f.complaint_key, f.event_key, a.event_key
  from forwarding as f
  join answer as a on a.complaint_key = f.complaint_key
  where a.agency_number = 0 and (f.next_key is null or a.event_key < f.next_key)
  union all
  select f.complaint_key, f.event_key, a.event_key
  from forwarding as f
  join answer as a on a.complaint_key = f.complaint_key
  where f.agency_number = 0 and a.agency_number > 0 and (f.next_key is null or a.event_key < f.next_key)
  union all
  select f.complaint_key, f.event_key, c.event_key
  from forwarding as f
  join closing as c on c.complaint_key = f.complaint_key
),
first_end as (
  select
    complaint_key,
    event_key,
    min(end_key) filter (where end_key >> 24 >= event_key >> 24) as end_key,
    min(end_key) filter (where end_key >> 24 < event_key >> 24 and {{ key_rank('end_key') }} = 5) as early_key
  from ending
  group by complaint_key, event_key
)
select
  f.complaint_key,
  f.forwarding_seq::integer as forwarding_seq,
  f.event_key as start_key,
  f.agency_number,
  -- An answer before the first forwarding and none after it: the stamps are wrong.
  case
    when f.forwarding_seq = 1 and e.early_key is not null
      and (e.end_key is null or {{ key_rank('e.end_key') }} between 8 and 10) then e.early_key
    else e.end_key
  end as end_key
from forwarding as f
left join first_end as e on e.complaint_key = f.complaint_key and e.event_key = f.event_key
