import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../../base/index.ts';
import { type MetricsCatalogue, metricsCatalogue } from '../../metrics/index.ts';
import { sha256OfFile } from '../hashes.ts';
import { modelsFolder } from './models.ts';
import { sealedVault } from './vault.ts';
import { readVaultManifest } from './vault-manifest.ts';

/**
 * What the figures of a sealed version mean: the catalogue that its vault keeps, or, for whoever has the
 * version without its vault, the workspace's own.
 * @returns `frozen`: it is that of the vault
 * @throws BuktiError `release.damaged` where the vault's is not as it was sealed
 */
export function sealedCatalogue(
  workspace: Workspace,
  period: string,
  version: number,
): { catalogue: MetricsCatalogue; frozen: boolean } {
  const vault = sealedVault(workspace, period, version);
  if (vault === undefined || !existsSync(path.join(vault, modelsFolder))) {
    return { catalogue: metricsCatalogue(workspace), frozen: false };
  }
  for (const { name, sha256 } of readVaultManifest(vault).files) {
    if (!name.startsWith(`${modelsFolder}/`)) continue;
    const file = path.join(vault, name);
    if (!existsSync(file) || sha256OfFile(file) !== sha256) {
      throw new BuktiError('release.damaged', { file });
    }
  }
  return { catalogue: metricsCatalogue([path.join(vault, modelsFolder)]), frozen: true };
}
