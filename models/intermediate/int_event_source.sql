{{ config(materialized='table') }}
-- Which kinds of event a source's log has at all, and up to when it speaks. Where a report's own source
-- has no log, the one of all logs together.
with kinds as (
  select e.source, kind.code as event
  from (select source, event from {{ source('landing', 'event') }} group by source, event) as e
  left join {{ ref('stg_landing__code') }} as kind on kind.field = 'event' and kind.raw = e.event
),
logs as (
  select source, known_at from {{ ref('stg_landing__batch') }} where kind = 'event'
)
select
  coalesce(logs.source, '*') as source,
  coalesce(bool_or(kinds.event = 'forwarded'), false) as has_forwarded,
  coalesce(bool_or(kinds.event = 'responded'), false) as has_responded,
  coalesce(bool_or(kinds.event = 'resolved'), false) as has_resolved,
  coalesce(bool_or(kinds.event = 'reopened'), false) as has_reopened,
  max(logs.known_at) as known_to
from logs
left join kinds on kinds.source = logs.source
group by grouping sets ((logs.source), ())
