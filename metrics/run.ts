import type { Session } from '../warehouse/index.ts';
import { adjustComparisons } from './adjust/adjust.ts';
import { defaultAsOfWorkingDays } from './as-of.ts';
import { type Cohort, cohortsFor, mergedCohorts, stockCohorts } from './cohorts.ts';
import { clusterSums } from './compare/cluster-sums.ts';
import { type ComparedCohorts, comparedCohorts } from './compare/cohorts.ts';
import type { Compared } from './compare/compare.ts';
import { addFunnels } from './compare/funnel.ts';
import { limitSpans } from './compare/limits.ts';
import { comparePairs } from './compare/pairs.ts';
import { thinMonths } from './compare/thin-months.ts';
import type { MetricsContext } from './context.ts';
import { clockRelation, isClock, reasonDimensions } from './definitions.ts';
import { agencyDimensions } from './dimensions.ts';
import { minimumN } from './estimators/minimum.ts';
import type { Frame } from './figures/frame.ts';
import { inOrder } from './group-order.ts';
import { listedGroups } from './listed-groups.ts';
import { holds } from './plan/cut.ts';
import { collectGroups, Group, groupKey } from './plan/groups.ts';
import type { Plan, Where } from './plan/spec.ts';
import { Units } from './plan/units.ts';
import type { MetricQuery } from './query.ts';
import { countsNeeded, histogramsNeeded, type Request } from './requests.ts';
import { figureRows, frameOf, type SharedSums, sharedSums } from './rows.ts';
import { type DimensionName, type Dims, dimensionNames, type MetricRow } from './types.ts';

/** What one statement answers of a query. */
export interface QueryPart {
  query: MetricQuery;
  requests: Request[];
  /** Rows to keep of the answer, by their codes. */
  keep: Where;
  /** Dimensions of the query that the answer does not show: those of one kept code. */
  hidden: readonly DimensionName[];
}

/** The plan of a part, and the cohorts it is for. */
export function planOf(
  context: MetricsContext,
  { query, requests }: QueryPart,
): { plan: Plan; cohorts: ComparedCohorts } {
  const workingDays = query.asOfWorkingDays ?? defaultAsOfWorkingDays;
  const cohorts = comparedCohorts(context, { ...query, asOf: query.asOf ?? 'own', workingDays });
  const mature = cohorts.all.map((cohort) => cohort.mature);
  const youngest = Math.min(...mature);
  const asks = (metric: string) => requests.some((request) => request.metric === metric);
  const { compare } = query;
  const stock = asks('backlog');
  return {
    cohorts,
    plan: {
      cohorts: cohorts.all,
      by: cohorts.by,
      where: query.where ?? {},
      counts: countsNeeded(requests, Math.max(...mature)),
      histograms: histogramsNeeded(requests, youngest),
      // What is little alone may be much together: the others of a group are a sum.
      leastStarted: compare === 'others' ? 1 : minimumN,
      clusters: compare ? clusterSums(requests, youngest) : [],
      othersOf: compare === 'others' ? query.by.at(-1) : undefined,
      unitTime: cohorts.time,
      wholeOver: asks('unresolved_reason') ? reasonDimensions : [],
      stockCohorts: stock ? stockCohorts(context, cohorts.all, cohorts.by) : [],
      stockSeries: stock && compare !== undefined && compare !== 'others',
      stateDays: context.stateDays,
      calendar: context.calendarsMixed ? undefined : context.calendarName,
      coverageOnly: needsCoverageOnly(query, requests),
      bodyCohorts: asks('bodies') ? mergedCohorts(cohorts.all, cohorts.by) : [],
    },
  };
}

/** By agency, the times of forwardings need of the reports only how many there are, and with a log. */
function needsCoverageOnly({ by, where, compare }: MetricQuery, requests: Request[]): boolean {
  const timesOnly = requests.every(
    ({ metric, statistics }) =>
      isClock(metric) &&
      clockRelation[metric] !== 'complaint' &&
      statistics.every((one) => /^(incidence(_\d+)?|median|p90|within_limit)$/.test(one)),
  );
  const filtered = agencyDimensions.some((name) => where?.[name] !== undefined);
  return timesOnly && !compare && !filtered && agencyDimensions.some((name) => by.includes(name));
}

