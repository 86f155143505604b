import { sql } from 'kysely';
import type { RelationName } from '../../definitions.ts';
import type { DimensionName } from '../../types.ts';
import type { ClusterSum, Plan } from '../spec.ts';
import { codes, groupBy, partRow, type Sql } from './row.ts';

/** Rows a figure has in the part. */
export const clusterRows = 6;

/** The figures of a relation whose clusters are asked for, in the order of their `item`s. */
export function clustersOf(plan: Plan, relation: RelationName): ClusterSum[] {
  return plan.clusters.filter((cluster) => cluster.relation === relation);
}

/** Sums of each figure over the agency-weeks of its groups. */
export function clusterRelation(plan: Plan, relation: RelationName): Sql {
  return isFilled(plan) ? filledRelation(plan, relation) : plainRelation(plan, relation);
}

function plainRelation(plan: Plan, relation: RelationName): Sql {
  const sums = clustersOf(plan, relation).flatMap(({ x, n }, position) => [
    sql`${sql.raw(`cast(${x} as bigint) as x_${position}`)}`,
    sql`${sql.raw(`cast(${n} as bigint) as n_${position}`)}`,
  ]);
  return sql`select ${codes(plan)} cluster_agency, cluster_week, ${sql.join(sums)}
    from ${sql.id(relation)} ${groupBy(plan, [sql`cluster_agency`, sql`cluster_week`])}`;
}

/**
 * Whether clusters without a case have rows: where the others of a dimension are compared and `n` is the
 * whole over another, the products of both need them.
 */
function isFilled({ wholeOver, othersOf }: Plan): boolean {
  return wholeOver.length > 0 && othersOf !== undefined && !wholeOver.includes(othersOf);
}

/**
 * Each reason in every cluster of every group, its `n` all reasons there: also where the group has not got
 * the reason, which others have.
 */
function filledRelation(plan: Plan, relation: RelationName): Sql {
  const figures = [...clustersOf(plan, relation).keys()];
  const each = (text: string) =>
    sql.raw(figures.map((i) => text.replaceAll('#', String(i))).join());
  const columns = (names: readonly string[]) => sql.join(names.map((name) => sql.id(name)));
  const clusters = ['cluster_agency', 'cluster_week'];
  const rest: DimensionName[] = plan.by.filter((name) => !plan.wholeOver.includes(name));
  const common = rest.filter((name) => name !== plan.othersOf);
  const reasons = plan.by.filter((name) => name !== plan.othersOf);
  const join = common.length > 0 ? sql`using (${columns(common)})` : sql`on true`;
  return sql`with plain as (${plainRelation(plan, relation)}),
      whole as (select ${columns([...rest, ...clusters])}, ${each('sum(n_#) as n_#')}
        from plain group by ${columns([...rest, ...clusters])}),
      code as (select ${columns(reasons)} from plain group by ${columns(reasons)}
        having ${sql.raw(figures.map((i) => `sum(x_${i}) > 0`).join(' or '))})
    select ${columns([...plan.by, ...clusters])}, ${each('coalesce(x_#, 0) as x_#, whole.n_#')}
    from whole join code ${join} left join plain using (${columns([...plan.by, ...clusters])})`;
}

/**
 * Of each figure up to six rows, `item` = 6 x position + k: clusters, sum of x, sum of n; sum of x²,
 * xn, n² over agency-weeks; sum of x² over the weeks of the group, of n² over its agencies; where others
 * are compared, sums of the products with the x and n of all known codes; of counts sum of x² over
 * place-weeks, and over places. Integers that add up over groups, so that a group's
 * rest is a sum of others.
 */
export function clusterParts(plan: Plan, relation: RelationName): Sql[] {
  const figures = clustersOf(plan, relation);
  const weeks = sql`(select ${codes(plan)} cluster_week, ${sql.join(
    figures.map((_, i) => sql.raw(`sum(x_${i}) as x_${i}`)),
  )} from ${sql.id(`cluster_${relation}`)} ${groupBy(plan, [sql`cluster_week`])}) as weeks`;
  const agencies = sql`(select ${codes(plan)} cluster_agency, ${sql.join(
    figures.map((_, i) => sql.raw(`sum(n_${i}) as n_${i}`)),
  )} from ${sql.id(`cluster_${relation}`)} ${groupBy(plan, [sql`cluster_agency`])}) as agencies`;
  const rows = (from: Sql, k: number, n: [string, string, string]) => {
    const list = (expression: string) =>
      sql.raw(`[${figures.map((_, i) => expression.replaceAll('#', String(i))).join(', ')}]`);
    const [n0, n1, n2] = n.map(list) as [Sql, Sql, Sql];
    const positions = figures.map((_, position) => position * clusterRows + k);
    const item = sql.raw(`[${positions.join(', ')}]`);
    return sql`${partRow(`k:${relation}`, plan, { item, n0, n1, n2 })} from ${from} ${groupBy(plan)}`;
  };
  const whole = plan.wholeOver.length > 0 && !isFilled(plan);
  const source = whole ? wholes(plan, relation, figures.length) : sql.id(`cluster_${relation}`);
  return [
    rows(source, 0, [
      whole ? 'any_value(clusters_#)' : 'count(*) filter (where n_# > 0)',
      'coalesce(sum(x_#), 0)',
      whole ? 'any_value(sum_#)' : 'coalesce(sum(n_#), 0)',
    ]),
    rows(source, 1, [
      'sum(x_# * x_#)',
      'sum(x_# * n_#)',
      whole ? 'any_value(squares_#)' : 'sum(n_# * n_#)',
    ]),
    rows(weeks, 2, ['sum(x_# * x_#)', '0', '0']),
    rows(agencies, 2, ['0', 'sum(n_# * n_#)', '0']),
    ...placeParts(plan, relation, figures),
    ...(plan.othersOf === undefined || whole
      ? []
      : [
          rows(shared(plan, relation, figures.length, plan.othersOf), 3, [
            'sum(own.x_# * total.x_#)',
            'sum(own.x_# * total.n_#)',
            'sum(own.n_# * total.x_#)',
          ]),
          rows(shared(plan, relation, figures.length, plan.othersOf), 4, [
            'sum(own.n_# * total.n_#)',
            'any_value(clusters_#)',
            '0',
          ]),
        ]),
  ];
}

