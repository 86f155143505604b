{{ config(materialized='table') }}
-- Every landed version of every report, its names resolved to codes. One row a landed row.
with landed as (
  select *, submitted_at::date as submitted_date
  from {{ source('landing', 'complaint') }}
)
select
  c.complaint_key,
  c.record_key,
  c.complainant_key,
  c.source,
  c.known_at,
  batch.batch_number,
  coalesce(c.synthetic, batch.synthetic, false) as synthetic,
  coalesce(c.calendar, batch.calendar, 'indonesia')::enum('indonesia', 'weekdays') as calendar,
  coalesce(c.region_scheme, batch.region_scheme, 'kemendagri')::enum('kemendagri', 'source') as region_scheme,
  c.submitted_at,
  c.submitted_date,
  c.closed_at,
  c.due_at::date as due_date,
  coalesce(batch.has_closing, false) as has_closing,
  {{ as_code("case when c.status_code in (" ~ code_list('status') ~ ") then c.status_code
    else coalesce(status.code, 'unknown') end", 'status') }} as status,
  {{ as_code("case when c.classification_code in (" ~ code_list('classification') ~ ") then c.classification_code
    else coalesce(classification.code, 'unknown') end", 'classification') }} as classification,
  {{ as_code("case when setwapres.code = 'yes' then 'setwapres'
    when c.channel_code in (" ~ code_list('channel') ~ ") then c.channel_code
    else coalesce(channel.code, 'unknown') end", 'channel') }} as channel,
  -- The column marks `Anonim` or `Rahasia`: where it stands empty, neither was asked for.
  {{ as_code("coalesce(anonymity.code, case when batch.has_anonymity then 'open' else 'unknown' end)", 'anonymity') }}
    as anonymity,
  coalesce(category.category_code, 'unknown') as category_code,
  coalesce(category.sector, 'unknown') as sector,
  {{ as_code("case when c.reason_code in (" ~ code_list('reason') ~ ") then c.reason_code
    else coalesce(reason.code,
      case when c.reason_shape is not null or c.reason_hash is not null then 'other'
        when batch.has_reason then 'none_given' else 'unknown' end) end", 'reason') }} as reason,
  -- A figure does not move to a province that did not exist yet.
  case when c.submitted_date < history.valid_from then history.former_province_code
    else coalesce(region.province_code, 'unknown') end as province_code,
  case when region.province_code is null then false else c.submitted_date < history.valid_from end
    as in_former_province,
  coalesce(region.regency_code, 'unknown') as regency_code,
  coalesce(region.regency_kind, 'unknown') as regency_kind,
  coalesce(agency.agency_code, 'unknown') as agency_code,
  -- The lowest id is the one of ties; the code's number where the source has no ids.
  coalesce(
    case when try_cast(c.agency_id as double) between 0 and 8388607 then try_cast(c.agency_id as double)::integer end,
    8388608 + int_agency.agency_number, 16777215
  )::integer as agency_order,
  {{ as_code("coalesce(sex.code, 'unknown')", 'sex') }} as sex,
  {{ as_code("coalesce(age_band.code, 'unknown')", 'age_band') }} as age_band,
  {{ as_code("coalesce(disability.code, 'unknown')", 'disability') }} as disability,
  case when try_cast(c.rating as double) in (1, 2, 3, 4, 5) then try_cast(c.rating as double)::tinyint end as rating
from landed as c
left join {{ ref('stg_landing__batch') }} as batch on batch.batch_id = c.batch_id
left join {{ ref('stg_landing__code') }} as status on status.field = 'status' and status.raw = c.status
left join {{ ref('stg_landing__code') }} as classification
  on classification.field = 'classification' and classification.raw = c.classification
left join {{ ref('stg_landing__code') }} as channel on channel.field = 'channel' and channel.raw = c.channel
left join {{ ref('stg_landing__code') }} as anonymity
  on anonymity.field = 'anonymity' and anonymity.raw = c.report_type
left join {{ ref('stg_landing__code') }} as setwapres
  on setwapres.field = 'setwapres' and setwapres.raw = c.setwapres
left join {{ ref('stg_landing__code') }} as sex on sex.field = 'sex' and sex.raw = c.sex
left join {{ ref('stg_landing__code') }} as age_band on age_band.field = 'age_band' and age_band.raw = c.age_band
left join {{ ref('stg_landing__code') }} as disability
  on disability.field = 'disability' and disability.raw = c.disability
left join {{ ref('stg_landing__reason') }} as reason on reason.raw = c.reason
left join {{ ref('stg_landing__category') }} as category
  on category.raw = c.category and category.region_scheme is not distinct from c.region_scheme
left join {{ ref('stg_landing__region') }} as region
  on region.province is not distinct from c.province and region.regency is not distinct from c.regency
  and region.region_scheme is not distinct from c.region_scheme
left join {{ ref('region_history') }} as history on history.province_code = region.province_code
left join {{ ref('stg_landing__agency') }} as agency
  on agency.agency is not distinct from c.agency
  and agency.agency_parent is not distinct from c.agency_parent
  and agency.agency_type is not distinct from c.agency_type
  and agency.region_scheme is not distinct from c.region_scheme
left join {{ ref('int_agency') }} as int_agency on int_agency.agency_code = agency.agency_code