/** What decides whether two periods can be compared at all; within one period nothing does. */
const groundsOfOne = { limits: [], thin: new Set<string>() } as const;

async function groundsOver(session: Session, context: MetricsContext) {
  return {
    limits: await limitSpans(session, context),
    thin: await thinMonths(session, context),
  };
}

/** Runs a part: its rows, and what was compared, not judged yet. */
export async function runPart(
  session: Session,
  context: MetricsContext,
  part: QueryPart,
): Promise<{ rows: MetricRow[]; compared: Compared[] }> {
  const { query, requests, keep, hidden } = part;
  const { plan, cohorts } = planOf(context, part);
  const cut = context.cuts.find((one) => holds(one, plan));
  const units = new Units();
  const groups = await collectGroups(session, { ...plan, cut }, units);
  const ofBodies = requests.some(({ metric }) => metric === 'received');
  const shown = plan.by.filter((name) => !hidden.includes(name));
  const codes = Object.fromEntries(hidden.map((name) => [name, [keep[name]].flat()[0]]));
  addListed(groups, context, { ...plan, by: shown }, cohorts.all, ofBodies, codes);
  const keepEmpty = query.compare !== undefined;
  const frame = (group: Group, sums: SharedSums, of: readonly Cohort[]): Frame =>
    frameOf({ group, context, cohorts: of, curveDays: query.curveDays ?? 90, keepEmpty }, sums);
  if (!query.compare) {
    const sums = sharedSums(groups.values());
    const rows: MetricRow[] = [];
    for (const group of inOrder(groups.values())) {
      if (!isKept(group.dims, keep)) continue;
      const of = cohortsFor(cohorts.all, group.dims);
      for (const row of figureRows(frame(group, sums, of), requests)) rows.push(row);
    }
    return { rows, compared: [] };
  }
  const pairs = comparePairs({
    groups,
    cohorts,
    mode: query.compare,
    by: query.by,
    context,
    frame,
    units,
    ...(query.compare === 'others' ? groundsOfOne : await groundsOver(session, context)),
    where: { ...query.where, ...keep },
  });
  const rows: MetricRow[] = [];
  const compared: Compared[] = [];
  for (const pair of pairs) {
    if (!isKept(pair.dims, keep)) continue;
    const answer = pair.rows(requests);
    rows.push(...answer.rows);
    compared.push(...answer.compared);
  }
  if (plan.othersOf) {
    addFunnels(rows, plan.othersOf, Math.min(...cohorts.all.map((cohort) => cohort.mature)));
  }
  if (query.adjust) {
    await adjustComparisons(
      {
        ...{ session, context, plan, requests, weights: query.adjust, othersOf: plan.othersOf },
        frame: (group, sums) => frame(group, sums, cohortsFor(cohorts.all, group.dims)),
      },
      compared,
    );
  }
  return { rows: hidden.length > 0 ? withoutDims(rows, hidden) : rows, compared };
}

function withoutDims(rows: readonly MetricRow[], names: readonly DimensionName[]): MetricRow[] {
  return rows.map((row) => {
    const dims = { ...row.dims };
    for (const name of names) delete dims[name];
    return { ...row, dims };
  });
}

function isKept(dims: Dims, keep: Where): boolean {
  return dimensionNames.every((name) => {
    const codes = keep[name];
    return codes === undefined || [codes].flat().includes(dims[name] ?? '');
  });
}

function addListed(
  groups: Map<string, Group>,
  context: MetricsContext,
  { by, where }: { by: readonly DimensionName[]; where: Where },
  cohorts: readonly Cohort[],
  ofBodies: boolean,
  codes: Dims,
): void {
  for (const listed of listedGroups(context, by, where, cohorts, ofBodies)) {
    const dims = { ...listed, ...codes };
    const key = groupKey(dims);
    if (!groups.has(key)) groups.set(key, new Group(dims));
  }
}
