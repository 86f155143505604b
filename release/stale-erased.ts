import { BuktiError, type Workspace } from '../base/index.ts';
import { activeBatches, erasuresOf, publishedInfo } from '../warehouse/index.ts';

/**
 * Sees to it that no vault brings back what was erased: the published warehouse must have been built since
 * the last erasure.
 * @returns the tombstones of all erasures, to be looked at again once the vault is written
 * @throws BuktiError `release.stale-erased`
 */
export function refuseStale(workspace: Workspace): string[] {
  const erasures = erasuresOf(activeBatches(workspace));
  const info = publishedInfo(workspace);
  const built = new Set(info?.erasures);
  const missing = info && erasures.filter((one) => !built.has(one)).at(-1);
  if (missing === undefined) return erasures;
  throw new BuktiError('release.stale-erased', { day: missing.slice(0, 10) });
}

/** @throws BuktiError `release.erased-meanwhile` where reports were erased while a version was sealed */
export function refuseMeanwhile(workspace: Workspace, before: readonly string[]): void {
  if (erasuresOf(activeBatches(workspace)).join() === before.join()) return;
  throw new BuktiError('release.erased-meanwhile');
}
