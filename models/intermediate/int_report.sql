{{ config(materialized='table') }}
-- One row a distinct report, narrow: its newest row, what its clocks end with (event keys), and whether
-- its states come of events or of exports.
{%- set clocks = {'verify': 'forwarded', 'respond_citizen': 'responded', 'resolve': 'resolved'} %}
with joined as (
  select
    c.complaint_key,
    c.rowid as row_number,
    export.known_at,
    export.known_before is null as is_single,
    coalesce(c.submitted_at, {{ key_stamp('f.submitted') }}) as submitted_at,
    -- The log's own stamp of submission is as exact as its other stamps; the export's may be finer.
    least(date_trunc('second', c.submitted_at), {{ key_stamp('f.submitted') }}) as first_stamp,
    c.status,
    c.reason,
    c.agency_code,
    c.calendar,
    c.has_closing and own_log.source is null as is_closing,
    coalesce(own_log.known_to, any_log.known_to) as known_to,
    f.complaint_key is not null as has_events,
    coalesce(f.is_usable, false) as is_usable
    {%- for clock, awaited in clocks | items %},
    {{ end_key('f.' ~ awaited, 'f.ended') }} as {{ clock }}_key,
    f.complaint_key is not null and coalesce(
      own_log.has_{{ awaited }},
      case when c.has_closing then {{ awaited == 'resolved' }} else any_log.has_{{ awaited }} end,
      false
    ) as {{ clock }}_available
    {%- endfor %},
    coalesce(own_log.has_reopened, not c.has_closing and any_log.has_reopened, false) as reopened_available
  from {{ ref('stg_landing__complaint') }} as c
  join {{ ref('int_export') }} as export on export.row_number = c.rowid and export.is_newest
  left join {{ ref('int_event_first') }} as f on f.complaint_key = c.complaint_key
  left join {{ ref('int_event_source') }} as own_log on own_log.source = c.source
  left join {{ ref('int_event_source') }} as any_log on any_log.source = '*'
)
select
  *,
  submitted_at::date as submitted_date,
  -- A mapped source says no more than when a report was closed: while it is open its export speaks.
  case when is_closing
    then status in ('resolved', 'archived', 'deleted', 'withdrawn')
      and coalesce(not {{ is_before(key_stamp('resolve_key'), 'first_stamp') }}, false)
    -- A log that never tells of an end speaks for its clocks, not for the states.
    else is_usable and resolve_available
  end as by_events
from joined
