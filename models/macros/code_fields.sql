{#-
  Distinct raw values of a coded field in a landed table, and how many rows need them: those for which
  the mapping of the source has declared no code.
-#}
{% macro raw_values(field, table, column, declared='null') -%}
select '{{ field }}' as field, {{ column }} as raw, count(*) filter (where {{ declared }} is null) as n from {{ source('landing', table) }}
where {{ column }} is not null group by {{ column }}
{%- endmacro %}

{% macro map_rows(field, map) -%}
select '{{ field }}' as field, raw, code from {{ ref(map) }}
{%- endmacro %}
