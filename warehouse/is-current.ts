import type { Workspace } from '../base/index.ts';
import { activeBatches } from './landing-zone.ts';
import { publishedInfo } from './pointer.ts';
import { loadProject } from './project/load-project.ts';
import { inputHash } from './run/input-hash.ts';

/**
 * Whether the published copy was made of the models, seeds and batches that are there now.
 * @throws BuktiError as `buildWarehouse` for a project that cannot be compiled
 */
export function isCurrent(workspace: Workspace): boolean {
  const info = publishedInfo(workspace);
  if (!info) return false;
  return info.hash === inputHash(loadProject(workspace), activeBatches(workspace));
}
