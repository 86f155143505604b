import { sql } from 'kysely';
import type { RelationName } from '../../definitions.ts';
import type { Plan } from '../spec.ts';
import { clustersOf } from './clusters.ts';
import type { Sql } from './row.ts';

/**
 * Of each agency and period, whatever the groups: sums over its weeks of every figure whose clusters are
 * asked for (`u:<relation>:<agency>`; items as in parts/clusters.ts, two a figure: weeks, x, n; x², xn,
 * n²). They tell how much agencies change from one period to the next beyond what their weeks allow.
 */
export function unitPart(plan: Plan, relation: RelationName): Sql[] {
  const figures = clustersOf(plan, relation).map((_, position) => position);
  const { unitTime } = plan;
  if (unitTime === undefined || figures.length === 0 || plan.wholeOver.length > 0) return [];
  const time = sql.id(unitTime);
  const each = (text: string) => figures.map((i) => text.replaceAll('#', String(i))).join(', ');
  const list = (one: string, two: string) =>
    sql.raw(`cast([${each(`${one}, ${two}`)}] as bigint[])`);
  const codes = plan.by.map((name) => (name === unitTime ? time : sql`null`));
  return [
    sql`select 'u:${sql.raw(relation)}:' || cluster_agency as part, ${sql.join(codes)},
      cast(range(${sql.raw(String(figures.length * 2))}) as bigint[]) as item,
      ${list('count(*) filter (where n_# > 0)', 'coalesce(sum(x_# * x_#), 0)')} as n0,
      ${list('coalesce(sum(x_#), 0)', 'coalesce(sum(x_# * n_#), 0)')} as n1,
      ${list('coalesce(sum(n_#), 0)', 'coalesce(sum(n_# * n_#), 0)')} as n2
    from (
      select ${time}, cluster_agency, cluster_week, ${sql.raw(each('sum(x_#) as x_#, sum(n_#) as n_#'))}
      from ${sql.id(`cluster_${relation}`)} group by ${time}, cluster_agency, cluster_week
    ) group by ${time}, cluster_agency`,
  ];
}
