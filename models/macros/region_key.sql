{#-
  The names of one province or regency in its many spellings, brought to one key: `Kab. Bandung`,
  `KABUPATEN BANDUNG` and `Bandung, Kab.` are `kabupaten:bandung`, `Kota Bandung` is `kota:bandung`,
  `Bandung` alone `:bandung`. Spaces go too: `Fak-Fak` is `Fakfak`.
  `folded` is folded text.
-#}
{% macro region_kind(folded) -%}
case
  when regexp_matches({{ folded }}, '^(kabupaten|kab) |.+ (kabupaten|kab)$') then 'kabupaten'
  when regexp_matches({{ folded }}, '^(kota|kotamadya|kodya) |.+ (kota|kotamadya|kodya)$') then 'kota'
  else ''
end
{%- endmacro %}

{% macro region_bare(folded) -%}
replace(regexp_replace(regexp_replace(regexp_replace(
  {{ folded }},
  '^(kabupaten|kab|kotamadya|kodya|kota|provinsi|propinsi|prov) | (kabupaten|kab|kotamadya|kodya|kota)$', ''),
  '^(administrasi|adm) ', ''),
  '\bkep\b', 'kepulauan'), ' ', '')
{%- endmacro %}
