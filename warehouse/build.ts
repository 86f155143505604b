import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../base/index.ts';
import { renameRetrying, tryRemove } from './atomic-file.ts';
import { sqlProblem } from './duckdb-error.ts';
import { activeBatches, type LandedBatch } from './landing-zone.ts';
import { lockedError, withWriteLock } from './lock.ts';
import { movePointer, type PublishedInfo, publishedInfo, removeOldPublished } from './pointer.ts';
import { loadProject } from './project/load-project.ts';
import { type Project, publishedCatalog, stageCatalog } from './project/types.ts';
import { writeCompiled } from './run/compiled-files.ts';
import { inputHash } from './run/input-hash.ts';
import { createLandingSources } from './run/landing-sources.ts';
import { type OnProgress, reported } from './run/progress.ts';
import { type BuiltTable, runModels, runSeeds } from './run/run-models.ts';
import { runTests } from './run/run-tests.ts';
import { type Session, sqlString, withSession } from './session.ts';
import { sessionOptions, warehousePaths } from './settings.ts';

export interface BuildOptions {
  onProgress?: OnProgress | undefined;
  threads?: number | undefined;
  /** As DuckDB writes it, `3GB`. */
  memoryLimit?: string | undefined;
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
      return current() ?? (await build(workspace, project, batches, hash, options));
    }))
  );
}

async function build(
  workspace: Workspace,
  project: Project,
  batches: LandedBatch[],
  hash: string,
  options: BuildOptions,
): Promise<BuildResult> {
  const begin = performance.now();
  const paths = warehousePaths(workspace);
  clearWorkFiles(workspace);
  tryRemove(paths.failed);
  writeCompiled(workspace, project);
  mkdirSync(paths.tmp, { recursive: true });
  const settings = sessionOptions(workspace, options);
  const { onProgress } = options;
  try {
    const made = await withSession(settings, async (session) => {
      await session.run('SET preserve_insertion_order = false');
      await attachBuildFile(session, workspace);
      // In memory, compressed, spilling where it must: half the time of a file, and nothing to sweep up.
      await session.run(`ATTACH ':memory:' AS ${stageCatalog} (COMPRESS)`);
      await session.run(`USE ${publishedCatalog}`);
      await createLandingSources(session, project.sources, batches);
      const { memoryLimit } = settings;
      const seeds = await runSeeds(session, project.seeds, onProgress);
      const models = await runModels(session, workspace, project, memoryLimit, onProgress);
      const warnings = await runTests(session, workspace, project.tests, memoryLimit, onProgress);
      await session.run(`CHECKPOINT ${publishedCatalog}; USE memory; DETACH ${publishedCatalog}`);
      return { tables: [...seeds, ...models], warnings };
    });
    const info: PublishedInfo = {
      format: 1,
      file: freeName(paths.folder, hash),
      hash,
      built_at: new Date().toISOString(),
      seconds: (performance.now() - begin) / 1000,
      batches: batches.length,
      tables: publishedTables(made.tables),
      tests: project.tests.length,
      warnings: made.warnings,
    };
    const about = { step: 'publish', model: info.file, index: 1, total: 1 } as const;
    await reported(onProgress, about, async () => {
      renameRetrying(paths.build, path.join(paths.folder, info.file));
      movePointer(workspace, info);
      return undefined;
    });
    return { ...info, changed: true };
  } catch (error) {
    if (error instanceof BuktiError && error.key === 'warehouse.test-failed') {
      renameRetrying(paths.build, paths.failed);
    }
    throw error;
  } finally {
    clearWorkFiles(workspace);
  }
}

async function attachBuildFile(session: Session, workspace: Workspace): Promise<void> {
  const { build } = warehousePaths(workspace);
  try {
    await session.run(`ATTACH ${sqlString(build)} AS ${publishedCatalog}`);
  } catch (error) {
    const problem = sqlProblem(error);
    if (problem.kind === 'locked') throw lockedError(workspace, problem.pid);
    throw error;
  }
}

function publishedTables(tables: BuiltTable[]): { name: string; rows: number }[] {
  return tables.filter((table) => table.published).map(({ name, rows }) => ({ name, rows }));
}

/** A name not yet taken: a copy that a reader holds is never written over. */
function freeName(folder: string, hash: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `published-${hash}.duckdb` : `published-${hash}-${n}.duckdb`;
    if (!existsSync(path.join(folder, name))) return name;
  }
}

/** Removes what an earlier build, finished or killed, has left. */
function clearWorkFiles(workspace: Workspace): void {
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
    if (!isAlive(pid)) rmSync(path.join(tmp, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
