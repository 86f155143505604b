import { sql } from 'kysely';
import { clockRelation, type RelationName, relationNames } from '../definitions.ts';
import { isStateCount, relationOf, sqlOfCount } from './counts.ts';
import { clusterParts, clusterRelation, clustersOf } from './parts/clusters.ts';
import { histogramParts } from './parts/histograms.ts';
import { countRows, groupBy, partRow, type Sql } from './parts/row.ts';
import { stockParts, stockSeriesPart } from './parts/stock.ts';
import { bodyRelation } from './relations/bodies.ts';
import { complaintRelation } from './relations/complaint.ts';
import { cohortRelation } from './relations/parts.ts';
import { startRelation } from './relations/start.ts';
import { flowRelation, stockRelation, stockSeriesRelation } from './relations/stock.ts';
import type { Plan } from './spec.ts';

/** The plain counts of a plan over a relation, in the order of their `item`s. */
export function countsOf(plan: Plan, relation: RelationName): string[] {
  return plan.counts.filter((name) => !isStateCount(name) && relationOf(name) === relation);
}

/**
 * The one statement of a plan. Its rows: `part`, the codes of the dimensions, `item`, `n0`, `n1`,
 * `n2`. Parts: a relation's name (a count, by its position among the plan's); `state` (reports in a
 * state, by its position in `states`); `t:` and `e:` (parts/histograms.ts); `k:` (parts/clusters.ts);
 * `b`, `f`, `s` (parts/stock.ts); `body` (bodies in office, and the silent among them).
 */
export function statement(plan: Plan): Sql {
  // A cut table is narrow and read as it lies; the facts are cut once for all parts.
  const as = sql.raw(plan.cut ? 'as not materialized' : 'as materialized');
  const needed = relationNames.filter((relation) => isNeeded(plan, relation));
  const clustered = needed.filter((relation) => clustersOf(plan, relation).length > 0);
  const ctes = [
    ...(plan.cut ? [] : [sql`cohort as (${cohortRelation(plan.cohorts)})`]),
    ...needed.map((name) => sql`${sql.id(name)} ${as} (${relationSql(plan, name)})`),
    ...clustered.map(
      (name) => sql`${sql.id(`cluster_${name}`)} as materialized (${clusterRelation(plan, name)})`,
    ),
    ...(plan.stockCohorts.length > 0 ? stockRelations(plan) : []),
    ...(plan.bodyCohorts.length > 0
      ? [
          sql`body_cohort as (${cohortRelation(plan.bodyCohorts)})`,
          sql`body as (${bodyRelation(plan)})`,
        ]
      : []),
  ];
  const parts = [
    ...needed.flatMap((name) => relationParts(plan, name)),
    ...clustered.flatMap((name) => clusterParts(plan, name)),
    ...(plan.stockCohorts.length > 0 ? stockParts(plan) : []),
    ...(plan.stockSeries ? [stockSeriesPart(plan)] : []),
    ...(plan.bodyCohorts.length > 0
      ? [countRows('body', plan, 'body', [sql`count(*)`, sql`count(*) filter (where is_silent)`])]
      : []),
  ];
  return sql`with ${sql.join(ctes)} ${sql.join(parts, sql` union all `)}`;
}

function isNeeded(plan: Plan, relation: RelationName): boolean {
  return (
    plan.counts.some((name) => relationOf(name) === relation) ||
    plan.histograms.some((clock) => clockRelation[clock] === relation)
  );
}

function relationSql(plan: Plan, relation: RelationName): Sql {
  return relation === 'complaint' ? complaintRelation(plan) : startRelation(plan, relation);
}

function stockRelations(plan: Plan): Sql[] {
  return [
    sql`stock_cohort as (${cohortRelation(plan.stockCohorts)})`,
    sql`stock as (${stockRelation(plan)})`,
    sql`flow as (${flowRelation(plan)})`,
    ...(plan.stockSeries ? [sql`stock_series as (${stockSeriesRelation(plan)})`] : []),
  ];
}

function relationParts(plan: Plan, relation: RelationName): Sql[] {
  const counts = countsOf(plan, relation);
  const states = relation === 'complaint' && plan.counts.some(isStateCount);
  return [
    ...(counts.length > 0
      ? [
          countRows(
            relation,
            plan,
            relation,
            counts.map((name) => sql.raw(sqlOfCount(name))),
          ),
        ]
      : []),
    ...(states
      ? [
          sql`${partRow('state', plan, { item: sql`state`, n0: sql`count(*)` })}
            from complaint ${groupBy(plan, [sql`state`])}`,
        ]
      : []),
    ...plan.histograms
      .filter((clock) => clockRelation[clock] === relation)
      .flatMap((clock) => histogramParts(plan, clock)),
  ];
}
