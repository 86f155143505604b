{#- True where some batch's input has a column for a field, under its landed or its own name. -#}
{% macro has_field(name, column) -%}
exists (select 1 from landed where landed.field in ('{{ name }}', '{{ column }}', '{{ column }}_code', '{{ name }}_id'))
{%- endmacro %}
