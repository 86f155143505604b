{#- The type of an agency that no seed knows, from its folded name. -#}
{% macro agency_type_of(folded) -%}
case
  when regexp_matches({{ folded }}, '^kemen(terian|ko)? ') then 'kementerian'
  when regexp_matches({{ folded }}, '^(pt|perum|perusahaan umum) |persero|bumn') then 'bumn'
  when regexp_matches({{ folded }}, 'provinsi|propinsi|pemprov') then 'provinsi'
  when regexp_matches({{ folded }}, '\b(kabupaten|kab|pemkab|bupati)\b') then 'kabupaten'
  when regexp_matches({{ folded }}, '\b(kota|kotamadya|pemkot|walikota)\b') then 'kota'
  when regexp_matches({{ folded }}, '^(badan|lembaga|komisi|dewan|mahkamah|otoritas|kepolisian|kejaksaan|arsip|sekretariat) ') then 'lembaga'
  else 'other'
end
{%- endmacro %}
