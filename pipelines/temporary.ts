import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { isRunning } from '../warehouse/index.ts';

const prefix = '.tmp-';
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const dayMs = 86_400_000;

/** A name that no other process uses: `.tmp-<what>-<host>-<pid>-<random>`. */
export function temporaryName(what: string): string {
  return `${prefix}${what}-${host}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Left by a run that was killed: its process is gone, or (on another machine) a day has passed. */
function abandoned(folder: string, name: string): boolean {
  const [, itsHost, pid] = /-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
  if (itsHost === host) return Number(pid) !== process.pid && !isRunning(Number(pid));
  const stat = statSync(path.join(folder, name), { throwIfNoEntry: false });
  return itsHost === undefined || (stat !== undefined && Date.now() - stat.mtimeMs > dayMs);
}

/** Removes what killed runs have left in the landing zone and beside it. */
export function removeLeftovers(workspace: Workspace): void {
  const folders = [workspace.data, workspace.landing];
  if (existsSync(workspace.landing)) {
    for (const entry of readdirSync(workspace.landing, { withFileTypes: true })) {
      if (entry.isDirectory()) folders.push(path.join(workspace.landing, entry.name));
    }
  }
  for (const folder of folders.filter((each) => existsSync(each))) {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(prefix) || !abandoned(folder, name)) continue;
      rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
}
