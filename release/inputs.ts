import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeHash } from '../base/code-hash.ts';
import type { Workspace } from '../base/index.ts';
import { publishedInfo } from '../warehouse/index.ts';
import { publishCatalogue } from './published/index.ts';
import { metricFiles } from './vault/models.ts';
import { computingFolders } from './vault/vault-manifest.ts';

/**
 * A hash over all that a release of a period is computed from: the published warehouse, the catalogue of
 * metrics with its families, the configuration, the code. Equal hash, equal figures; so a release that
 * would say the same is recognised without computing it.
 * @param period `2026Q3`
 * @returns 64 hex digits
 */
export function releaseInputs(workspace: Workspace, period: string): string {
  const hash = createHash('sha256');
  const said = [period, publishedInfo(workspace)?.hash ?? '', workspace.config.release];
  const { version, hash: published } = publishCatalogue(workspace);
  hash.update(JSON.stringify([...said, version, published, codeHash(computingFolders)]));
  for (const { root, name } of metricFiles(workspace)) {
    hash.update(`${workspace.models.indexOf(path.dirname(root))} ${name}\n`);
    hash.update(readFileSync(path.join(root, name)));
  }
  return hash.digest('hex');
}
