import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { tryRemove } from '../base/atomic-file.ts';
import type { Workspace } from '../base/index.ts';
import { publishedInfo, removeOldPublished } from './pointer.ts';
import { isRunning } from './running.ts';
import { warehousePaths } from './settings.ts';

/** Removes what an earlier build, finished or killed, has left. Only under the write lock. */
export function clearWorkFiles(workspace: Workspace): void {
  const { folder, build, tmp } = warehousePaths(workspace);
  tryRemove(build);
  tryRemove(`${build}.wal`);
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tmp')) tryRemove(path.join(folder, name));
  }
  removeDeadSpill(tmp);
  removeOldPublished(workspace, publishedInfo(workspace)?.file ?? '-');
}

/** Spill folders are named after their process; those of the dead are left over from a kill. */
function removeDeadSpill(tmp: string): void {
  if (!existsSync(tmp)) return;
  for (const name of readdirSync(tmp)) {
    const pid = Number(name.split('-')[0]);
    if (!isRunning(pid)) rmSync(path.join(tmp, name), { recursive: true, force: true });
  }
}
