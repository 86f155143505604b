import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import { type Session, withSession } from '../../warehouse/index.ts';
import { explainMoves, type RuleChanges, ruleChanges } from './causes.ts';
import { type FigureCounts, figureChanges } from './figure-changes.ts';
import { type FindingChange, findingChanges } from './findings.ts';
import { type RecordCounts, recordChanges } from './record-changes.ts';
import { type Side, sideOf } from './side.ts';

/** What two sealed releases say otherwise. */
export interface ReleaseComparison {
  before: Side;
  now: Side;
  figures: FigureCounts;
  /** Reports that came late, changed or are gone; null where a vault is not here. */
  records: RecordCounts | null;
  changes: RuleChanges;
  /** Findings that are clear in one of the two alone, or turned; of versions of one quarter. */
  findings: FindingChange[];
  /** On the table `figure_change`, while `work` runs. */
  session: Session;
}

/**
 * Compares two sealed releases in SQL over their files: every figure that moved, with what is known of
 * why. Figures are compared by what they are, so that a later quarter's release can be held against the
 * release of an earlier one.
 * @param a `2026Q3/v1`, `2026Q3`, or a folder; `b` likewise
 * @throws BuktiError those of `sideOf`, `release.compare.recipients`
 */
export async function compareReleases<T>(
  workspace: Workspace,
  [a, b]: readonly [string, string],
  recipient: string,
  work: (comparison: ReleaseComparison) => Promise<T>,
): Promise<T> {
  const [before, now] = [sideOf(workspace, a, recipient), sideOf(workspace, b, recipient)];
  if (before.manifest.recipient !== now.manifest.recipient) {
    throw new BuktiError(
      'release.compare.recipients',
      { a: before.manifest.recipient, b: now.manifest.recipient },
      exitStatus.usage,
    );
  }
  const changes = ruleChanges(before.manifest, now.manifest);
  const { memory_limit: memoryLimit, threads } = workspace.config;
  return await withSession({ memoryLimit, threads }, async (session) => {
    const figures = await figureChanges(session, before, now);
    const [a, b] = [before.vault, now.vault];
    const [until = ''] = [before.manifest.as_of, now.manifest.as_of].sort();
    const records =
      a !== undefined && b !== undefined
        ? await recordChanges(session, { vault: a }, { vault: b }, { until })
        : null;
    await explainMoves(session, changes, records === null ? null : 'record');
    const findings = await findingChanges(session, before, now);
    return await work({ before, now, figures, records, changes, findings, session });
  });
}
