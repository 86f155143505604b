import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  BuktiError,
  exitStatus,
  type Lang,
  type Period,
  parsePeriod,
  type Workspace,
} from '../base/index.ts';
import { metricsCatalogue } from '../metrics/index.ts';
import { type Session, withPublished } from '../warehouse/index.ts';
import { computeAnswers } from './answers.ts';
import { basisOf, limitValuesOn } from './basis.ts';
import { findBreaks } from './breaks/find-breaks.ts';
import { embargoOf } from './calendar/embargo.ts';
import type { KeyedComparison } from './comparisons.ts';
import type { KeyedRows, RecipientTables } from './compute.ts';
import { directionsOf, summaryOf } from './family.ts';
import { furtherFiles } from './further.ts';
import { hashFigures } from './hashes.ts';
import { releaseInputs } from './inputs.ts';
import { gatherLabels } from './labels.ts';
import { agesOf, draftManifest, type ManifestDraft } from './manifest.ts';
import { openRelease, readManifest } from './open.ts';

import {
  internalFolder,
  manifestFile,
  periodFolder,
  sealedRecipients,
  sealedVersions,
} from './places.ts';
import { predecessorOf, seriesBefore } from './predecessor.ts';
import { preparePublic } from './public/prepare-public.ts';
import { contentHash } from './public/public-manifest.ts';
import { type PublicSummary, publicSummary } from './public/summary.ts';
import { type PublicInput, removeUnfinished } from './public/write-public.ts';

import { countChanges, revisedFigures, statedReason, whatDiffers } from './revision.ts';
import { refuseMeanwhile, refuseStale } from './stale-erased.ts';
import type { Label, Manifest, TableName } from './types.ts';
import { vaultFolder } from './vault/vault.ts';
import { readVaultManifest } from './vault/vault-manifest.ts';
import { type ReleaseContent, writeRelease } from './write.ts';

export interface SealOptions {
  /** Why a new version replaces the one before; needed where there is one and its figures differ. */
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
  /** What has just become public with it (after its embargo); absent where nothing has. */
  public?: PublicSummary;
}

/**
 * Computes the tables of a quarter from the published warehouse and seals them as its next version.
 * The same figures as the newest version's give no new one; no version is ever overwritten.
 * @throws BuktiError `release.not-a-quarter`, `release.no-report`, `release.needs-reason`, `release.damaged` (the version
 *   before), `release.raced`, and those of withPublished
 */
export async function sealRelease(
  workspace: Workspace,
  period: string,
  options: SealOptions = {},
): Promise<SealResult> {
  const standing = unchangedRelease(workspace, period);
  if (standing) {
    await removeUnfinished(workspace, standing.period);
    return standing;
  }
  const parsed = parsePeriod(period);
  if (parsed?.kind !== 'quarter') {
    throw new BuktiError('release.not-a-quarter', { text: period }, exitStatus.usage);
  }
  const erasures = refuseStale(workspace);
  // One session throughout: what is frozen is what the figures were computed from.
  const result = await withPublished(workspace, async (session) =>
    sealFrom({ workspace, session, period: parsed, options }),
  );
  refuseMeanwhile(workspace, erasures);
  return result;
}

interface Sealing {
  workspace: Workspace;
  session: Session;
  period: Period;
  options: SealOptions;
}

async function sealFrom(sealing: Sealing): Promise<SealResult> {
  const { workspace, session, options } = sealing;
  const { id } = sealing.period;
  const { contents, open } = await computeContents(sealing);
  const hashed = contents.map((content) => ({
    ...content,
    figures_sha256: hashFigures(content.tables, content.comparisons),
  }));
  const [ksp, ...reviews] = hashed as [Hashed, ...Hashed[]];
  const others = reviews.map(({ draft, figures_sha256 }) => ({
    recipient: draft.recipient,
    figures_sha256,
  }));
  const folder = (version: number) => path.join(periodFolder(workspace, id), `v${version}`);
  const told = (version: number) =>
    open ? { public: publicSummary(workspace, id, version, open.draft) } : {};
  const latest = sealedVersions(workspace, id).at(-1);
  if (latest === undefined) {
    const first = { version: 1, reason: null, others };
    const manifest = await write(workspace, session, ksp, reviews, first, async () => null, open);
    return { outcome: 'sealed', period: id, version: 1, folder: folder(1), manifest, ...told(1) };
  }
  const before = readManifest(internalFolder(workspace, id, latest));
  const same = JSON.stringify(before.others ?? []) === JSON.stringify(others);
  const alike = before.figures_sha256 === ksp.figures_sha256 && same;
  if (alike && isPublicAlike(workspace, id, latest, open)) {
    await removeUnfinished(workspace, id);
    const outcome = 'unchanged';
    return { outcome, period: id, version: latest, folder: folder(latest), manifest: before };
  }
  const version = latest + 1;
  const because = whatDiffers(before, ksp.draft);
  const superseded = new Map<Hashed, Manifest['supersedes']>();
  for (const content of hashed) {
    superseded.set(content, await supersededBy(workspace, content, latest, because));
  }
  const changed = superseded.get(ksp)?.figures_changed ?? 0;
  const reason = statedReason(before, ksp.draft, options.reason, changed);
  const numbered = { version, reason, others };
  const supersedes = async (content: Hashed) => superseded.get(content) ?? null;
  const manifest = await write(workspace, session, ksp, reviews, numbered, supersedes, open);
  return {
    outcome: 'sealed',
    period: id,
    version,
    folder: folder(version),
    manifest,
    ...told(version),
  };
}

