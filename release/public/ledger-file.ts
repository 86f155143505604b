import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../../base/index.ts';
import { emptyLedger, type Ledger, type NoiseParameters } from '../../disclosure/index.ts';
import { periodFolder, sealedVersions } from '../places.ts';
import { vaultFolder } from '../vault/vault.ts';

export const ledgerFile = 'disclosure/ledger.json';

/**
 * What was published of a period, as its newest sealed version left it; empty where nothing was.
 * @throws BuktiError `release.damaged`
 */
export function readLedger(workspace: Workspace, period: string, noise: NoiseParameters): Ledger {
  for (const version of sealedVersions(workspace, period).reverse()) {
    const file = path.join(periodFolder(workspace, period), `v${version}`, vaultFolder, ledgerFile);
    if (!existsSync(file)) continue;
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Ledger;
    } catch {
      throw new BuktiError('release.damaged', { file });
    }
  }
  return emptyLedger(noise);
}
