import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { manifestFile, periodFolder } from '../places.ts';
import type { ManifestFile } from '../types.ts';
import { extractFolder, freezeExtract } from './extract.ts';
import { freezeCatalogue } from './models.ts';

export const vaultFolder = 'vault';

/** The vault of a sealed version; undefined for whoever has the version without it. */
export function sealedVault(
  workspace: Workspace,
  period: string,
  version: number,
): string | undefined {
  const vault = path.join(periodFolder(workspace, period), `v${version}`, vaultFolder);
  return existsSync(path.join(vault, manifestFile)) ? vault : undefined;
}

/**
 * Keeps, for operators only, all that the figures of a version can be computed from again; its manifest comes
 * later (writeVaultManifest).
 * @returns the files, for the manifest
 */
export async function freezeVault(
  workspace: Workspace,
  session: Session,
  folder: string,
): Promise<ManifestFile[]> {
  mkdirSync(path.join(folder, extractFolder), { recursive: true, mode: 0o700 });
  const extract = await freezeExtract(session, folder);
  return [...extract, ...freezeCatalogue(workspace, folder)];
}
