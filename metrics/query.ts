import type { IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { defaultAsOfWorkingDays } from './as-of.ts';
import { type Cohort, cohortsFor, cohortsOf, mergedCohorts, stockCohorts } from './cohorts.ts';
import { type MetricsContext, readContext } from './context.ts';
import { minimumN } from './estimators/minimum.ts';
import { listedGroups } from './listed-groups.ts';
import { cutCohorts, holds } from './plan/cut.ts';
import { collectGroups, Group, groupKey } from './plan/groups.ts';
import type { Cut, Plan, Where } from './plan/spec.ts';
import { countsNeeded, histogramsNeeded, type Request, readRequests } from './requests.ts';
import { groupRows, sharedSums } from './rows.ts';
import type { DimensionName, MetricRow } from './types.ts';

export interface MetricQuery {
  /** `resolve` for all its statistics (the curve apart), `resolve.median` for one. */
  metrics: readonly string[];
  by: readonly DimensionName[];
  /** Codes to keep, a dimension each. */
  where?: Where;
  /** `2026Q3`, `2026-07`, `2026`, or several; `by` a finer time splits them. */
  period: string | readonly string[];
  /** `own` (default): each period on its own as-of day; else one day for all. */
  asOf?: 'own' | IsoDate;
  /** Working days from a period's end to its own as-of day. */
  asOfWorkingDays?: number;
  /** Last day of a curve (`resolve.incidence`). */
  curveDays?: number;
}

/**
 * Figures of reports whose clock started in the periods asked for. One SQL statement a query
 * (reasons, whose groups are their own, take a second one), which returns integers only.
 *
 * Rows are in order of metric, statistic and codes. An empty set has `n` 0 and a null value; groups
 * of sex, age band, disability and province are listed even with no report.
 * @param context pass the same for many queries of one session
 * @throws BuktiError `metrics.unknown-metric`, `metrics.unknown-period`,
 *   `metrics.not-by`, `metrics.calendar-ends`
 * @example
 * await queryMetrics(session, { metrics: ['resolve.median'], by: ['sex'], period: '2026Q3' });
 */
export async function queryMetrics(
  session: Session,
  query: MetricQuery,
  context?: MetricsContext,
): Promise<MetricRow[]> {
  const known = context ?? (await readContext(session));
  const requests = readRequests(query.metrics, query.by, query.where);
  const reasons = requests.filter((request) => request.metric === 'unresolved_reason');
  const others = requests.filter((request) => request.metric !== 'unresolved_reason');
  const rows = others.length > 0 ? await run(session, known, query, others) : [];
  if (reasons.length > 0) rows.push(...(await reasonRows(session, known, query, reasons)));
  return sorted(rows, requests);
}

async function run(
  session: Session,
  context: MetricsContext,
  query: MetricQuery,
  requests: Request[],
): Promise<MetricRow[]> {
  const cohorts = cohortsOf(
    context,
    query.period,
    query.by,
    query.asOf ?? 'own',
    query.asOfWorkingDays ?? defaultAsOfWorkingDays,
  );
  const mature = cohorts.map((cohort) => cohort.mature);
  const histograms = histogramsNeeded(requests, Math.min(...mature));
  const counts = countsNeeded(requests, Math.max(...mature));
  const asks = (metric: string) => requests.some((request) => request.metric === metric);
  const plan: Plan = {
    cohorts,
    by: query.by,
    where: query.where ?? {},
    counts,
    histograms,
    leastStarted: minimumN,
    clusters: [],
    stockCohorts: asks('backlog') ? stockCohorts(context, cohorts, query.by) : [],
    stockSeries: false,
    bodyCohorts: asks('bodies') ? mergedCohorts(cohorts, query.by) : [],
  };
  const cut = context.cuts.find((one) => holds(one, plan));
  const groups = await collectGroups(session, { ...plan, cut });
  addListed(groups, context, query, cohorts);
  const sums = sharedSums(groups.values());
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return inOrder.flatMap(([, group]) =>
    groupRows(
      {
        group,
        context,
        cohorts: cohortsFor(cohorts, group.dims),
        curveDays: query.curveDays ?? 90,
      },
      sums,
      requests,
    ),
  );
}

/** Cohorts to cut once, and what queries will ask of them. */
export interface CohortCut extends Pick<MetricQuery, 'period' | 'asOf' | 'asOfWorkingDays'> {
  metrics: readonly string[];
  /** By what starts the clock of the queries. */
  by: Cut['by'];
}

/**
 * A context in which queries about these cohorts are several times faster: they are cut once into
 * temporary tables of the session. Worth it from some five queries on.
 */
export async function withCohorts(
  session: Session,
  context: MetricsContext,
  { period, asOf = 'own', asOfWorkingDays, metrics, by }: CohortCut,
): Promise<MetricsContext> {
  const workingDays = asOfWorkingDays ?? defaultAsOfWorkingDays;
  const cohorts = cohortsOf(context, period, [], asOf, workingDays);
  if (cohorts.length === 0) return context;
  const counts = countsNeeded(readRequests(metrics, []), Number.POSITIVE_INFINITY);
  const name = `cut_${context.cuts.length + 1}`;
  const cut = await cutCohorts(session, name, cohorts, { by, counts });
  return { ...context, cuts: [...context.cuts, cut] };
}

/** A share of a reason needs all reasons of its group: the filter on reason comes after. */
async function reasonRows(
  session: Session,
  context: MetricsContext,
  query: MetricQuery,
  requests: Request[],
): Promise<MetricRow[]> {
  const { reason, ...where } = query.where ?? {};
  const by: DimensionName[] = query.by.includes('reason') ? [...query.by] : [...query.by, 'reason'];
  const rows = await run(session, context, { ...query, by, where }, requests);
  const wanted = reason === undefined ? undefined : [reason].flat();
  return rows.filter((row) => !wanted || wanted.includes(row.dims.reason ?? ''));
}

function addListed(
  groups: Map<string, Group>,
  context: MetricsContext,
  query: MetricQuery,
  cohorts: readonly Cohort[],
): void {
  for (const dims of listedGroups(context, query.by, query.where ?? {}, cohorts)) {
    const key = groupKey(dims);
    if (!groups.has(key)) groups.set(key, new Group(dims));
  }
}

/** Groups are in order already, and so are days and fields within them: the sort is stable. */
function sorted(rows: MetricRow[], requests: Request[]): MetricRow[] {
  const order = new Map<string, number>();
  for (const { metric, statistics } of requests) {
    for (const statistic of statistics) order.set(`${metric}.${statistic}`, order.size);
  }
  const rank = (row: MetricRow) => order.get(`${row.metric}.${row.statistic}`) ?? 0;
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}
