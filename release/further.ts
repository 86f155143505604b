import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { type Session, withSession } from '../warehouse/index.ts';
import { overlapOf } from './breaks/overlap.ts';
import { overlapFile, writeOverlap } from './breaks/overlap-file.ts';
import type { KeyedRows } from './compute.ts';
import { seriesBefore } from './predecessor.ts';
import { Reviser } from './revisions/revise.ts';
import type { Manifest } from './types.ts';
import type { ReleaseContent } from './write.ts';

/**
 * Writes what a release holds beside its tables: what it says otherwise than those before it, and, where
 * a rule changed, the quarter before under both rules.
 * @param session on the warehouse that the tables were computed from
 */
export function furtherFiles(
  workspace: Workspace,
  session: Session,
  period: string,
): (
  manifest: Omit<Manifest, 'files'>,
  tables: ReadonlyMap<string, KeyedRows>,
) => NonNullable<ReleaseContent['further']> {
  const reviser = new Reviser(workspace, session, period);
  const before = seriesBefore(workspace, period);
  return (manifest, tables) => async (folder, files) => {
    const revised = await reviser.revise(folder, { ...manifest, files });
    const written = [...revised.files];
    // Ministries have the breaks; both rules side by side stand in the whole release alone.
    if (before && manifest.recipient === 'ksp') {
      const { breaks = [] } = manifest;
      const rows = await overlapOf(workspace, before, breaks, period, tables.values());
      if (rows.length > 0) {
        const file = path.join(folder, overlapFile);
        await withSession({ threads: 1 }, (one) => writeOverlap(one, file, rows));
        written.push({ name: overlapFile, rows: rows.length });
      }
    }
    return { files: written, manifest: { revisions: revised.revisions } };
  };
}