/** The newest version, where nothing that it was computed from has changed since. */
function unchangedRelease(workspace: Workspace, text: string): SealResult | undefined {
  const period = parsePeriod(text)?.id;
  const version = period === undefined ? undefined : sealedVersions(workspace, period).at(-1);
  if (period === undefined || version === undefined) return undefined;
  const manifest = readManifest(internalFolder(workspace, period, version));
  if (manifest.inputs_sha256 !== releaseInputs(workspace, period)) return undefined;
  const folder = path.join(periodFolder(workspace, period), `v${version}`);
  return { outcome: 'unchanged', period, version, folder, manifest };
}

/** What a recipient's version before was, and what of it changed; null where it had none. */
async function supersededBy(
  workspace: Workspace,
  { draft, tables }: Computed,
  version: number,
  because: Record<Lang, string>,
): Promise<Manifest['supersedes']> {
  const { period, recipient } = draft;
  if (!sealedRecipients(workspace, period, version).includes(recipient)) return null;
  const old = await openRelease(workspace, period, version, recipient);
  return {
    version,
    because,
    figures_sha256: old.manifest.figures_sha256,
    figures_changed: countChanges(old, tables.values()),
    revised: revisedFigures(old, tables.get('headline') ?? []),
  };
}

interface Computed {
  draft: ManifestDraft;
  tables: Map<TableName, KeyedRows>;
  comparisons: KeyedComparison[];
  labels: Label[];
}
type Hashed = Computed & { figures_sha256: string };

/** What each recipient gets, `ksp` first. */
async function computeContents(
  sealing: Sealing,
): Promise<{ contents: Computed[]; open: PublicInput | undefined }> {
  const { workspace, session, period, options } = sealing;
  const catalogue = metricsCatalogue(workspace);
  const count = await session.row<{ n: number }>(
    'select count(*) as n from fct_complaint where quarter = $1',
    [period.id],
  );
  if (!count?.n) throw new BuktiError('release.no-report', { period: period.id });
  const { context, asOf, answers } = await computeAnswers(workspace, session, period, options);
  const [ksp] = answers as [RecipientTables];
  const common = await draftManifest(workspace, session, context, period, asOf, ksp.tables);
  const embargo = embargoOf(workspace, period.id);
  const predecessor = predecessorOf(workspace, period.id);
  const basis = await basisOf(workspace, session, period, asOf.asOf, predecessor?.basis);
  const series = seriesBefore(workspace, period.id);
  const then = await limitValuesOn(workspace, session, series?.first ?? period.first);
  const breaks = findBreaks(period.id, series, basis, then);
  const contents: Computed[] = [];
  for (const { recipient, tables, comparisons } of answers) {
    const { name, scope, family, coordinates } = recipient;
    const draft = {
      ...common,
      basis,
      ...(breaks.length > 0 ? { breaks } : {}),
      ...(embargo ? { embargo_until: embargo.until } : {}),
      recipient: name,
      ...(scope.coordinator === undefined ? {} : { scope, coordinates }),
      ages: agesOf(context, tables),
      family: summaryOf(family, comparisons),
      directions: directionsOf(catalogue, comparisons),
    };
    const labels = await gatherLabels(session, tables.values(), catalogue, context, coordinates);
    contents.push({ draft, tables, comparisons, labels });
  }
  if (!workspace.config.release.public) return { contents, open: undefined };
  const draft = await preparePublic({ workspace, session, context, period, asOf: asOf.asOf });
  const recipients = answers.map(({ recipient }) => recipient);
  // Without tables of the quarter itself there is nothing that others could stand beside.
  const open = draft.parts[0]?.plan.folder === '' ? { draft, recipients } : undefined;
  return { contents, open };
}

/** Whether what would be published is what the version has published. */
function isPublicAlike(
  workspace: Workspace,
  period: string,
  version: number,
  open: PublicInput | undefined,
): boolean {
  const folder = path.join(periodFolder(workspace, period), `v${version}`, vaultFolder);
  if (!existsSync(path.join(folder, manifestFile))) return open === undefined;
  const before = readVaultManifest(folder).public?.content_sha256;
  if (!open) return before === undefined;
  const { draft } = open;
  const named = { version, provisional: false, synthetic: false };
  return contentHash(draft.files(draft.protect(new Map()), named)) === before;
}

/** Writes the version: the tables of every recipient under one seal. */
async function write(
  workspace: Workspace,
  session: Session,
  ksp: Hashed,
  reviews: readonly Hashed[],
  { others, ...numbered }: Pick<Manifest, 'version' | 'reason' | 'others'>,
  supersedes: (content: Hashed) => Promise<Manifest['supersedes']>,
  open: PublicInput | undefined,
): Promise<Manifest> {
  const contents: ReleaseContent[] = [];
  const further = furtherFiles(workspace, session, ksp.draft.period);
  for (const content of [ksp, ...reviews]) {
    const { draft, figures_sha256, tables, comparisons, labels } = content;
    const keys = new Set([...tables.values()].flatMap((rows) => rows.map(([key]) => key)));
    const manifest = {
      ...draft,
      ...numbered,
      supersedes: await supersedes(content),
      figures: keys.size,
      figures_sha256,
      ...(content === ksp && others?.length ? { others } : {}),
    };
    contents.push({
      ...{ manifest, tables, comparisons, labels },
      further: further(manifest, tables),
    });
  }
  return await writeRelease(workspace, session, contents, open);
}
