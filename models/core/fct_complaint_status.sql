-- One row a report and spell of an unchanged state, without gap or overlap from submission on.
with late as (
  select complaint_key, min(valid_from) as late_from
  from {{ ref('int_export_spell') }}
  where is_late
  group by complaint_key
),
by_event as (
  select
    s.complaint_key,
    s.is_first,
    s.state = 1 and s.holder = 0 as is_waiting,
    {{ state_name('case when r.is_closing and s.state = 1 then 3 else s.state end') }} as status,
    case when r.is_closing or s.holder is null then r.agency_code
      when s.holder = 0 then 'unknown' else agency.agency_code end as agency_code,
    r.reason,
    r.status as status_exported,
    r.submitted_date,
    date '1970-01-01' + s.first_day as first_day,
    least(coalesce(date '1970-01-01' + s.next_day, date '9999-12-31'), late.late_from) as valid_to,
    late.late_from
  from {{ ref('int_event_spell') }} as s
  join {{ ref('int_report') }} as r on r.complaint_key = s.complaint_key and r.by_events
  left join {{ ref('int_agency') }} as agency on agency.agency_number = s.holder
  left join late on late.complaint_key = s.complaint_key
),
-- No export showed a report put aside as the log tells it was: why is not known, which is not "none given".
reasoned as (
  select
    by_event.* exclude (reason),
    coalesce(
      told.reason,
      case when by_event.status in ('postponed', 'archived') and by_event.status <> by_event.status_exported
        then {{ as_code("'unknown'", 'reason') }} else by_event.reason end
    ) as reason
  from by_event
  left join {{ ref('int_export_reason') }} as told
    on told.complaint_key = by_event.complaint_key and told.status = by_event.status
),
spell as (
  -- A log that begins after the submission: until then nobody had the report.
  select complaint_key, status, agency_code, reason,
    case when is_first and is_waiting then coalesce(submitted_date, first_day)
      else greatest(first_day, submitted_date) end as valid_from,
    valid_to,
    'event' as basis
  from reasoned
  union all
  select complaint_key, {{ as_code("'unverified'", 'status') }}, 'unknown', reason, submitted_date, least(first_day, late_from), 'event'
  from by_event
  where is_first and not is_waiting and submitted_date < first_day
  union all
  select complaint_key, status, agency_code, reason, valid_from, valid_to, 'export'
  from {{ ref('int_export_spell') }}
  union all
  select complaint_key, status, agency_code, reason, coalesce(submitted_date, known_at), date '9999-12-31', 'export'
  from {{ ref('int_report') }}
  where not by_events and is_single
)
select
  spell.complaint_key,
  spell.status,
  spell.agency_code,
  {{ as_code("coalesce(agency.agency_type, 'unknown')", 'agency_type') }} as agency_type,
  case
    when spell.basis = 'export' or spell.status in ('postponed', 'archived') or spell.reason = 'unknown' then spell.reason
    else {{ as_code("'none_given'", 'reason') }}
  end as reason,
  spell.valid_from,
  spell.valid_to,
  spell.basis::enum({{ code_list('basis') }}) as basis
from spell
left join {{ ref('int_agency') }} as agency on agency.agency_code = spell.agency_code
where spell.valid_from < spell.valid_to
