import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type IsoDate, type Workspace } from '../base/index.ts';
import { sqlProblem } from './duckdb-error.ts';
import { knownCopy } from './known.ts';
import { lockedError } from './lock.ts';
import { publishedInfo } from './pointer.ts';
import type { OnProgress } from './run/progress.ts';
import { Session, sqlString } from './session.ts';
import { sessionOptions, warehousePaths } from './settings.ts';

export interface ReadOptions {
  /**
   * Reads the warehouse as it would be had nothing landed that became known after this day. The first
   * reader of a selection of batches makes its copy.
   */
  known?: IsoDate | undefined;
  /** Told of the making of that copy, as by `buildWarehouse`. */
  onProgress?: OnProgress | undefined;
}

/**
 * Hands over a session that reads the published copy under the alias `bukti`, which is also the
 * default catalogue: `SELECT count(*) FROM fct_complaint`. It goes on reading that copy whatever a
 * build publishes meanwhile.
 * @throws BuktiError `warehouse.none` before the first build, `warehouse.unreadable`; with `known`
 *   also `warehouse.known-too-early` and what `buildWarehouse` throws
 */
export async function withPublished<T>(
  workspace: Workspace,
  work: (session: Session) => Promise<T>,
  { known, onProgress }: ReadOptions = {},
): Promise<T> {
  const fileOf = async () =>
    known === undefined
      ? publishedInfo(workspace)?.file
      : await knownCopy(workspace, known, { onProgress });
  // Whoever has to make a copy first opens no session meanwhile.
  const name = await fileOf();
  if (!name) throw noneError(workspace);
  const options = sessionOptions(workspace);
  mkdirSync(warehousePaths(workspace).tmp, { recursive: true });
  const session = await Session.open(options);
  try {
    await attachPublished(session, workspace, name, fileOf);
    return await work(session);
  } finally {
    session.close();
    rmSync(options.tempDirectory, { recursive: true, force: true });
  }
}

async function attachPublished(
  session: Session,
  workspace: Workspace,
  first: string,
  fileOf: () => Promise<string | undefined>,
): Promise<void> {
  let name = first;
  for (let attempt = 1; ; attempt += 1) {
    const file = path.join(warehousePaths(workspace).folder, name);
    try {
      await session.run(`ATTACH ${sqlString(file)} AS bukti (READ_ONLY); USE bukti`);
      return;
    } catch (error) {
      // Somebody may have published, or removed this copy, since its name was read: look again.
      const gone = !existsSync(file);
      const now = await fileOf();
      if (!now) throw noneError(workspace);
      if (attempt < 5 && (gone || now !== name)) {
        name = now;
        continue;
      }
      const problem = sqlProblem(error);
      if (problem.kind === 'locked') throw lockedError(workspace, problem.pid);
      throw new BuktiError('warehouse.unreadable', { file, why: problem.why });
    }
  }
}

function noneError(workspace: Workspace): BuktiError {
  return new BuktiError('warehouse.none', { place: warehousePaths(workspace).folder });
}
