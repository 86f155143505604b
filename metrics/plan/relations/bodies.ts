import { sql } from 'kysely';
import { timeDimensions } from '../../dimensions.ts';
import type { DimensionName } from '../../types.ts';
import type { Plan } from '../spec.ts';
import { conditions, dimensionColumns, type Sql } from './parts.ts';

/** Dimensions that bodies can be counted by. */
export const bodyDimensions: readonly DimensionName[] = [
  ...timeDimensions,
  'agency',
  'agency_type',
  'coordinator',
];

const columns = {
  ...Object.fromEntries(timeDimensions.map((name) => [name, `c.${name}`])),
  agency: 'a.agency_code',
  agency_type: 'a.agency_type',
  // Reports of a local government go by their sector; the body itself has no one coordinator.
  coordinator: `coalesce(ka.code, case when a.agency_type in ('provinsi', 'kabupaten', 'kota')
    then 'local_government' else 'none' end)`,
} as Record<DimensionName, string>;

/**
 * Bodies of the seeds that were in office in a period, one row a body: `is_silent` where no report of
 * the period was forwarded to it, nor stood with it on the as-of day.
 */
export function bodyRelation(plan: Plan): Sql {
  return sql`select ${sql.join([
    sql`c.cohort`,
    ...dimensionColumns(plan, columns),
    sql`seen.agency_code is null as is_silent`,
  ])}
    from dim_agency as a
    join body_cohort as c on a.valid_from <= c.last_day and a.valid_to > c.first_day
    left join (
      select d.cohort, k.agency_code, arg_max(k.coordinator_code, k.valid_from) as code
      from dim_coordination as k join body_cohort as d on k.valid_from <= d.as_of
      where k.agency_code is not null group by d.cohort, k.agency_code
    ) as ka on ka.cohort = c.cohort and ka.agency_code = a.agency_code
    left join (
      select distinct d.cohort, g.agency_code
      from fct_forwarding as g
      join body_cohort as d on g.start_date between d.first_day and least(d.last_day, d.as_of)
      union
      select distinct d.cohort, s.agency_code
      from fct_complaint as f
      join body_cohort as d on f.submitted_date between d.first_day and least(d.last_day, d.as_of)
      join fct_complaint_status as s on s.complaint_key = f.complaint_key
        and s.valid_from <= d.as_of and s.valid_to > d.as_of
    ) as seen on seen.cohort = c.cohort and seen.agency_code = a.agency_code
    where a.resolved_by = 'seed' and a.agency_code <> 'unknown'
    ${conditions(plan.where, columns)}`;
}
