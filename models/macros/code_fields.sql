{#- Distinct raw values of a coded field in a landed table. -#}
{% macro raw_values(field, table, column) -%}
select '{{ field }}' as field, {{ column }} as raw, count(*) as n from {{ source('landing', table) }}
where {{ column }} is not null group by {{ column }}
{%- endmacro %}

{% macro map_rows(field, map) -%}
select '{{ field }}' as field, raw, code from {{ ref(map) }}
{%- endmacro %}
