import { previousQuarter } from '../base/index.ts';
import {
  type CompareMode,
  type Comparison,
  type Dims,
  type Family,
  familyQueries,
  type MetricQuery,
  type MetricRow,
  queryFamily,
} from '../metrics/index.ts';
import type { ComputeInput, KeyedRows } from './compute.ts';
import { comparisonKey, figureKey } from './figure-id.ts';
import type { Recipient } from './recipients.ts';
import { rounded, roundTo } from './rounding.ts';
import { periodsOf } from './spans.ts';

/** A declared comparison, by the version-free parts of the ids that it names. */
export interface KeyedComparison extends Comparison {
  key: string;
  figure: string;
  /** The figure that it is compared with; null where the base is no group of its own. */
  base_figure: string | null;
  with: CompareMode;
  /**
   * False where the same comparison was clear and went the same way a quarter before. Null of what
   * does not compare quarters.
   */
  novel: boolean | null;
}

export interface Compared {
  /** What is compared and what with, as figures: they stand in the table `compared`. */
  figures: KeyedRows;
  /** In order of key. */
  comparisons: KeyedComparison[];
}

/** The answers of a quarter and of the one before, from which `comparedFor` takes a recipient's. */
export interface FamilyAnswers {
  now: Answer[];
  before: Answer[];
}

/**
 * The declared family of a report, made once for the quarter and once for the one before, which says
 * what is new. Reviews are made together, by coordinator, and each is judged as a family of its own.
 */
export async function answerFamily(
  input: ComputeInput,
  family: Family,
  coordinators: readonly string[] = [],
): Promise<FamilyAnswers> {
  return {
    now: await answers(input, family, coordinators, input.period),
    before: await answers(input, family, coordinators, previousQuarter(input.period)),
  };
}

/**
 * What is sealed of a recipient's comparisons: what was tested, and of all that it answers for what was
 * withheld as well.
 * @param sealed figures of its other tables by key: a base that stands there is that figure
 */
export async function comparedFor(
  input: ComputeInput,
  { scope }: Recipient,
  family: FamilyAnswers,
  sealed: ReadonlyMap<string, MetricRow>,
): Promise<Compared> {
  const { period } = input;
  const own = (list: readonly Answer[]) =>
    list.filter(({ row }) => row.dims.coordinator === scope.coordinator);
  const earlier = clearDirections(own(family.before));
  const figures = new Map<string, MetricRow>();
  const comparisons: KeyedComparison[] = [];
  const rows = own(family.now);
  for (const { row, query } of rows) {
    const { comparison, ...figure } = row;
    if (!comparison || !isSealed(row, query)) continue;
    const of = (dims: Dims) => figureKey(period, row.metric, row.statistic, dims);
    const dims = sealedDims(row, query, period);
    const key = of(dims);
    const base = sameAsSealed(sealed, baseOf(row, query, period, rows), of);
    figures.set(key, rounded({ ...figure, dims }));
    if (base) figures.set(of(base.dims), base);
    comparisons.push({
      ...roundedComparison(comparison),
      with: comparison.with as CompareMode,
      key: comparisonKey(key, comparison.with),
      figure: key,
      base_figure: base ? of(base.dims) : null,
      novel: query.compare === 'previous' ? isNovel(row, query, earlier) : null,
    });
  }
  for (const { row, query } of rows) {
    if (!row.comparison?.clear) continue;
    for (const [key, figure] of await seriesOf(input, row, query)) {
      figures.set(key, sealed.get(key) ?? figure);
    }
  }
  return { figures: [...figures].sort(byKey), comparisons: comparisons.sort(byOwnKey) };
}

/** The last 8 quarters of what is clear, each as old as the release's own, from the first report on. */
async function seriesOf(
  input: ComputeInput,
  row: MetricRow,
  query: MetricQuery,
): Promise<KeyedRows> {
  const { session, context, period, workingDays: asOfWorkingDays, first } = input;
  const { metric, statistic, dims } = row;
  const quarters = periodsOf('last_8', period).filter((quarter) => quarter >= first);
  const asked: MetricQuery = {
    metrics: [`${metric}.${statistic}`],
    by: ['quarter', ...query.by],
    where: { ...query.where, ...dims },
    period: quarters,
    asOfWorkingDays,
  };
  const series = await queryFamily(session, [asked], context);
  return series.flat().flatMap((one): KeyedRows => {
    if (query.by.some((name) => one.dims[name] !== dims[name])) return [];
    const own = sealedDims(one, query, one.dims.quarter ?? period);
    return [[figureKey(period, metric, statistic, own), rounded({ ...one, dims: own })]];
  });
}

interface Answer {
  row: MetricRow;
  query: MetricQuery;
}

