import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { activeBatches } from './landing-zone.ts';
import { withWriteLock } from './lock.ts';
import { type MakeOptions, makeWarehouseFile } from './make-file.ts';
import { finishMoves } from './moves.ts';
import { movePointer, type PublishedInfo, publishedInfo } from './pointer.ts';
import { loadProject } from './project/load-project.ts';
import { inputHash } from './run/input-hash.ts';
import { warehousePaths } from './settings.ts';

export interface BuildOptions extends MakeOptions {
  /** Builds even where nothing has changed. */
  force?: boolean | undefined;
}

export interface BuildResult extends PublishedInfo {
  /** False where the published copy was already made of these very inputs. */
  changed: boolean;
}

/**
 * Builds the warehouse: seeds and models from the landing zone into a file of its own, then the data
 * tests, then the published copy. Nothing is copied to publish: what readers get is built into one
 * file, which is renamed, and the rest into memory. Killed at any moment, readers keep the
 * copy before; a failed test keeps them there too,
 * and what was built is kept as failed.duckdb until the next build.
 * @throws BuktiError `warehouse.locked`, `warehouse.test-failed`, and what `loadProject` throws
 */
export async function buildWarehouse(
  workspace: Workspace,
  options: BuildOptions = {},
): Promise<BuildResult> {
  await finishMoves(workspace);
  const project = loadProject(workspace);
  const batches = activeBatches(workspace);
  const hash = inputHash(project, batches);
  const current = () => {
    const info = options.force ? undefined : publishedInfo(workspace);
    return info?.hash === hash ? { ...info, changed: false } : undefined;
  };
  return (
    current() ??
    (await withWriteLock(workspace, async () => {
      // Another process may have published the same between the look above and the lock.
      const already = current();
      if (already) return already;
      const file = freeName(warehousePaths(workspace).folder, hash);
      const plan = { project, batches, hash, file };
      const info = await makeWarehouseFile(workspace, plan, options, (made) =>
        movePointer(workspace, made),
      );
      return { ...info, changed: true };
    }))
  );
}

/** A name not yet taken: a copy that a reader holds is never written over. */
function freeName(folder: string, hash: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `published-${hash}.duckdb` : `published-${hash}-${n}.duckdb`;
    if (!existsSync(path.join(folder, name))) return name;
  }
}
