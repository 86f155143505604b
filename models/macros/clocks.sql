{#-
  The end of a clock as an event key: the first of the awaited event and what competes with it (keys
  sort equal stamps with the awaited event first). An awaited event of unknown time stays the end,
  whatever else is known.
-#}
{% macro end_key(awaited, competing) -%}
case when {{ awaited }} is null or {{ key_is_timed(awaited) }} then least({{ awaited }}, {{ competing }}) else {{ awaited }} end
{%- endmacro %}

{#-
  Whether an end lies before the start. A stamp of exactly midnight is a date without a time: it is
  before nothing of its own day.
-#}
{% macro is_before(stamp, start) -%}
({{ stamp }} < {{ start }} and {{ stamp }} <> date_trunc('day', {{ start }}))
{%- endmacro %}

{#-
  What can be said of a clock's times. End before start is judged on the stamps, since Friday after
  Saturday has the duration 0.
  available: the log has such events; start: stamp; start_w, end_w: working days or null outside the
  calendar; key: the end's key or null; first: the earliest stamp of the start.
-#}
{% macro time_status(available, start, start_w, key, end_w, first) -%}
case
  when not {{ available }} then 'not_available'
  when {{ start }} is null or not {{ key_is_timed(key) }} then 'time_unknown'
  when {{ is_before(key_stamp(key), first) }} or {{ key_stamp(key) }}::date < {{ start }}::date then 'time_invalid'
  when {{ start_w }} is null or ({{ key }} is not null and {{ end_w }} is null) then 'calendar_missing'
  else 'ok'
end
{%- endmacro %}
