{{ config(materialized='table') }}
-- One row a report and export day: which row speaks for the report, the day of its export before, and
-- whether it is the newest. A report may stand in an export once per agency: the one that has neither
-- returned nor archived it, ties by the lowest agency id.
with picked as (
  select
    complaint_key,
    known_at,
    -- Preference in the high digits, the row's number in the low ones, so that one max finds the row.
    max(
      ((not aside)::integer * 16777216 + 16777215 - agency_order)::hugeint * 281474976710656 * 1048576
      + batch_number::hugeint * 281474976710656
      + content::hugeint * 4294967296
      + row_number
    ) as pick,
    coalesce(min(agency_order) filter (where not aside) < max(agency_order) filter (where not aside), false)
      as tied
  from (
    select
      complaint_key,
      known_at,
      agency_order,
      batch_number,
      status = 'archived' or (status = 'postponed' and reason = 'not_in_authority') as aside,
      hash(status, reason, category_code, classification, channel, province_code, regency_code) % 65536
        as content,
      rowid as row_number
    from {{ ref('stg_landing__complaint') }}
  )
  group by complaint_key, known_at
)
select
  complaint_key,
  known_at,
  (pick & 4294967295)::bigint as row_number,
  tied,
  lag(known_at) over by_age as known_before,
  lead(known_at) over by_age is null as is_newest
from picked
window by_age as (partition by complaint_key order by known_at)
