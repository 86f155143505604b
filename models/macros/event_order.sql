{#-
  One BIGINT that sorts the events of a report and holds all of them: second, kind (its place in the
  list of codes, which is the order in which equal stamps are read), agency. Ties go to the lowest agency
  code last, so that it is the one responsible. An unknown time sorts last, an unknown kind after the
  others. Shifts, since an integer division costs more than the rest of the scan.
-#}
{% macro event_key(stamp, event, agency_number) -%}
(
  ((case when {{ stamp }} between timestamp '1970-01-01' and timestamp '9999-12-30'
    then epoch_us({{ stamp }}) // 1000000 else 253402214400 end) << 24)
  + (coalesce(list_position([{{ code_list('event') }}], {{ event }}), 12)::bigint << 20)
  + 1048575 - coalesce({{ agency_number }}, 0)
)
{%- endmacro %}

{% macro key_rank(key) -%}
(({{ key }} >> 20) & 15)
{%- endmacro %}

{#- Null for an event of unknown time. -#}
{% macro key_stamp(key) -%}
make_timestamp(nullif({{ key }} >> 24, 253402214400) * 1000000)
{%- endmacro %}

{% macro key_is_timed(key) -%}
({{ key }} >> 24) < 253402214400
{%- endmacro %}

{#- Day as a number since 1970. -#}
{% macro key_day(key) -%}
(({{ key }} >> 24) // 86400)::integer
{%- endmacro %}

{#- 0 where no agency is named. -#}
{% macro key_agency(key) -%}
(1048575 - ({{ key }} & 1048575))::integer
{%- endmacro %}

{% macro key_event(key) -%}
list_extract([{{ code_list('event') }}, 'unknown']::enum({{ code_list('event') }}, 'unknown')[], {{ key_rank(key) }}::integer)
{%- endmacro %}

{#- Status by the number of a state (int_event). -#}
{% macro state_name(state) -%}
list_extract(['unverified', 'forwarded', 'in_progress', 'resolved', 'archived', 'deleted', 'withdrawn', 'postponed']::enum({{ code_list('status') }}, 'unknown')[], {{ state }}::integer)
{%- endmacro %}
