import type { IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { kyselyFor } from '../warehouse/kysely.ts';
import type { StandardWeights } from './adjust/weights.ts';
import { defaultAsOfWorkingDays } from './as-of.ts';
import { cohortsOf } from './cohorts.ts';
import type { Compared } from './compare/compare.ts';
import { judgeFamily } from './compare/family.ts';
import { type MetricsContext, readContext } from './context.ts';
import { type MetricRef, type QueryDimension, reasonDimensions } from './definitions.ts';
import { cutCohorts } from './plan/cut.ts';
import type { Cut, Where } from './plan/spec.ts';
import { statement } from './plan/statement.ts';
import { countsNeeded, type Request, readRequests } from './requests.ts';
import { planOf, type QueryPart, runPart } from './run.ts';
import type { CompareMode, DimensionName, MetricRow } from './types.ts';

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
  /**
   * `previous` period, the same a `year` before, or the `others` of the last dimension of `by`: women
   * against men, a province against the rest. Both are followed equally long.
   */
  compare?: CompareMode;
  /** Adds to comparisons what the mix of categories makes of them (adjust/). */
  adjust?: StandardWeights;
}

/** A query whose metrics are plain strings, as a person types them: they are checked when it is read. */
export type TypedQuery<Text extends string> = Omit<MetricQuery, 'metrics'> & {
  metrics: readonly Text[];
} & (string extends Text ? unknown : never);

/** A query whose metrics are written in code: they must exist. */
export type WrittenQuery = Omit<MetricQuery, 'metrics' | 'by'> & {
  metrics: readonly MetricRef[];
  by: readonly QueryDimension[];
};

/**
 * Figures of reports whose clock started in the periods asked for. One SQL statement a query
 * (reasons, whose groups are their own, take a second one), which returns integers only.
 *
 * Rows are in order of metric, statistic and codes. An empty set has `n` 0 and a null value; groups
 * of sex, age band, disability and province are listed even with no report.
 * @param context pass the same for many queries of one session
 * @throws BuktiError `metrics.unknown-metric`, `metrics.unknown-period`,
 *   `metrics.not-by`, `metrics.calendar-ends`, `metrics.compare-periods`
 * @example
 * await queryMetrics(session, { metrics: ['resolve.median'], by: ['sex'], period: '2026Q3' });
 */
export async function queryMetrics<const Text extends string>(
  session: Session,
  query: TypedQuery<Text>,
  context?: MetricsContext,
): Promise<MetricRow[]>;
export async function queryMetrics(
  session: Session,
  query: WrittenQuery,
  context?: MetricsContext,
): Promise<MetricRow[]>;
export async function queryMetrics(
  session: Session,
  query: MetricQuery,
  context?: MetricsContext,
): Promise<MetricRow[]> {
  const [rows] = await queryFamily(session, [query], context);
  return rows as MetricRow[];
}

/**
 * Several queries whose comparisons are judged together: the family that Benjamini-Hochberg is taken
 * over is all that they test.
 * @param familyOf names the family of a row, where queries hold several that are judged apart
 * @returns the rows of each query, as `queryMetrics` gives them
 */
export async function queryFamily(
  session: Session,
  queries: readonly MetricQuery[],
  context?: MetricsContext,
  familyOf: (row: MetricRow) => string = () => '',
): Promise<MetricRow[][]> {
  const known = context ?? (await readContext(session));
  const compared: Compared[] = [];
  const answers: MetricRow[][] = [];
  for (const query of queries) {
    const requests = readRequests(query.metrics, query.by, query.where);
    const parts = partsOf(query, requests);
    const rows: MetricRow[] = [];
    for (const part of parts) {
      const answer = await runPart(session, known, part);
      for (const row of answer.rows) rows.push(row);
      compared.push(...answer.compared);
    }
    answers.push(sorted(rows, requests));
  }
  for (const family of apart(compared, familyOf)) judgeFamily(family);
  return answers;
}

function apart(
  compared: readonly Compared[],
  familyOf: (row: MetricRow) => string,
): Iterable<Compared[]> {
  const families = new Map<string, Compared[]>();
  for (const one of compared) {
    const name = familyOf(one.row);
    const family = families.get(name) ?? [];
    family.push(one);
    families.set(name, family);
  }
  return families.values();
}

/** The statements that answer a query, with their parameters: for people to read and to run again. */
export async function explainQuery(
  session: Session,
  query: MetricQuery,
  context?: MetricsContext,
): Promise<{ sql: string; parameters: readonly unknown[] }[]> {
  const known = context ?? (await readContext(session));
  const requests = readRequests(query.metrics, query.by, query.where);
  return partsOf(query, requests).map((part) => {
    const { sql, parameters } = statement(planOf(known, part).plan).compile(kyselyFor(session));
    return { sql, parameters };
  });
}

/** A share of a reason needs all reasons of its group: a statement of its own, filtered after. */
function partsOf(asked: MetricQuery, requests: Request[]): QueryPart[] {
  // Which fields are given is no condition on reports.
  const { field: _, ...conditions } = asked.where ?? {};
  const where: Where = conditions;
  const query = { ...asked, where };
  // The others of a group are not those of the filter alone: it says which rows to give.
  const ofOthers: Where = {};
  const last = asked.compare === 'others' ? asked.by.at(-1) : undefined;
  if (last !== undefined && query.where[last] !== undefined) {
    ofOthers[last] = query.where[last];
    delete query.where[last];
  }
  // How much of the sex is not known is told by all sexes: the filter says which rows to give.
  const { sex } = query.where;
  const overTime = asked.compare === 'previous' || asked.compare === 'year';
  const isSplit = query.by.includes('sex');
  const hidden: DimensionName[] = [];
  if (overTime && sex !== undefined && (isSplit || [sex].flat().length === 1)) {
    ofOthers.sex = sex;
    delete query.where.sex;
    if (!isSplit) hidden.push('sex');
  }
  query.by = [...query.by, ...hidden];
  const reasons = requests.filter(({ metric }) => metric === 'unresolved_reason');
  const others = requests.filter(({ metric }) => metric !== 'unresolved_reason');
  const parts: QueryPart[] = [];
  if (others.length > 0) parts.push({ query, requests: others, keep: ofOthers, hidden });
  if (reasons.length === 0) return parts;
  const ofReasons: Where = { ...where };
  const keep: Where = { ...ofOthers };
  for (const name of reasonDimensions) {
    const codes = ofReasons[name];
    if (codes === undefined) continue;
    keep[name] = codes;
    delete ofReasons[name];
  }
  const own = [...new Set([...query.by, ...(Object.keys(keep) as DimensionName[])])];
  const named = reasonDimensions.some((name) => own.includes(name));
  // Others are taken of the last dimension that was asked for.
  const kept = own.slice(query.by.length);
  const added: DimensionName[] = named ? kept : [...kept, 'reason'];
  const by =
    query.compare === 'others' && query.by.length > 0
      ? [...added, ...query.by]
      : [...query.by, ...added];
  parts.push({ query: { ...query, by, where: ofReasons }, requests: reasons, keep, hidden });
  return parts;
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

/** Groups are in order already, and so are days and fields within them. */
function sorted(rows: readonly MetricRow[], requests: Request[]): MetricRow[] {
  const figures = new Map<string, Map<string, MetricRow[]>>();
  for (const { metric, statistics } of requests) {
    figures.set(metric, new Map(statistics.map((statistic) => [statistic, []])));
  }
  for (const row of rows) figures.get(row.metric)?.get(row.statistic)?.push(row);
  return [...figures.values()].flatMap((statistics) => [...statistics.values()].flat());
}
