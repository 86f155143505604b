import path from 'node:path';
import { BuktiError, type IsoDate, type Workspace } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { explainMoves, ruleChanges } from '../compare/causes.ts';
import { type FigureCounts, figureChanges } from '../compare/figure-changes.ts';
import { type RecordCounts, type RecordScope, recordChanges } from '../compare/record-changes.ts';
import { readManifest } from '../open.ts';
import { internalFolder, sealedPeriods, sealedRecipients, sealedVersions } from '../places.ts';
import { periodsOf } from '../spans.ts';
import type { Manifest, ManifestFile } from '../types.ts';
import { sealedVault } from '../vault/vault.ts';
import { keepRevisions, revisionFile, writeRevisionFile } from './revision-file.ts';

/** What a release says otherwise than an earlier one: of its own quarter, or of that one's. */
export interface RevisedRelease {
  period: string;
  version: number;
  as_of: IsoDate;
  figures: Omit<FigureCounts, 'only_before' | 'only_now'>;
  /** Reports that came late, changed or are gone since; null where its vault is not here. */
  records: RecordCounts | null;
}

interface Earlier {
  period: string;
  version: number;
}

/**
 * Compares releases that are about to be sealed with what was sealed before: with the version before of
 * the same quarter (every figure), and with the newest version of each earlier quarter that the tables
 * still speak of (figures of that quarter). Nothing is computed anew: what a release says of an earlier
 * quarter now stands in its tables.
 */
export class Reviser {
  private readonly workspace: Workspace;
  private readonly session: Session;
  private readonly period: string;
  private readonly earlier: readonly Earlier[];
  /** By earlier release: every recipient has the same records. */
  private readonly records = new Map<Earlier, { name: string; counts: RecordCounts } | null>();

  /** @param session on the warehouse that the release is computed from */
  constructor(workspace: Workspace, session: Session, period: string) {
    this.workspace = workspace;
    this.session = session;
    this.period = period;
    const span = periodsOf('last_8', period);
    this.earlier = sealedPeriods(workspace)
      .filter((one) => span.includes(one))
      .map((one) => ({ period: one, version: sealedVersions(workspace, one).at(-1) as number }));
  }

  /**
   * Writes `revision.parquet` beside the tables of one recipient.
   * @returns nothing where no earlier release had tables for it
   */
  async revise(
    folder: string,
    manifest: Pick<Manifest, 'recipient' | 'basis' | 'batches'> & { files: ManifestFile[] },
  ): Promise<{ revisions: RevisedRelease[]; files: { name: string; rows: number }[] }> {
    const { workspace, session, period } = this;
    const now = { folder, manifest: { ...manifest, period } };
    const revisions: RevisedRelease[] = [];
    for (const earlier of this.earlier) {
      if (
        !sealedRecipients(workspace, earlier.period, earlier.version).includes(manifest.recipient)
      ) {
        continue;
      }
      const place = internalFolder(workspace, earlier.period, earlier.version, manifest.recipient);
      const before = { folder: place, manifest: readManifest(place) };
      const own = earlier.period === period;
      const figures = await figureChanges(session, before, now, own ? undefined : earlier.period);
      const records = await this.recordsSince(earlier, before.manifest.as_of);
      const changes = ruleChanges(before.manifest, manifest);
      await explainMoves(session, changes, records?.name ?? null);
      await keepRevisions(session, earlier);
      const { only_before: _, only_now: __, ...counts } = figures;
      revisions.push({
        ...{ ...earlier, as_of: before.manifest.as_of, figures: counts },
        records: records?.counts ?? null,
      });
    }
    if (revisions.length === 0) return { revisions, files: [] };
    const rows = await writeRevisionFile(session, path.join(folder, revisionFile));
    return { revisions, files: [{ name: revisionFile, rows }] };
  }

  private async recordsSince(earlier: Earlier, until: IsoDate) {
    const known = this.records.get(earlier);
    if (known !== undefined) return known;
    const { period, version } = earlier;
    const vault = sealedVault(this.workspace, period, version);
    // Of quarters long ago there are totals alone: their own reports are enough, and quick to compare.
    const recent = periodsOf('with_previous', this.period).includes(period);
    const name = `revised_${period}`;
    const scope = { until, quarter: recent ? undefined : period };
    const made = vault === undefined ? null : await this.recordsOf(vault, scope, name);
    this.records.set(earlier, made);
    return made;
  }

  private async recordsOf(vault: string, scope: RecordScope, name: string) {
    try {
      const counts = await recordChanges(this.session, { vault }, 'session', scope, name);
      return { name, counts };
    } catch (error) {
      if (error instanceof BuktiError) throw error;
      // Frozen by a program that kept other tables: a new release must not fail over an old vault.
      return null;
    }
  }
}
