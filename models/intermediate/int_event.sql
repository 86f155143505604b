{{ config(materialized='table') }}
-- One row a distinct event, in order, with the state after it. The state comes of running maxima in one
-- sorted pass: the last finish, the last opening, the last answer or postponement, the last forwarding,
-- the last return.
with ordered as (
  select
    complaint_key,
    event_key,
    dense_rank() over by_time as event_seq,
    lead(event_key) over by_time as next_key,
    max(event_key) filter (where {{ key_rank('event_key') }} between 7 and 10) over by_time as finish,
    -- Only a forwarding or a reopening undoes a finish, an answer or a return; a verification does not.
    max(event_key) filter (where {{ key_rank('event_key') }} in (4, 11)) over by_time as opening,
    max(event_key) filter (where {{ key_rank('event_key') }} in (1, 2)) over by_time as beginning,
    max(event_key) filter (where {{ key_rank('event_key') }} in (5, 6)) over by_time as answer,
    max(event_key) filter (where {{ key_rank('event_key') }} = 4) over by_time as forwarding,
    max(event_key) filter (where {{ key_rank('event_key') }} = 3) over by_time as giving_back
  from {{ ref('int_event_key') }}
  window by_time as (partition by complaint_key order by event_key)
),
-- The same event in two batches is one: the last of equal rows stays.
judged as (
  select
    *,
    coalesce(finish, 0) > coalesce(opening, 0) as is_finished,
    -- A return by another agency than the one responsible changes nothing.
    coalesce(giving_back, 0) > greatest(coalesce(opening, 0), coalesce(answer, 0))
      and (forwarding is null or {{ key_agency('giving_back') }} in (0, {{ key_agency('forwarding') }})) as is_returned
  from ordered
  where next_key is null or next_key <> event_key
)
select
  complaint_key,
  event_key,
  event_seq::integer as event_seq,
  -- Number of the status, as in the list of macro state_names.
  case
    when is_finished then {{ key_rank('finish') }} - 3
    when is_returned then 1
    when coalesce(answer, 0) > coalesce(opening, 0) then case {{ key_rank('answer') }} when 5 then 3 else 8 end
    when {{ key_rank('opening') }} = 4 then 2
    when {{ key_rank('opening') }} = 11 then 3
    when beginning is not null then 1
    else 0
  end::utinyint as state,
  -- 0 is nobody; null an agency that the log does not name.
  case
    when is_returned and not is_finished then 0
    when forwarding is null then
      coalesce(nullif(greatest({{ key_agency('finish') }}, {{ key_agency('answer') }}), 0), 0)
    else nullif({{ key_agency('forwarding') }}, 0)
  end::integer as holder,
  {{ key_is_timed('event_key') }}
    and (next_key is null or {{ key_day('next_key') }} > {{ key_day('event_key') }}) as ends_day
from judged
