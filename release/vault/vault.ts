import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { extractFolder, freezeExtract } from './extract.ts';
import { freezeCatalogue } from './models.ts';
import { type VaultContent, writeVaultManifest } from './vault-manifest.ts';

export const vaultFolder = 'vault';

/** Keeps, for operators only, all that the figures of a version can be computed from again. */
export async function writeVault(
  workspace: Workspace,
  session: Session,
  folder: string,
  content: Omit<VaultContent, 'files'>,
): Promise<void> {
  mkdirSync(path.join(folder, extractFolder), { recursive: true, mode: 0o700 });
  const extract = await freezeExtract(session, folder);
  const files = [...extract, ...freezeCatalogue(workspace, folder)];
  writeVaultManifest(workspace, folder, { ...content, files });
}
