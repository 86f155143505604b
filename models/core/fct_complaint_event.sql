-- One row an event of a report, in order; equal events of several batches are one.
select
  e.complaint_key,
  e.event_seq,
  {{ key_event('e.event_key') }} as event,
  {{ key_stamp('e.event_key') }} as event_at,
  {{ key_stamp('e.event_key') }}::date as event_date,
  coalesce(agency.agency_code, 'unknown') as agency_code
from {{ ref('int_event') }} as e
left join {{ ref('int_agency') }} as agency on agency.agency_number = {{ key_agency('e.event_key') }}
