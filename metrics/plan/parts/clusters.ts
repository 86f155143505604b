import { sql } from 'kysely';
import type { RelationName } from '../../definitions.ts';
import type { ClusterSum, Plan } from '../spec.ts';
import { codes, groupBy, partRow, type Sql } from './row.ts';

/** The figures of a relation whose clusters are asked for, in the order of their `item`s. */
export function clustersOf(plan: Plan, relation: RelationName): ClusterSum[] {
  return plan.clusters.filter((cluster) => cluster.relation === relation);
}

/** Sums of each figure over the agency-weeks of its groups. */
export function clusterRelation(plan: Plan, relation: RelationName): Sql {
  const sums = clustersOf(plan, relation).flatMap(({ x, n }, position) => [
    sql`${sql.raw(`cast(${x} as bigint) as x_${position}`)}`,
    sql`${sql.raw(`cast(${n} as bigint) as n_${position}`)}`,
  ]);
  return sql`select ${codes(plan)} cluster_agency, cluster_week, ${sql.join(sums)}
    from ${sql.id(relation)} ${groupBy(plan, [sql`cluster_agency`, sql`cluster_week`])}`;
}

/**
 * Of each figure four rows, `item` = 4 x position + k: clusters, sum of x, sum of n; sum of x², xn, n²
 * over agency-weeks; and over the weeks of the group sum of x² (of x and n). Integers that add up over
 * groups, so that a group's rest is a sum of others.
 */
export function clusterParts(plan: Plan, relation: RelationName): Sql[] {
  const figures = clustersOf(plan, relation);
  const source = `cluster_${relation}`;
  const byWeek = sql`(select ${codes(plan)} cluster_week, ${sql.join(
    figures.map((_, i) => sql.raw(`sum(x_${i}) as x_${i}`)),
  )} from ${sql.id(source)} ${groupBy(plan, [sql`cluster_week`])})`;
  const list = (of: (position: number) => string) =>
    sql.raw(`unnest([${figures.map((_, position) => of(position)).join(', ')}])`);
  const items = (k: number) => sql.raw(`unnest(range(${figures.length})) * 4 + ${k}`);
  const rows = (from: Sql, k: number, n: [string, string, string]) => {
    const [n0, n1, n2] = n.map((expression) =>
      list((i) => `cast(${expression.replaceAll('#', String(i))} as bigint)`),
    );
    return sql`${partRow(`k:${relation}`, plan, {
      item: items(k),
      n0: n0 as Sql,
      n1: n1 as Sql,
      n2: n2 as Sql,
    })} from ${from} ${groupBy(plan)}`;
  };
  const clusters = sql.id(source);
  return [
    rows(clusters, 0, [
      'count(*) filter (where n_# > 0)',
      'coalesce(sum(x_#), 0)',
      'coalesce(sum(n_#), 0)',
    ]),
    rows(clusters, 1, ['sum(x_# * x_#)', 'sum(x_# * n_#)', 'sum(n_# * n_#)']),
    rows(sql`${byWeek} as by_week`, 2, ['sum(x_# * x_#)', '0', '0']),
  ];
}
