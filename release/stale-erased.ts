import path from 'node:path';
import { BuktiError, type Workspace } from '../base/index.ts';
import { activeBatches, erasuresOf, pendingMoves, publishedInfo } from '../warehouse/index.ts';
import { isTombstoneFile } from './tombstone/tombstone.ts';

/**
 * Sees to it that no vault brings back what was erased: the published warehouse must have been built since
 * the last erasure, also since one that a kill has cut short: nobody would look into a vault sealed before it is
 * finished.
 * @returns the tombstones of all erasures, to be looked at again once the vault is written
 * @throws BuktiError `release.stale-erased`
 */
export function refuseStale(workspace: Workspace): string[] {
  const erasures = erasuresOf(activeBatches(workspace));
  const info = publishedInfo(workspace);
  const built = new Set(info?.erasures);
  const missing =
    unfinishedErasure(workspace) ?? (info && erasures.filter((one) => !built.has(one)).at(-1));
  if (missing === undefined) return erasures;
  throw new BuktiError('release.stale-erased', { day: missing.slice(0, 10) });
}

/** @throws BuktiError `release.erased-meanwhile` where reports were erased while a version was sealed */
export function refuseMeanwhile(workspace: Workspace, before: readonly string[]): void {
  const same = erasuresOf(activeBatches(workspace)).join() === before.join();
  if (same && unfinishedErasure(workspace) === undefined) return;
  throw new BuktiError('release.erased-meanwhile');
}

/** The tombstone of an erasure that is decided, while its folders are being moved. */
function unfinishedErasure(workspace: Workspace): string | undefined {
  const { swaps = [] } = pendingMoves(workspace) ?? {};
  const names = swaps.map(({ target }) => path.posix.basename(target));
  return names.find(isTombstoneFile)?.replace(/^erasure-/, '');
}
