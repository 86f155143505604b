-- The day whose states fct_complaint keeps for the reports of a period: the as-of day of that period where
-- nothing else is asked (metrics/as-of.ts). A query on another day looks in fct_complaint_status.
with logged as (
  select coalesce(avg(has_events::integer), 0) >= 0.8 as is_logged from {{ ref('int_report') }}
),
covered as (
  select min(source.known_to) as day
  from {{ ref('meta_source') }} as source
  cross join logged
  where source.kind = 'complaint' or (source.kind = 'event' and is_logged)
),
-- Without a log the state is that of an export.
exported as (
  select valid_to - 1 as day
  from {{ ref('fct_complaint_status') }}
  where basis = 'export' and valid_to < date '9999-12-31' and not (select is_logged from logged)
  union
  select known_to from {{ ref('meta_source') }}
  where kind = 'complaint' and not (select is_logged from logged)
),
calendar as (
  select date_day, case when used.is_indonesian then w_indonesia else w_weekdays end as w
  from {{ ref('dim_date') }}
  cross join (
    select count(*) = 0 or bool_or(calendar = 'indonesia') as is_indonesian
    from {{ ref('stg_landing__complaint') }}
  ) as used
),
submitted as (
  select distinct submitted_date as day from {{ ref('int_report') }} where submitted_date is not null
),
period as (
  select distinct {{ quarter_of('day') }} as period,
    last_day((date_trunc('quarter', day) + interval 2 months)::date) as last_day
  from submitted
  union all
  select distinct year(day)::varchar, make_date(year(day), 12, 31) from submitted
),
planned as (
  select period.period, min(later.date_day) as day
  from period
  left join calendar as ending on ending.date_day = period.last_day
  left join calendar as later on later.w >= ending.w + 15
  group by period.period
),
seen as (
  select planned.period, planned.day, min(exported.day) as export_day
  from planned
  left join exported on exported.day >= planned.day
  group by planned.period, planned.day
)
select
  seen.period,
  case when seen.day is null or covered.day < seen.day then covered.day
    else coalesce(seen.export_day, seen.day) end as as_of
from seen
cross join covered
where seen.day is not null or covered.day is not null
