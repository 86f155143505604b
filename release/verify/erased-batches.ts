import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Batch, erasuresOf } from '../../warehouse/index.ts';
import { sha256OfFile } from '../hashes.ts';
import { checkErased, type Erasure } from './erased.ts';
import type { Problem } from './problems.ts';

export interface VerifiedBatch {
  folder: string;
  erasures: Erasure[];
  problems: Problem[];
}

/**
 * Checks the batches of a landing zone in which reports were erased: each file against the hash that the
 * last tombstone gives it, each tombstone against its signature and the one before, and batch.json against
 * the tombstones.
 * @param target a batch, a source, the landing zone, or the data folder
 */
export function verifyErasedBatches(
  target: string,
  trusted: readonly KeyObject[],
): VerifiedBatch[] {
  return batchFolders(target).flatMap((folder) => {
    const batch = JSON.parse(readFileSync(path.join(folder, 'batch.json'), 'utf8')) as Batch;
    const isOwn = (named: string) => named.endsWith(`=${batch.batch}`);
    const { erasures, hashes, problems } = checkErased(folder, new Map(), isOwn, trusted);
    const listed = erasuresOf([batch]).join();
    if (erasures.length === 0 && listed === '' && problems.length === 0) return [];
    if (
      listed !==
      erasures
        .map(({ id }) => id)
        .sort()
        .join()
    ) {
      const file = path.join(folder, 'batch.json');
      problems.push({ key: 'release.verify.tombstone-missing', params: { file } });
    }
    for (const [name, sha256] of hashes) {
      const file = path.join(folder, name);
      if (!existsSync(file)) problems.push({ key: 'release.verify.missing', params: { file } });
      else if (sha256OfFile(file) !== sha256) {
        problems.push({ key: 'release.verify.changed', params: { file } });
      }
    }
    return [{ folder, erasures, problems }];
  });
}

function batchFolders(target: string): string[] {
  if (!existsSync(target)) return [];
  if (existsSync(path.join(target, 'batch.json'))) return [target];
  const folders = readdirSync(target, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(target, entry.name))
    .sort();
  return folders.flatMap(batchFolders);
}
