import type { IsoDate } from '../base/index.ts';
import {
  type Dims,
  type Family,
  type MetricRow,
  type MetricsContext,
  queryMetrics,
} from '../metrics/index.ts';
import type { Session } from '../warehouse/index.ts';
import { computeComparisons, type KeyedComparison } from './comparisons.ts';
import { dimsKey } from './figure-id.ts';
import { cutOnce, isHorizon } from './prepare.ts';
import { rounded } from './rounding.ts';
import { firstMonth, periodsOf } from './spans.ts';
import { type TableSpec, tableSpecs } from './tables.ts';
import type { TableName } from './types.ts';

/** Figures of a table by the version-free part of their id, sorted by it. */
export type KeyedRows = [key: string, row: MetricRow][];

export interface ComputeInput {
  session: Session;
  context: MetricsContext;
  /** The release's quarter and its as-of day. */
  period: string;
  asOf: IsoDate;
  workingDays: number;
  /** Quarter of the first report. */
  first: string;
  /** The comparisons that the report declares. */
  family: Family;
  onProgress?: ((progress: { table: TableName; done: number; total: number }) => void) | undefined;
}

/**
 * All figures of a release, rounded. Earlier quarters are cut at their own as-of day, or at the age
 * of the release's quarter where the sources cut that short, so that all have been followed equally
 * long; only incidence at a horizon is given as of the release's own day
 * where it is mature by then.
 */
export async function computeRelease(
  asked: Omit<ComputeInput, 'first'>,
): Promise<{ tables: Map<TableName, KeyedRows>; comparisons: KeyedComparison[] }> {
  const first = await firstQuarter(asked.session);
  const input = { ...asked, first };
  const [{ name }] = tableSpecs as [TableSpec];
  const total = tableSpecs.length + 1;
  input.onProgress?.({ table: name, done: 0, total });
  const prepared = { ...input, context: await cutOnce(input, first) };
  const tables = new Map<TableName, KeyedRows>();
  for (const spec of tableSpecs) {
    input.onProgress?.({ table: spec.name, done: tables.size, total });
    tables.set(spec.name, await computeTable(prepared, spec, first));
  }
  input.onProgress?.({ table: 'compared', done: tables.size, total });
  const { figures, comparisons } = await computeComparisons(
    prepared,
    input.family,
    new Map([...tables.values()].flat()),
  );
  tables.set('compared', figures);
  assertOneFigureAnId(tables);
  return { tables, comparisons };
}

async function computeTable(
  input: ComputeInput,
  spec: TableSpec,
  first: string,
): Promise<KeyedRows> {
  const { session, context, period, asOf, workingDays } = input;
  const months = spec.span === 'last_24_months';
  const periods = periodsOf(spec.span, period).filter(
    (one) => one >= (months ? firstMonth(first) : first) || one === period,
  );
  const query = {
    metrics: spec.metrics,
    by: [months ? ('month' as const) : ('quarter' as const), ...spec.by],
    period: periods,
    asOfWorkingDays: workingDays,
  };
  const rows = await queryMetrics(session, query, context);
  const horizons = spec.metrics.filter(isHorizon);
  const earlier = periods.filter((one) => one !== period);
  const later =
    horizons.length > 0 && earlier.length > 0
      ? await queryMetrics(session, { ...query, metrics: horizons, period: earlier, asOf }, context)
      : [];
  const keyed = new Map<string, MetricRow>();
  const keyOf = keysOf(period);
  for (const row of rows) keyed.set(keyOf(row), row);
  for (const row of later) if (!row.provisional) keyed.set(keyOf(row), row);
  return [...keyed]
    .filter(([, row]) => isShown(spec, row))
    .map(([key, row]): [string, MetricRow] => [key, rounded(row)])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `not_available` is said once; a group without reports says so in `received` alone. */
function isShown(spec: TableSpec, row: MetricRow): boolean {
  if (spec.by.length === 0) return true;
  if (row.status === 'not_available') return false;
  const listed = row.metric === 'received' && spec.by.length === 1 && spec.by[0] !== 'agency';
  return row.n > 0 || listed;
}

/** Rows of a group share their dims, whose part of the key is made once. */
function keysOf(period: string): (row: MetricRow) => string {
  const known = new Map<Dims, string>();
  return ({ metric, statistic, dims }) => {
    const key = known.get(dims) ?? dimsKey(period, dims);
    known.set(dims, key);
    return `${metric}.${statistic}${key}`;
  };
}

/** Quarters before the first report are no zeros: nothing is known of them. */
async function firstQuarter(session: Session): Promise<string> {
  const row = await session.row<{ quarter: string | null }>(
    'select min(quarter) as quarter from fct_complaint where submitted_date is not null',
  );
  return row?.quarter ?? '';
}

function assertOneFigureAnId(tables: ReadonlyMap<TableName, KeyedRows>): void {
  const seen = new Map<string, MetricRow>();
  const text = (row: MetricRow) => JSON.stringify({ ...row, dims: undefined });
  for (const [table, rows] of tables) {
    for (const [key, row] of rows) {
      const before = seen.get(key);
      if (before && text(before) !== text(row)) {
        throw new Error(`Two figures have the id ${key}; one of them is in ${table}.`);
      }
      seen.set(key, row);
    }
  }
}
