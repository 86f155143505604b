import { sql } from 'kysely';
import { forwardingColumns, stateDimensionsOfReport } from '../../dimensions.ts';
import type { DimensionName } from '../../types.ts';
import type { Plan } from '../spec.ts';
import {
  asOfOrdinal,
  clockColumns,
  clusterColumns,
  conditions,
  coordinationJoin,
  cutRelation,
  dimensionColumns,
  needsClusters,
  periodColumn,
  type Sql,
  statusJoin,
  uses,
} from './parts.ts';

/**
 * Forwardings, or first resolutions, of the cohorts, in the shape of complaint.ts; `returned`: the
 * forwarding was returned by the as-of day. The agency is that of the forwarding, or the one
 * responsible when the report was resolved; other dimensions come from the report.
 */
export function startRelation(plan: Plan, relation: 'forwarding' | 'resolution'): Sql {
  if (plan.cut) return cutRelation(plan, plan.cut, relation);
  const clock = relation === 'forwarding' ? 'respond_agency' : 'reopened';
  const report = needsReport(plan);
  const columns = [
    sql`c.cohort`,
    ...dimensionColumns(plan, forwardingColumns),
    sql.raw(`${asOfOrdinal(plan)} - g.start_w as followup`),
    sql`g.end_cause = 'returned' and g.end_date <= c.as_of as returned`,
    ...(needsClusters(plan, relation)
      ? clusterColumns('g.agency_code', 'g.start_date', 'g.agency_code')
      : []),
    ...clockColumns(plan, clock, {
      time: 'g.time_status',
      end: 'g.end',
      startW: 'g.start_w',
      limit: 'g.limit_days',
    }),
  ];
  const status = stateDimensionsOfReport.some((name) => uses(plan, name));
  return sql`select ${sql.join(columns)}
    from ${sql.raw(`fct_${relation}`)} as g
    join cohort as c on c.period = ${periodColumn(plan, forwardingColumns)}
    ${report ? sql`join fct_complaint as f on f.complaint_key = g.complaint_key` : sql``}
    ${status ? statusJoin(plan, sql`g.complaint_key`) : sql``}
    ${coordinationJoin(plan, 'g.agency_code')}
    where g.start_date <= c.as_of ${conditions(plan.where, forwardingColumns)}`;
}

/** Whether anything is asked of the reports themselves: every start belongs to one. */
function needsReport(plan: Plan): boolean {
  const used = [...plan.by, ...(Object.keys(plan.where) as DimensionName[])];
  return (
    plan.calendar === undefined ||
    used.some((name) => name === 'coordinator' || /\bf\./.test(forwardingColumns[name]))
  );
}
