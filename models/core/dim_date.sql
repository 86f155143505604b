-- Every day from 2013 to the end of the holiday table, with the number of working days up to and
-- including it: a duration is the difference of two of them.
with day as (
  select unnest(generate_series(
    date '2013-01-01',
    (select last_day(make_date(year(max(date)), 12, 1)) from {{ ref('holiday') }}),
    interval 1 day
  ))::date as date_day
),
judged as (
  select
    day.date_day,
    isodow(day.date_day) <= 5 as is_weekday,
    holiday.name as holiday_name,
    holiday.status as holiday_status,
    coalesce(holiday.holiday_type in ('national'{% if var('collective_leave') %}, 'collective_leave'{% endif %}), false)
      as is_holiday
  from day
  left join {{ ref('holiday') }} as holiday on holiday.date = day.date_day
)
select
  date_day,
  year(date_day)::integer as year,
  {{ quarter_of('date_day') }} as quarter,
  {{ month_of('date_day') }} as month,
  is_weekday and not is_holiday as is_working_day,
  (count(*) filter (where is_weekday and not is_holiday) over (order by date_day))::integer as w_indonesia,
  (count(*) filter (where is_weekday) over (order by date_day))::integer as w_weekdays,
  holiday_name,
  holiday_status
from judged
