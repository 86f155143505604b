{#- `2026Q3` and `2026-07`, also for days that no calendar knows. -#}
{% macro quarter_of(day) -%}
year({{ day }})::varchar || 'Q' || quarter({{ day }})::varchar
{%- endmacro %}

{% macro month_of(day) -%}
strftime({{ day }}, '%Y-%m')
{%- endmacro %}

{#- W(d) in the calendar of the report. -#}
{% macro w_of(date_table, calendar) -%}
case {{ calendar }} when 'weekdays' then {{ date_table }}.w_weekdays else {{ date_table }}.w_indonesia end
{%- endmacro %}
