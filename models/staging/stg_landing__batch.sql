{{ config(materialized='table') }}
-- One row a batch, numbered by age; what its input had a column for.
select
  batch_id,
  source,
  kind,
  known_at,
  synthetic,
  calendar,
  region_scheme,
  fields,
  rows_read,
  rows_landed,
  rows_rejected,
  rows_duplicate,
  row_number() over (order by known_at, batch_id)::integer as batch_number,
  kind = 'complaint' and list_has_any(fields, ['report_type', 'anonymity']) as has_anonymity,
  kind = 'complaint' and list_has_any(fields, ['reason', 'reason_code']) as has_reason,
  kind = 'complaint' and list_has_any(fields, ['closed_at', 'closed']) as has_closing
from {{ source('landing', 'batch') }}
