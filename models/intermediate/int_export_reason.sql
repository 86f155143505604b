{{ config(materialized='table') }}
-- One row a report and state in which it was put aside: the newest reason that an export gave for it. A
-- later export shows the report elsewhere and no longer says why it was put aside then.
select complaint_key, status, (max({'known_at': known_at, 'batch': batch_number, 'reason': reason})).reason as reason
from {{ ref('stg_landing__complaint') }}
where status in ('postponed', 'archived') and reason not in ('none_given', 'unknown')
group by complaint_key, status
