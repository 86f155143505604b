import type { Workspace } from '../base/index.ts';
import { readManifest } from './open.ts';
import { internalFolder, sealedPeriods, sealedVersions } from './places.ts';
import type { Manifest } from './types.ts';

/** The release that a new one follows: the version before, else the newest of the last sealed quarter before. */
export function predecessorOf(workspace: Workspace, period: string): Manifest | undefined {
  const last = sealedPeriods(workspace)
    .filter((one) => one <= period)
    .at(-1);
  const version = last === undefined ? undefined : sealedVersions(workspace, last).at(-1);
  if (last === undefined || version === undefined) return undefined;
  return readManifest(internalFolder(workspace, last, version));
}
