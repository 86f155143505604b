import path from 'node:path';
import { BuktiError, exitStatus, parsePeriod, type Workspace } from '../base/index.ts';
import {
  asOfIn,
  type Family,
  metricsCatalogue,
  readContext,
  readFamily,
} from '../metrics/index.ts';
import { withPublished } from '../warehouse/index.ts';
import type { KeyedComparison } from './comparisons.ts';
import { computeRelease, type KeyedRows } from './compute.ts';
import { hashFigures } from './hashes.ts';
import { gatherLabels } from './labels.ts';
import { draftManifest, type ManifestDraft } from './manifest.ts';
import { openRelease, readManifest } from './open.ts';
import { internalFolder, periodFolder, sealedVersions } from './places.ts';
import { countChanges, revisionReason } from './revision.ts';
import type { Label, Manifest, TableName } from './types.ts';
import { writeRelease } from './write.ts';

export interface SealOptions {
  /** Why a new version replaces the one before; a sentence is made where it is absent. */
  reason?: string;
  onProgress?: (progress: { table: TableName; done: number; total: number }) => void;
}

export interface SealResult {
  /** `unchanged`: the figures are those of the newest version, and nothing was written. */
  outcome: 'sealed' | 'unchanged';
  period: string;
  version: number;
  /** The version's folder. */
  folder: string;
  manifest: Manifest;
}

/**
 * Computes the tables of a quarter from the published warehouse and seals them as its next version.
 * The same figures as the newest version's give no new one; no version is ever overwritten.
 * @throws BuktiError `release.not-a-quarter`, `release.no-report`, `release.damaged` (the version
 *   before), `release.raced`, and those of withPublished
 */
export async function sealRelease(
  workspace: Workspace,
  period: string,
  options: SealOptions = {},
): Promise<SealResult> {
  const content = await compute(workspace, period, options);
  const { draft, tables, comparisons } = content;
  const id = draft.period;
  const figures_sha256 = hashFigures(tables, comparisons);
  const folder = (version: number) => path.join(periodFolder(workspace, id), `v${version}`);
  const latest = sealedVersions(workspace, id).at(-1);
  if (latest === undefined) {
    const first = { version: 1, reason: null, supersedes: null };
    const manifest = await write(workspace, content, { ...draft, ...first, figures_sha256 });
    return { outcome: 'sealed', period: id, version: 1, folder: folder(1), manifest };
  }
  const before = readManifest(internalFolder(workspace, id, latest));
  if (before.figures_sha256 === figures_sha256) {
    const outcome = 'unchanged';
    return { outcome, period: id, version: latest, folder: folder(latest), manifest: before };
  }
  const old = await openRelease(workspace, id, latest);
  const version = latest + 1;
  const manifest = await write(workspace, content, {
    ...draft,
    version,
    reason: revisionReason(before, draft, options.reason),
    supersedes: {
      version: latest,
      figures_sha256: before.figures_sha256,
      figures_changed: countChanges(old, tables.values()),
    },
    figures_sha256,
  });
  return { outcome: 'sealed', period: id, version, folder: folder(version), manifest };
}

interface Computed {
  draft: ManifestDraft;
  tables: Map<TableName, KeyedRows>;
  comparisons: KeyedComparison[];
  labels: Label[];
}

async function compute(
  workspace: Workspace,
  text: string,
  options: SealOptions,
): Promise<Computed> {
  const period = parsePeriod(text);
  if (period?.kind !== 'quarter') {
    throw new BuktiError('release.not-a-quarter', { text }, exitStatus.usage);
  }
  const catalogue = metricsCatalogue(workspace);
  const workingDays = workspace.config.release.as_of_working_days;
  const family = readFamily(workspace, 'ksp');
  return await withPublished(workspace, async (session) => {
    const count = await session.row<{ n: number }>(
      'select count(*) as n from fct_complaint where quarter = $1',
      [period.id],
    );
    if (!count?.n) throw new BuktiError('release.no-report', { period: period.id });
    const context = await readContext(session);
    const asOf = asOfIn(context, period, workingDays);
    const { tables, comparisons } = await computeRelease({
      session,
      context,
      period: period.id,
      asOf: asOf.asOf,
      workingDays,
      family,
      onProgress: options.onProgress,
    });
    const draft = {
      ...(await draftManifest(workspace, session, context, period, asOf, tables)),
      family: summaryOf(family, comparisons),
    };
    const labels = await gatherLabels(session, tables.values(), catalogue, context);
    return { draft, tables, comparisons, labels };
  });
}

function summaryOf({ name, label }: Family, comparisons: readonly KeyedComparison[]) {
  const tested = comparisons.filter(({ clear }) => clear !== null);
  return {
    name,
    label,
    tests: tested[0]?.family ?? 0,
    clear: tested.filter(({ clear }) => clear).length,
  };
}

async function write(
  workspace: Workspace,
  { tables, comparisons, labels }: Computed,
  manifest: Omit<Manifest, 'files' | 'figures'>,
): Promise<Manifest> {
  const keys = new Set([...tables.values()].flatMap((rows) => rows.map(([key]) => key)));
  return await writeRelease(workspace, {
    manifest: { ...manifest, figures: keys.size },
    tables,
    comparisons,
    labels,
  });
}
