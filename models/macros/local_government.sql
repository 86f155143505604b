{#-
  What stands behind `Pemerintah Kabupaten`, `Pemkab`, `Pemda Provinsi` ... in the folded name of a
  local government: its kind and the rest of the name. Null where the name is none of these.
-#}
{% macro local_government_kind(folded) -%}
case
  when regexp_matches({{ folded }}, '^(pemkab|pemerintah (daerah )?(kabupaten|kab)|pemda (kabupaten|kab)) ') then 'kabupaten'
  when regexp_matches({{ folded }}, '^(pemkot|pemerintah (daerah )?(kota|kotamadya)|pemda kota) ') then 'kota'
  when regexp_matches({{ folded }}, '^(pemprov|pemerintah (daerah )?(provinsi|propinsi|prov)|pemda (provinsi|prov)) ') then 'provinsi'
  when regexp_matches({{ folded }}, '^(pemerintah( daerah)?|pemda) ') then 'any'
end
{%- endmacro %}

{% macro local_government_rest(folded) -%}
regexp_replace({{ folded }}, '^(pemkab|pemkot|pemprov|(pemerintah daerah|pemerintah|pemda)( (kabupaten|kab|kotamadya|kota|provinsi|propinsi|prov))?) ', '')
{%- endmacro %}