/** Campaigns come from one place in one week: squares of counts over place-weeks, and over places. */
function placeParts(plan: Plan, relation: RelationName, figures: readonly ClusterSum[]): Sql[] {
  const counts = figures.flatMap(({ isCount, x }, position) => (isCount ? [{ x, position }] : []));
  if (counts.length === 0) return [];
  const each = (text: (x: string, position: number) => string) =>
    counts.map(({ x, position }) => text(x, position)).join(', ');
  const places = sql`(
    select ${codes(plan)} ${sql.raw(each((_, i) => `sum(x_${i} * x_${i}) as xx_${i}, sum(x_${i}) as x_${i}`))}
    from (
      select ${codes(plan)} cluster_place, ${sql.raw(each((x, i) => `cast(${x} as bigint) as x_${i}`))}
      from ${sql.id(relation)} ${groupBy(plan, [sql`cluster_place`, sql`cluster_week`])}
    ) ${groupBy(plan, [sql`cluster_place`])}
  ) as places`;
  const list = (text: string) => sql.raw(`[${each((_, i) => text.replaceAll('#', String(i)))}]`);
  const item = sql.raw(`[${each((_, i) => String(i * clusterRows + 5))}]`);
  const row = partRow(`k:${relation}`, plan, {
    item,
    n0: list('sum(xx_#)'),
    n1: list('sum(x_# * x_#)'),
    n2: list('0'),
  });
  return [sql`${row} from ${places} ${groupBy(plan)}`];
}

/** Clusters of the known codes of a dimension, each beside all of them together. */
function shared(plan: Plan, relation: RelationName, figures: number, over: DimensionName): Sql {
  const rest = plan.by.filter((name) => name !== over);
  const each = (text: string) =>
    sql.raw([...Array(figures).keys()].map((i) => text.replaceAll('#', String(i))).join(', '));
  const cluster = [...rest, 'cluster_agency', 'cluster_week'].map((name) => sql.id(name));
  const group = rest.map((name) => sql.id(name));
  const own = sql`(select * from ${sql.id(`cluster_${relation}`)}
    where ${sql.id(over)} <> 'unknown')`;
  const total = sql`(select ${sql.join(cluster)}, ${each('sum(x_#) as x_#, sum(n_#) as n_#')}
    from ${own} group by ${sql.join(cluster)})`;
  const count = sql`(select ${group.length > 0 ? sql`${sql.join(group)},` : sql``}
    ${each('count(*) filter (where n_# > 0) as clusters_#')}
    from ${total} ${group.length > 0 ? sql`group by ${sql.join(group)}` : sql``})`;
  return sql`${own} as own
    join ${total} as total using (${sql.join(cluster)})
    ${group.length > 0 ? sql`join ${count} as counted using (${sql.join(group)})` : sql`cross join ${count} as counted`}`;
}

/**
 * Clusters whose `n` is the whole over some dimensions. A cluster without a case of the group has no
 * row in it, so that the number of clusters, their n and n² come of the whole.
 */
function wholes(plan: Plan, relation: RelationName, figures: number): Sql {
  const rest: DimensionName[] = plan.by.filter((name) => !plan.wholeOver.includes(name));
  const positions = [...Array(figures).keys()];
  const each = (text: string) =>
    sql.raw(positions.map((i) => text.replaceAll('#', String(i))).join(', '));
  const cluster = [...rest, 'cluster_agency', 'cluster_week'].map((name) => sql.id(name));
  const group = rest.map((name) => sql.id(name));
  const total = sql`(select ${sql.join(cluster)}, ${each('sum(n_#) as n_#')}
    from ${sql.id(`cluster_${relation}`)} group by ${sql.join(cluster)})`;
  const sums = sql`(select ${group.length > 0 ? sql`${sql.join(group)},` : sql``}
    ${each('count(*) filter (where n_# > 0) as clusters_#, sum(n_#) as sum_#, sum(n_# * n_#) as squares_#')}
    from ${total} ${group.length > 0 ? sql`group by ${sql.join(group)}` : sql``})`;
  const own = sql`(select * exclude (${each('n_#')}) from ${sql.id(`cluster_${relation}`)})`;
  return sql`${own} as own
    join ${total} as total using (${sql.join(cluster)})
    ${group.length > 0 ? sql`join ${sums} as sums using (${sql.join(group)})` : sql`cross join ${sums} as sums`}`;
}
