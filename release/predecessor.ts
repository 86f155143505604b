import type { Workspace } from '../base/index.ts';
import { readManifest } from './open.ts';
import { internalFolder, sealedPeriods, sealedVersions } from './places.ts';
import type { Manifest } from './types.ts';

/** The release that a new one follows: the version before, else the newest of the last sealed quarter before. */
export function predecessorOf(workspace: Workspace, period: string): Manifest | undefined {
  return newest(workspace, (one) => one <= period);
}

/**
 * The release that a series goes on from: the newest of the last sealed quarter before, whatever versions
 * the quarter itself has; the version before only where it is the first quarter of all.
 */
export function seriesBefore(workspace: Workspace, period: string): Manifest | undefined {
  return newest(workspace, (one) => one < period) ?? predecessorOf(workspace, period);
}

function newest(workspace: Workspace, has: (period: string) => boolean): Manifest | undefined {
  const last = sealedPeriods(workspace).filter(has).at(-1);
  const version = last === undefined ? undefined : sealedVersions(workspace, last).at(-1);
  if (last === undefined || version === undefined) return undefined;
  return readManifest(internalFolder(workspace, last, version));
}
