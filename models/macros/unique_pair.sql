{#- Generic test: the columns together are a key. -#}
{% test unique_pair(model, columns) %}
select {{ columns | join(', ') }}
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1
{% endtest %}