async function answers(
  input: ComputeInput,
  family: Family,
  coordinators: readonly string[],
  period: string,
): Promise<Answer[]> {
  const { session, context, workingDays: asOfWorkingDays } = input;
  const declared = familyQueries(family, { period, asOfWorkingDays });
  const queries =
    coordinators.length === 0
      ? declared
      : declared.map(
          (query): MetricQuery => ({
            ...query,
            by: ['coordinator', ...query.by],
            where: { ...query.where, coordinator: [...coordinators] },
          }),
        );
  const rows = await queryFamily(session, queries, context, ({ dims }) => dims.coordinator ?? '');
  return rows.flatMap((list, index) =>
    list.map((row) => ({ row, query: queries[index] as MetricQuery })),
  );
}

/** What was tested; of the whole also what was not, with the reason. */
function isSealed({ comparison }: MetricRow, query: MetricQuery): boolean {
  const whole = query.by.every((name) => name === 'coordinator');
  return comparison?.clear != null || (whole && comparison !== undefined);
}

/** The row's group, the filters that are one code, and the quarter. */
function sealedDims({ dims }: MetricRow, query: MetricQuery, quarter: string): Dims {
  const filters = Object.entries(query.where ?? {}).filter(
    ([, codes]) => codes.length === 1 || typeof codes === 'string',
  );
  return {
    ...Object.fromEntries(filters.map(([name, codes]) => [name, [codes].flat()[0]])),
    ...dims,
    quarter,
  };
}

/** The base as a figure: of the quarter before, as old and as mature as its own; or of the only other group. */
function baseOf(
  row: MetricRow,
  query: MetricQuery,
  period: string,
  rows: readonly Answer[],
): MetricRow | undefined {
  const { comparison, ...figure } = row;
  if (!comparison || comparison.base.value === null) return undefined;
  if (query.compare === 'previous') {
    const dims = sealedDims(row, query, previousQuarter(period));
    return { ...figure, ...comparison.base, dims };
  }
  if (query.compare !== 'others') return undefined;
  const last = query.by.at(-1) as keyof Dims;
  const others = rows.filter(
    (one) =>
      one.query === query &&
      one.row.metric === row.metric &&
      one.row.statistic === row.statistic &&
      one.row.dims[last] !== 'unknown' &&
      one.row.dims[last] !== row.dims[last] &&
      query.by.slice(0, -1).every((name) => one.row.dims[name] === row.dims[name]),
  );
  const [only] = others;
  if (!only || others.length !== 1) return undefined;
  const { comparison: _, ...other } = only.row;
  return { ...other, dims: sealedDims(only.row, query, period) };
}

/** A base that stands in another table is taken from there; none where that one was cut otherwise. */
function sameAsSealed(
  sealed: ReadonlyMap<string, MetricRow>,
  base: MetricRow | undefined,
  keyOf: (dims: Dims) => string,
): MetricRow | undefined {
  if (!base) return undefined;
  const own = rounded(base);
  const there = sealed.get(keyOf(base.dims));
  if (!there) return own;
  const same = there.value === own.value && there.n === own.n && there.as_of === own.as_of;
  return same ? there : undefined;
}

type Directions = ReadonlyMap<string, number>;

const groupKey = (row: MetricRow, query: MetricQuery) =>
  figureKey('', row.metric, row.statistic, { ...sealedDims(row, query, ''), quarter: '' });

function clearDirections(rows: readonly Answer[]): Directions {
  const clear = rows.filter(({ row }) => row.comparison?.clear);
  return new Map(clear.map(({ row, query }) => [groupKey(row, query), direction(row)]));
}

function direction({ comparison }: MetricRow): number {
  if (!comparison) return 0;
  return Math.sign(comparison.ratio === null ? (comparison.difference ?? 0) : comparison.ratio - 1);
}

function isNovel(row: MetricRow, query: MetricQuery, earlier: Directions): boolean {
  return earlier.get(groupKey(row, query)) !== direction(row);
}

const measures = [
  'difference',
  'low',
  'high',
  'ratio',
  'ratio_low',
  'ratio_high',
  'design_effect',
  'df',
  'p',
  'q',
  'fcr_low',
  'fcr_high',
] as const;

/** All to six decimals, as they are stored. */
function roundedComparison(comparison: Comparison): Comparison {
  const copy = { ...comparison, base: { ...comparison.base } };
  for (const name of measures) copy[name] = sixDecimals(copy[name]);
  for (const name of ['value', 'low', 'high'] as const) {
    copy.base[name] = sixDecimals(copy.base[name]);
  }
  return copy;
}

const sixDecimals = (value: number | null) =>
  value === null || !Number.isFinite(value) ? null : roundTo(value, 6);

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
const byOwnKey = (a: KeyedComparison, b: KeyedComparison) =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
