import type { IsoDate } from '../base/index.ts';
import { type Dims, type MetricRow, type MetricsContext, queryMetrics } from '../metrics/index.ts';
import type { Session } from '../warehouse/index.ts';
import {
  answerFamily,
  comparedFor,
  type FamilyAnswers,
  type KeyedComparison,
} from './comparisons.ts';
import { dimsKey } from './figure-id.ts';
import { cutOnce, isHorizon } from './prepare.ts';
import type { Recipient } from './recipients.ts';
import { reviewTableSpecs } from './review-tables.ts';
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
  onProgress?: ((progress: { table: TableName; done: number; total: number }) => void) | undefined;
}

/** What one recipient gets. */
export interface RecipientTables {
  recipient: Recipient;
  tables: Map<TableName, KeyedRows>;
  comparisons: KeyedComparison[];
}

/**
 * All figures of a release, rounded, for each recipient. Earlier quarters are cut at their own as-of
 * day, or at the age of the release's quarter where the sources cut that short, so that all have been
 * followed equally long; only incidence at a horizon is given as of the release's own day
 * where it is mature by then.
 * @param recipients `ksp` first; reviews are parted from tables by coordinator
 */
export async function computeRelease(
  asked: Omit<ComputeInput, 'first'>,
  recipients: readonly Recipient[],
): Promise<RecipientTables[]> {
  const first = await firstQuarter(asked.session);
  const input = { ...asked, first };
  const reviews = recipients.filter(({ scope }) => scope.coordinator !== undefined);
  const specs = [...tableSpecs, ...(reviews.length > 0 ? reviewTableSpecs : [])];
  const total = specs.length + recipients.length;
  let done = 0;
  const step = (table: TableName) => input.onProgress?.({ table, done: done++, total });
  step('headline');
  const prepared = { ...input, context: await cutOnce(input, first) };
  done = 0;
  const made = recipients.map((recipient) => ({
    recipient,
    tables: new Map<TableName, KeyedRows>(),
  }));
  for (const spec of tableSpecs) {
    step(spec.name);
    const rows = await computeTable(prepared, spec, first);
    for (const { recipient, tables } of made) {
      if (recipient.scope.coordinator === undefined) tables.set(spec.name, rows);
    }
  }
  for (const spec of reviews.length > 0 ? reviewTableSpecs : []) {
    step(spec.name);
    const rows = await computeTable(prepared, spec, first);
    for (const { recipient, tables } of made) {
      const { coordinator } = recipient.scope;
      if (coordinator === undefined) continue;
      tables.set(
        spec.name,
        rows.filter(([, row]) => row.dims.coordinator === coordinator),
      );
    }
  }
  const answers: RecipientTables[] = [];
  const families = await answerFamilies(prepared, recipients);
  for (const { recipient, tables } of made) {
    step('compared');
    const sealed = new Map([...tables.values()].flat());
    const family = families[recipient.scope.coordinator === undefined ? 'ksp' : 'reviews'];
    const { figures, comparisons } = await comparedFor(prepared, recipient, family, sealed);
    tables.set('compared', figures);
    assertOneFigureAnId(tables);
    answers.push({ recipient, tables, comparisons });
  }
  return answers;
}

/** The comparisons of the brief, and those of all reviews together. */
async function answerFamilies(
  input: ComputeInput,
  recipients: readonly Recipient[],
): Promise<Record<'ksp' | 'reviews', FamilyAnswers>> {
  const none: FamilyAnswers = { now: [], before: [] };
  const ksp = recipients.find(({ scope }) => scope.coordinator === undefined);
  const reviews = recipients.filter(({ scope }) => scope.coordinator !== undefined);
  const coordinators = reviews.map(({ name }) => name);
  const [first] = reviews;
  return {
    ksp: ksp ? await answerFamily(input, ksp.family) : none,
    reviews: first ? await answerFamily(input, first.family, coordinators) : none,
  };
}

/** The figures of one table, rounded. */
export async function computeTable(
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
    ...(spec.where ? { where: spec.where } : {}),
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
  const by = spec.by.filter((name) => name !== 'coordinator');
  if (by.length === 0) return true;
  if (row.status === 'not_available') return false;
  const listed = row.metric === 'received' && by.length === 1 && by[0] !== 'agency';
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
