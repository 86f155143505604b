{{ config(materialized='table') }}
-- One row a report: each attribute as the newest batch that knows it has it.
{%- set fields = ['sex', 'age_band', 'disability'] %}
select
  complaint_key
  {%- for field in fields %},
  (coalesce(
    list_extract([{{ code_list(field) }}],
      (max(batch_number * 16 + list_position([{{ code_list(field) }}], {{ field }})) % 16)::integer),
    'unknown'
  ))::enum({{ code_list(field) }}, 'unknown') as {{ field }}
  {%- endfor %},
  arg_max(complainant_key, batch_number) filter (where complainant_key is not null) as complainant_key
from {{ ref('stg_landing__attribute') }}
group by complaint_key
