import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../base/index.ts';
import { writeAtomically } from './atomic-file.ts';
import { sqlProblem } from './duckdb-error.ts';
import { lockedError } from './lock.ts';
import { Session, sqlString } from './session.ts';
import { sessionOptions, warehousePaths } from './settings.ts';

/** A data test whose rows were counted; `column` is null for a test of a whole table. */
export interface TestFinding {
  test: string;
  model: string;
  column: string | null;
  rows: number;
}

/** The content of `data/warehouse/current.json`. */
export interface PublishedInfo {
  format: 1;
  /** Name of the published file in the same folder. */
  file: string;
  /** Hash of everything that went into the build. */
  hash: string;
  built_at: string;
  seconds: number;
  /** Batches that the build read. */
  batches: number;
  tables: { name: string; rows: number }[];
  tests: number;
  /** Tests of severity `warn` that found rows. */
  warnings: TestFinding[];
}

/** What readers see now; `undefined` where nothing has been published. */
export function publishedInfo(workspace: Workspace): PublishedInfo | undefined {
  const { pointer, folder } = warehousePaths(workspace);
  if (!existsSync(pointer)) return undefined;
  const info = JSON.parse(readFileSync(pointer, 'utf8')) as PublishedInfo;
  return existsSync(path.join(folder, info.file)) ? info : undefined;
}

/** Moves the pointer: from here on new readers open `info.file`. */
export function movePointer(workspace: Workspace, info: PublishedInfo): void {
  writeAtomically(warehousePaths(workspace).pointer, `${JSON.stringify(info, null, 2)}\n`);
}

/** Deletes published files that nothing points to; one that Windows holds open waits for next time. */
export function removeOldPublished(workspace: Workspace, current: string): void {
  const { folder } = warehousePaths(workspace);
  for (const name of readdirSync(folder)) {
    if (!/^published-.*\.duckdb/.test(name) || name.startsWith(current)) continue;
    tryRemove(path.join(folder, name));
  }
}

/** @returns false where the file is in use (Windows) */
export function tryRemove(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EBUSY', 'EPERM', 'EACCES'].includes(code)) return false;
    throw error;
  }
}

/**
 * Hands over a session that reads the published copy under the alias `bukti`, which is also the
 * default catalogue: `SELECT count(*) FROM fct_complaint`. It goes on reading that copy whatever a
 * build publishes meanwhile.
 * @throws BuktiError `warehouse.none` before the first build, `warehouse.unreadable`
 */
export async function withPublished<T>(
  workspace: Workspace,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const options = sessionOptions(workspace);
  mkdirSync(warehousePaths(workspace).tmp, { recursive: true });
  const session = await Session.open(options);
  try {
    await attachPublished(session, workspace);
    return await work(session);
  } finally {
    session.close();
    rmSync(options.tempDirectory, { recursive: true, force: true });
  }
}

async function attachPublished(session: Session, workspace: Workspace): Promise<void> {
  const { folder } = warehousePaths(workspace);
  for (let attempt = 1; ; attempt += 1) {
    const info = publishedInfo(workspace);
    if (!info) throw new BuktiError('warehouse.none', { place: folder });
    const file = path.join(folder, info.file);
    try {
      await session.run(`ATTACH ${sqlString(file)} AS bukti (READ_ONLY); USE bukti`);
      return;
    } catch (error) {
      // A build may have published and deleted between the two lines above: look again.
      if (attempt < 5 && publishedInfo(workspace)?.file !== info.file) continue;
      const problem = sqlProblem(error);
      if (problem.kind === 'locked') throw lockedError(workspace, problem.pid);
      throw new BuktiError('warehouse.unreadable', { file, why: problem.why });
    }
  }
}
