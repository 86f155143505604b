import { sql } from 'kysely';
import { type Clock, clockRelation, type RelationName, relationNames } from '../definitions.ts';
import { relationOf, sqlOfCount } from './counts.ts';
import { clusterParts, clusterRelation, clustersOf } from './parts/clusters.ts';
import { coveragePart, coverageRelation } from './parts/coverage.ts';
import { curveEnd, histogramPart } from './parts/histograms.ts';
import { countRows, type Sql } from './parts/row.ts';
import { stockParts, stockSeriesPart } from './parts/stock.ts';
import { unitPart } from './parts/units.ts';
import { bodyRelation } from './relations/bodies.ts';
import { complaintRelation } from './relations/complaint.ts';
import { cohortRelation } from './relations/parts.ts';
import { startRelation } from './relations/start.ts';
import { flowRelation, stockRelation, stockSeriesRelation } from './relations/stock.ts';
import type { Plan } from './spec.ts';

/** The counts of a plan over a relation, in the order of their positions. */
export function countsOf(plan: Plan, relation: RelationName): string[] {
  return plan.counts.filter((name) => relationOf(name) === relation);
}

/** The clocks of a relation whose day histograms are needed, in the order of their curves' ends. */
export function histogramsOf(plan: Plan, relation: RelationName): Clock[] {
  return plan.histograms.filter((clock) => clockRelation[clock] === relation);
}

/**
 * The one statement of a plan. Its rows: `part`, the codes of the dimensions, and the lists `item`,
 * `n0`, `n1`, `n2`. Parts: a relation's name (its counts by position, and beside them the ends of its
 * clocks' curves); `coverage` (parts/coverage.ts); `t:` (parts/histograms.ts); `k:` (parts/clusters.ts); `u:` (parts/units.ts); `b`, `f`, `s`
 * (parts/stock.ts); `body` (bodies in office, and the silent among them).
 */
export function statement(plan: Plan): Sql {
  // A cut table is narrow and read as it lies; the facts are cut once where several parts read them.
  const as = (relation: RelationName) =>
    sql.raw(plan.cut || partsOver(plan, relation) < 2 ? 'as not materialized' : 'as materialized');
  const needed = relationNames.filter((relation) => isNeeded(plan, relation));
  const clustered = needed.filter((relation) => clustersOf(plan, relation).length > 0);
  const ctes = [
    ...(plan.cut ? [] : [sql`cohort as (${cohortRelation(plan.cohorts)})`]),
    ...(plan.coverageOnly ? [sql`coverage as (${coverageRelation(plan)})`] : []),
    ...needed.map((name) => sql`${sql.id(name)} ${as(name)} (${relationSql(plan, name)})`),
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
    ...(plan.coverageOnly ? [coveragePart(plan)] : []),
    ...needed.flatMap((name) => relationParts(plan, name)),
    ...clustered.flatMap((name) => clusterParts(plan, name)),
    ...clustered.flatMap((name) => unitPart(plan, name)),
    ...(plan.stockCohorts.length > 0 ? stockParts(plan) : []),
    ...(plan.stockSeries ? [stockSeriesPart(plan)] : []),
    ...(plan.bodyCohorts.length > 0
      ? [countRows('body', plan, 'body', [sql`count(*)`, sql`count(*) filter (where is_silent)`])]
      : []),
  ];
  return sql`with ${sql.join(ctes)} ${sql.join(parts, sql` union all `)}`;
}

function isNeeded(plan: Plan, relation: RelationName): boolean {
  if (plan.coverageOnly && relation === 'complaint') return false;
  return countsOf(plan, relation).length + histogramsOf(plan, relation).length > 0;
}

/** How many parts of the statement read a relation. */
function partsOver(plan: Plan, relation: RelationName): number {
  // The clusters' own relation, and the places of counts.
  const clusters = clustersOf(plan, relation).length > 0 ? 2 : 0;
  return 1 + histogramsOf(plan, relation).length + clusters;
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
  const counts = countsOf(plan, relation).map((name) => sql.raw(sqlOfCount(name)));
  const histograms = histogramsOf(plan, relation);
  return [
    countRows(relation, plan, relation, counts, histograms.map(curveEnd)),
    ...histograms.map((clock) => histogramPart(plan, clock)),
  ];
}
