import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sha256OfFile } from '../hashes.ts';
import { manifestFile } from '../places.ts';
import { signatureFile } from '../signing/signature.ts';
import { isTombstoneFile } from '../tombstone/tombstone.ts';
import type { ManifestFile } from '../types.ts';
import type { Problem } from './problems.ts';

/** Files that are missing, changed, or there without standing in the manifest. */
export function checkFiles(
  folder: string,
  files: readonly Pick<ManifestFile, 'name' | 'sha256'>[],
): Problem[] {
  const problems: Problem[] = [];
  for (const { name, sha256 } of files) {
    const file = path.join(folder, name);
    if (!existsSync(file)) problems.push({ key: 'release.verify.missing', params: { file } });
    else if (sha256OfFile(file) !== sha256) {
      problems.push({ key: 'release.verify.changed', params: { file } });
    }
  }
  const listed = new Set([manifestFile, signatureFile, ...files.map(({ name }) => name)]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).replaceAll('\\', '/');
    if (!listed.has(name) && !isTombstoneFile(name))
      problems.push({ key: 'release.verify.unlisted', params: { file } });
  }
  return problems;
}
