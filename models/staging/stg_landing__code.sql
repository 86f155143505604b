{{ config(materialized='table') }}
-- Every raw value of a coded field and its code. Names are resolved on distinct values, since a regular
-- expression over millions of rows costs more than all joins together.
with landed as (
  {{ raw_values('status', 'complaint', 'status', 'status_code') }}
  union all {{ raw_values('classification', 'complaint', 'classification', 'classification_code') }}
  union all {{ raw_values('channel', 'complaint', 'channel', 'channel_code') }}
  union all {{ raw_values('anonymity', 'complaint', 'report_type') }}
  union all {{ raw_values('setwapres', 'complaint', 'setwapres') }}
  union all {{ raw_values('sex', 'complaint', 'sex') }}
  union all {{ raw_values('age_band', 'complaint', 'age_band') }}
  union all {{ raw_values('disability', 'complaint', 'disability') }}
  union all {{ raw_values('sex', 'attribute', 'sex') }}
  union all {{ raw_values('age_band', 'attribute', 'age_band') }}
  union all {{ raw_values('disability', 'attribute', 'disability') }}
  union all {{ raw_values('event', 'event', 'event') }}
),
mapped as (
  {{ map_rows('status', 'status_map') }}
  union all {{ map_rows('classification', 'classification_map') }}
  union all {{ map_rows('channel', 'channel_map') }}
  union all {{ map_rows('anonymity', 'anonymity_map') }}
  union all {{ map_rows('setwapres', 'disability_map') }}
  union all {{ map_rows('sex', 'sex_map') }}
  union all {{ map_rows('age_band', 'age_map') }}
  union all {{ map_rows('disability', 'disability_map') }}
  union all {{ map_rows('event', 'event_map') }}
),
-- A file may also write our own codes; a status that only a day and a limit make is none of them.
own as (
  select dimension as field, {{ fold('code') }} as raw, min(code) as code
  from {{ ref('code_label') }}
  where not (dimension = 'status' and code in ('open_within', 'open_beyond'))
  group by all
)
select
  landed.field,
  landed.raw,
  sum(landed.n)::bigint as n,
  coalesce(min(mapped.code), min(own.code), 'unknown') as code,
  coalesce(min(mapped.code), min(own.code)) is not null as resolved
from landed
left join mapped on mapped.field = landed.field and mapped.raw = {{ fold('landed.raw') }}
left join own on own.field = landed.field and own.raw = {{ fold('landed.raw') }}
group by landed.field, landed.raw
