import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { sealRelease } from '../../release/index.ts';
import { madeOnce } from '../made-once.ts';
import { publishFixture, temporaryWorkspace, yearOfReports } from './fixture.ts';

/**
 * A workspace of its own in which 2026Q3 of `yearOfReports()` has just been published and sealed, for the
 * first time. The sealing itself is done once a test run.
 */
export async function sealedWorkspace(): Promise<{ workspace: Workspace; remove: () => void }> {
  const sealed = await madeOnce('terbit', async (folder) => {
    writeFileSync(path.join(folder, 'bukti.yaml'), 'threads: 1\nrelease:\n  public: false\n');
    const made = openWorkspace(folder, {});
    await publishFixture(made, yearOfReports());
    const { outcome, version } = await sealRelease(made, '2026Q3');
    if (outcome !== 'sealed' || version !== 1) throw new Error(`${outcome}, v${version}`);
  });
  const own = temporaryWorkspace();
  cpSync(sealed, own.workspace.root, { recursive: true });
  return own;
}
