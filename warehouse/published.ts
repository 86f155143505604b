import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../base/index.ts';
import { sqlProblem } from './duckdb-error.ts';
import { lockedError } from './lock.ts';
import { publishedInfo } from './pointer.ts';
import { Session, sqlString } from './session.ts';
import { sessionOptions, warehousePaths } from './settings.ts';

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
  const { folder } = warehousePaths(workspace);
  if (!publishedInfo(workspace)) throw new BuktiError('warehouse.none', { place: folder });
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
