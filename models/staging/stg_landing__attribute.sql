{{ config(materialized='view') }}
-- What attribute files say of a report's reporter, as codes.
select
  a.complaint_key,
  batch.batch_number,
  a.complainant_key,
  coalesce(sex.code, 'unknown') as sex,
  coalesce(age_band.code, 'unknown') as age_band,
  coalesce(disability.code, 'unknown') as disability
from {{ source('landing', 'attribute') }} as a
left join {{ ref('stg_landing__batch') }} as batch on batch.batch_id = a.batch_id
left join {{ ref('stg_landing__code') }} as sex on sex.field = 'sex' and sex.raw = a.sex
left join {{ ref('stg_landing__code') }} as age_band on age_band.field = 'age_band' and age_band.raw = a.age_band
left join {{ ref('stg_landing__code') }} as disability
  on disability.field = 'disability' and disability.raw = a.disability
