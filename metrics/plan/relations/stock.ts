import { sql } from 'kysely';
import { pendingStatuses } from '../../definitions.ts';
import { complaintColumns, timeDimensions } from '../../dimensions.ts';
import type { DimensionName } from '../../types.ts';
import type { Plan } from '../spec.ts';
import { asOfOrdinal, conditions, coordinationJoin, dimensionColumns, type Sql } from './parts.ts';

const times = Object.fromEntries(timeDimensions.map((name) => [name, `c.${name}`]));

/** A pending report is counted in the period at whose end it is pending, whenever it came in. */
const stockColumns = { ...complaintColumns, ...times } as Record<DimensionName, string>;

const flowColumns: Record<DimensionName, string> = {
  ...stockColumns,
  agency: 's.agency_code',
  agency_type: 's.agency_type',
};

/**
 * Reports pending on the evening of each stock day (the `as_of` of relation `stock_cohort`), one row a
 * report: dimensions, `age` (working days since it came in), `is_postponed`, `is_late`.
 */
export function stockRelation(plan: Plan): Sql {
  const statuses = pendingStatuses.map((status) => `'${status}'`).join(', ');
  const columns = [
    sql`c.cohort`,
    ...dimensionColumns(plan, stockColumns),
    sql.raw(`${asOfOrdinal(plan)} - f.submitted_w as age`),
    sql`s.status = 'postponed' as is_postponed`,
    sql`s.status <> 'postponed' and age > f.resolve_limit as is_late`,
  ];
  return sql`select ${sql.join(columns)}
    from fct_complaint_status as s
    join stock_cohort as c on s.valid_from <= c.as_of and s.valid_to > c.as_of
    join fct_complaint as f on f.complaint_key = s.complaint_key
    ${coordinationJoin(plan, 's.agency_code', 'stock_cohort')}
    where s.status in (${sql.raw(statuses)}) ${conditions(plan.where, stockColumns)}`;
}

/** Spells of pending reports that touch a period, with their dimensions. */
export function flowRelation(plan: Plan): Sql {
  const columns = [
    sql`c.cohort`,
    ...dimensionColumns(plan, flowColumns),
    sql`s.valid_from < c.first_day and s.valid_to >= c.first_day as is_opening`,
    sql`case when s.valid_from >= c.first_day then s.entered_by end as entered_by`,
    sql`case when s.valid_to <= c.as_of then s.left_to end as left_to`,
  ];
  return sql`select ${sql.join(columns)}
    from fct_backlog as s
    join stock_cohort as c on s.valid_from <= c.as_of and s.valid_to >= c.first_day
    join fct_complaint as f on f.complaint_key = s.complaint_key
    ${coordinationJoin(plan, 's.agency_code', 'stock_cohort')}
    where true ${conditions(plan.where, flowColumns)}`;
}

/** The stock at the ends of the months in the two years up to each stock day: `month_end`. */
export function stockSeriesRelation(plan: Plan): Sql {
  return sql`select ${sql.join([
    sql`c.cohort`,
    ...dimensionColumns(plan, flowColumns),
    sql`c.month_end`,
  ])}
    from fct_backlog as s
    join (
      select c.*, d.date_day as month_end
      from stock_cohort as c
      join dim_date as d on d.date_day = last_day(d.date_day)
        and d.date_day <= c.as_of and d.date_day > c.as_of - interval 24 months
    ) as c on s.valid_from <= c.month_end and s.valid_to > c.month_end
    join fct_complaint as f on f.complaint_key = s.complaint_key
    ${coordinationJoin(plan, 's.agency_code', 'stock_cohort')}
    where true ${conditions(plan.where, flowColumns)}`;
}
