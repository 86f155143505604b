import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';
import { sqlProblem } from './duckdb-error.ts';
import { Session, sqlString } from './session.ts';
import { warehousePaths } from './settings.ts';

const held = new Set<string>();

/**
 * Runs `work` as the only writer of the warehouse. The lock is the operating system's own, on a
 * small DuckDB file: it ends with the process that holds it, however that dies, so none is ever
 * stale and a reused process id deceives nobody.
 * @throws BuktiError `warehouse.locked` naming the process that writes
 */
export async function withWriteLock<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  const paths = warehousePaths(workspace);
  if (held.has(paths.folder)) throw lockedError(workspace, process.pid);
  held.add(paths.folder);
  try {
    mkdirSync(paths.folder, { recursive: true });
    const session = await Session.open({ threads: 1 });
    try {
      await acquire(session, workspace);
      writeFileSync(paths.lockOwner, JSON.stringify({ pid: process.pid }));
      return await work();
    } finally {
      session.close();
    }
  } finally {
    held.delete(paths.folder);
  }
}

/**
 * Says at once that another process is writing, before anything is done that needs the warehouse.
 * Writes nothing where nobody has built yet.
 * @throws BuktiError `warehouse.locked`
 */
export async function checkWritable(workspace: Workspace): Promise<void> {
  if (!existsSync(warehousePaths(workspace).lock)) return;
  const session = await Session.open({ threads: 1 });
  try {
    await acquire(session, workspace);
  } finally {
    session.close();
  }
}

async function acquire(session: Session, workspace: Workspace): Promise<void> {
  const { lock } = warehousePaths(workspace);
  const attach = `ATTACH ${sqlString(lock)} AS write_lock`;
  try {
    await session.run(attach);
  } catch (error) {
    const problem = sqlProblem(error);
    if (problem.kind === 'locked') throw lockedError(workspace, problem.pid);
    // A kill while the file was being made leaves it half written; nobody holds it.
    rmSync(lock, { force: true });
    await session.run(attach);
  }
}

/** The sentence for a file that another process holds, whichever way that came to light. */
export function lockedError(workspace: Workspace, pid: number | undefined): BuktiError {
  const { lockOwner, folder } = warehousePaths(workspace);
  return new BuktiError(
    'warehouse.locked',
    { pid: pid ?? ownerPid(lockOwner) ?? '?', place: folder },
    exitStatus.locked,
  );
}

function ownerPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = /"pid":(\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
  return pid === undefined ? undefined : Number(pid);
}
