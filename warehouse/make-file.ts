import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { renameRetrying, tryRemove } from '../base/atomic-file.ts';
import { BuktiError, secondsSince, type Workspace } from '../base/index.ts';
import { sqlProblem } from './duckdb-error.ts';
import { erasuresOf, type LandedBatch } from './landing-zone.ts';
import { lockedError } from './lock.ts';
import type { PublishedInfo } from './pointer.ts';
import { type Project, publishedCatalog, stageCatalog } from './project/types.ts';
import { writeCompiled } from './run/compiled-files.ts';
import { createLandingSources } from './run/landing-sources.ts';
import { type OnProgress, reported } from './run/progress.ts';
import { type BuiltTable, runModels, runSeeds } from './run/run-models.ts';
import { runTests } from './run/run-tests.ts';
import { type Session, sqlString, withSession } from './session.ts';
import { sessionOptions, warehousePaths } from './settings.ts';
import { clearWorkFiles } from './work-files.ts';

export interface MakeOptions {
  onProgress?: OnProgress | undefined;
  threads?: number | undefined;
  /** As DuckDB writes it, `3GB`. */
  memoryLimit?: string | undefined;
}

/** What goes into a warehouse file, and what the file is to be called. */
export interface FilePlan {
  project: Project;
  batches: LandedBatch[];
  /** Of all of these (`inputHash`). */
  hash: string;
  /** Name in the warehouse folder; not taken yet. */
  file: string;
}

/**
 * Makes a warehouse file, under the write lock: seeds and models from the batches into the writer's own
 * file, then the data tests, then one rename. Under its name a file is whole, whenever this is killed.
 * What fails a test is kept as failed.duckdb until the next build.
 * @param renamed called once the file has its name
 * @throws BuktiError `warehouse.test-failed`, `warehouse.sql`, `warehouse.locked`, ...
 */
export async function makeWarehouseFile(
  workspace: Workspace,
  plan: FilePlan,
  options: MakeOptions,
  renamed: (info: PublishedInfo) => void = () => {},
): Promise<PublishedInfo> {
  const begin = performance.now();
  const { project, batches, hash, file } = plan;
  const { onProgress } = options;
  const paths = warehousePaths(workspace);
  clearWorkFiles(workspace);
  tryRemove(paths.failed);
  writeCompiled(workspace, project);
  mkdirSync(paths.tmp, { recursive: true });
  try {
    const made = await fillBuildFile(workspace, plan, options);
    const info: PublishedInfo = {
      format: 1,
      file,
      hash,
      built_at: new Date().toISOString(),
      seconds: secondsSince(begin),
      batches: batches.length,
      ...erasuresIn(batches),
      tables: publishedTables(made.tables),
      tests: project.tests.length,
      warnings: made.warnings,
    };
    const about = { step: 'publish', model: file, index: 1, total: 1 } as const;
    await reported(onProgress, about, async () => {
      renameRetrying(paths.build, path.join(paths.folder, file));
      renamed(info);
      return undefined;
    });
    return info;
  } catch (error) {
    if (error instanceof BuktiError && error.key === 'warehouse.test-failed') {
      renameRetrying(paths.build, paths.failed);
    }
    throw error;
  } finally {
    clearWorkFiles(workspace);
  }
}

async function fillBuildFile(
  workspace: Workspace,
  { project, batches }: FilePlan,
  options: MakeOptions,
) {
  const { onProgress } = options;
  const settings = sessionOptions(workspace, options);
  return await withSession(settings, async (session) => {
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

function erasuresIn(batches: LandedBatch[]): Pick<PublishedInfo, 'erasures'> {
  const erasures = erasuresOf(batches);
  return erasures.length > 0 ? { erasures } : {};
}

function publishedTables(tables: BuiltTable[]): { name: string; rows: number }[] {
  return tables.filter((table) => table.published).map(({ name, rows }) => ({ name, rows }));
}
