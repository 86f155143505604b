import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../warehouse/index.ts';

/** Temporary folders of processes that are no more. */
export function removeAbandoned(parent: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const pid = Number(/^\.tmp-v\d+-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    // What this process has left of an earlier attempt is as abandoned.
    if (Number.isNaN(pid) || (pid !== process.pid && isRunning(pid))) continue;
    rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
