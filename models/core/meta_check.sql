-- What the models had to leave out or to decide, counted.
select 'reports_tied_between_agencies' as name, count(*)::bigint as n
from {{ ref('int_export') }} where is_newest and tied
union all
select 'reports_in_former_province', count(*)::bigint
from {{ ref('int_report') }} as r
join {{ ref('stg_landing__complaint') }} as c on c.rowid = r.row_number
where c.in_former_province
union all
select 'reports_with_export_after_log', count(distinct complaint_key)::bigint
from {{ ref('int_export_spell') }} where is_late
union all
select 'event_rows_without_report',
  (select count(*) from {{ source('landing', 'event') }} as e
    anti join {{ ref('int_report') }} as r on r.complaint_key = e.complaint_key)
union all
select 'attribute_reports_without_report',
  (select count(*) from {{ ref('int_attribute') }} as a
    anti join {{ ref('int_report') }} as r on r.complaint_key = a.complaint_key)
