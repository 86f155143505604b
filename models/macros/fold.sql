{#- Folded text: lower case, anything but letters and digits to one space, trimmed. -#}
{% macro fold(text) -%}
nullif(trim(regexp_replace(lower({{ text }}), '[^\p{L}\p{N}]+', ' ', 'g')), '')
{%- endmacro %}

{#- Folded text with dashes, for the codes of what no seed knows. -#}
{% macro slug(text) -%}
replace({{ fold(text) }}, ' ', '-')
{%- endmacro %}
