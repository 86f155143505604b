import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BuktiError, type Workspace } from '../../base/index.ts';
import { type MetricRow, type MetricsContext, readContext } from '../../metrics/index.ts';
import { type Session, withSession } from '../../warehouse/index.ts';
import { computeTable, type KeyedRows } from '../compute.ts';
import { figureKey } from '../figure-id.ts';
import { openRelease } from '../open.ts';
import { tableSpecs } from '../tables.ts';
import type { Manifest, Release } from '../types.ts';
import { loadExtract } from '../vault/extract.ts';
import { sealedVault } from '../vault/vault.ts';
import { applyLimit } from './apply-limit.ts';
import type { Break } from './find-breaks.ts';

/** A figure of the overlapping quarter, under the rule before and under the new one. */
export interface OverlapRow {
  /** Of the break: `limits/resolve/complaint@2026Q3`. */
  break: string;
  quarter: string;
  /** As sealed under the rule before: `2026Q2/v1/...`. */
  id: string;
  metric: string;
  statistic: string;
  unit: string;
  before: number | null;
  after: number | null;
  difference: number | null;
  n_before: number;
  n_after: number;
  /**
   * `same`: both from the records of the release before, so that they differ by the rule alone; `today`:
   * the second from the records as they are now, since the rule decides how records are read.
   */
  records: 'same' | 'today';
}

/**
 * The quarter of the release before, under both rules, for every break that is new. Definitions and
 * limits are applied to that release's own frozen records, so that nothing but the rule differs.
 * @param predecessor the release that the series goes on from (`seriesBefore`); a version before of the
 *   same quarter hands its own rows on
 * @param now what the new release says; for rules that decide how records are read
 */
export async function overlapOf(
  workspace: Workspace,
  predecessor: Pick<Manifest, 'period' | 'version' | 'breaks'>,
  breaks: readonly Break[],
  period: string,
  now: Iterable<KeyedRows>,
): Promise<OverlapRow[]> {
  const stateOf = ({ name, to }: Break) => `${name} ${to}`;
  const told = new Set(predecessor.breaks?.map(stateOf));
  const since = breaks.filter((one) => one.since === period);
  if (since.length === 0) return [];
  const before = await openRelease(workspace, predecessor.period, predecessor.version);
  // A version before has told some of them, with the quarter before both under both rules.
  const kept = since.filter((one) => told.has(stateOf(one))).map(({ name }) => name);
  const carried = (before.overlap ?? []).filter((row) => kept.includes(row.break));
  const own = since.filter((one) => !told.has(stateOf(one)));
  const today = todaysFigures(predecessor.period, period, now);
  const fromToday = (some: readonly Break[]) =>
    some
      // A limit that holds from the new quarter on does not show in an earlier one as it is now.
      .filter(({ recomputed }) => recomputed)
      .flatMap((one) => sideBySide(one, before, today, 'today'));
  const reading = own.filter(({ kind }) => kind === 'mappings');
  const counting = own.filter(({ kind }) => kind !== 'mappings');
  const same = counting.length > 0 ? await onSameRecords(workspace, before, counting) : [];
  return [...carried, ...fromToday(reading), ...(same ?? fromToday(counting))];
}

/**
 * Definitions and limits on the frozen records of the release before.
 * @returns undefined where its vault is not here, or today's program cannot compute from it
 */
async function onSameRecords(
  workspace: Workspace,
  before: Release,
  breaks: readonly Break[],
): Promise<OverlapRow[] | undefined> {
  const vault = sealedVault(workspace, before.period, before.version);
  if (vault === undefined) return undefined;
  const scratch = mkdtempSync(path.join(tmpdir(), 'bukti-overlap-'));
  const place = { path: path.join(scratch, 'extract.duckdb'), tempDirectory: scratch };
  try {
    return await withSession(place, async (session) => {
      await loadExtract(session, vault);
      const context = await readContext(session);
      const rows: OverlapRow[] = [];
      for (const kind of ['definitions', 'limits'] as const) {
        const some = breaks.filter((one) => one.kind === kind);
        if (some.length === 0) continue;
        if (kind === 'limits') {
          for (const one of some) await applyLimit(session, before.period, one);
        }
        const figures = await touched(workspace, session, context, before, some);
        rows.push(...some.flatMap((one) => sideBySide(one, before, figures, 'same')));
      }
      return rows;
    });
  } catch (error) {
    if (error instanceof BuktiError) throw error;
    // Frozen by a program that kept other tables: a new release must not fail over an old vault.
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Figures by the key that the release before has them under. */
type ByKey = ReadonlyMap<string, MetricRow>;

function todaysFigures(quarter: string, period: string, now: Iterable<KeyedRows>): ByKey {
  const figures = new Map<string, MetricRow>();
  for (const rows of now) {
    for (const [, row] of rows) {
      const own = { ...row.dims, quarter: row.dims.quarter ?? period };
      if (own.quarter !== quarter || row.dims.month !== undefined) continue;
      figures.set(figureKey(quarter, row.metric, row.statistic, own), row);
    }
  }
  return figures;
}

function sideBySide(
  one: Break,
  before: Release,
  after: ByKey,
  records: OverlapRow['records'],
): OverlapRow[] {
  const { period, version } = before;
  return [...after].flatMap(([key, row]): OverlapRow[] => {
    const name = `${row.metric}.${row.statistic}`;
    if (one.figures !== null && !one.figures.includes(name)) return [];
    const old = before.findById(`${period}/v${version}/${key}`);
    // Of another as-of day it would differ by later course too.
    if (!old || old.as_of !== row.as_of) return [];
    const both = old.value !== null && row.value !== null;
    return [
      {
        ...{ break: one.name, quarter: period, id: old.id, metric: row.metric },
        ...{ statistic: row.statistic, unit: row.unit, before: old.value, after: row.value },
        difference: both
          ? Number(((row.value as number) - (old.value as number)).toFixed(6))
          : null,
        ...{ n_before: old.n, n_after: row.n, records },
      },
    ];
  });
}

/** The figures of a quarter that breaks touch, in every table that has them. */
async function touched(
  workspace: Workspace,
  session: Session,
  context: MetricsContext,
  { period, manifest }: Release,
  breaks: readonly Break[],
): Promise<ByKey> {
  const names = [...new Set(breaks.flatMap(({ figures }) => figures ?? []))];
  const input = {
    ...{ session, context, period, asOf: manifest.as_of, first: period },
    workingDays: workspace.config.release.as_of_working_days,
  };
  const figures = new Map<string, MetricRow>();
  for (const spec of tableSpecs) {
    const metrics = names.filter(
      (name) => spec.metrics.includes(name) || spec.metrics.includes(name.split('.')[0] as string),
    );
    const sealed = manifest.files.some((file) => file.name === `${spec.name}.parquet`);
    if (metrics.length === 0 || !sealed || spec.span === 'last_24_months') continue;
    const rows = await computeTable(input, { ...spec, metrics, span: 'own' }, period);
    for (const [key, row] of rows) figures.set(key, row);
  }
  return figures;
}
