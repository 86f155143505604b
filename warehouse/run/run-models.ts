import type { Workspace } from '../../base/index.ts';
import { BuktiError } from '../../base/index.ts';
import { sqlProblem } from '../duckdb-error.ts';
import type { Model, Project, Seed } from '../project/types.ts';
import type { Session } from '../session.ts';
import { compiledPath } from './compiled-files.ts';
import { type OnProgress, reported } from './progress.ts';
import { seedSql } from './seed-sql.ts';
import { sqlError } from './sql-error.ts';

export interface BuiltTable {
  name: string;
  rows: number;
  published: boolean;
}

/** Loads the seeds, all text unless typed. */
export async function runSeeds(
  session: Session,
  seeds: Seed[],
  onProgress: OnProgress | undefined,
): Promise<BuiltTable[]> {
  const built: BuiltTable[] = [];
  for (const [index, seed] of seeds.entries()) {
    const about = {
      step: 'seed',
      model: seed.name,
      index: index + 1,
      total: seeds.length,
    } as const;
    await reported(onProgress, about, async () => {
      try {
        await session.run(seedSql(seed));
      } catch (error) {
        if (error instanceof BuktiError) throw error;
        throw new BuktiError('warehouse.seed', { file: seed.file, why: seedProblem(error) });
      }
      const rows = await countRows(session, seed.relation);
      built.push({ name: seed.name, rows, published: seed.published });
      return rows;
    });
  }
  return built;
}

/** A seed is public by nature, so its line may be shown; the values stay out all the same. */
function seedProblem(error: unknown): string {
  const line = /(?:CSV Error on Line: |line )(\d+)/i.exec(String(error))?.[1];
  const column = /column(?: name)?:? "?(\w+)"?/i.exec(String(error))?.[1];
  const parts = [sqlProblem(error).why, line && `line ${line}`];
  return [...parts, column && `column ${column}`].filter(Boolean).join(', ');
}

/** Builds the models in their order: a table, or a view for what only the build sees. */
export async function runModels(
  session: Session,
  workspace: Workspace,
  project: Project,
  memoryLimit: string,
  onProgress: OnProgress | undefined,
): Promise<BuiltTable[]> {
  const built: BuiltTable[] = [];
  const total = project.models.length;
  for (const [index, model] of project.models.entries()) {
    const about = { step: 'model', model: model.name, index: index + 1, total } as const;
    await reported(onProgress, about, async () => {
      await runModel(session, workspace, model, memoryLimit);
      if (model.asView) return undefined;
      const rows = await countRows(session, model.relation);
      built.push({ name: model.name, rows, published: model.published });
      return rows;
    });
  }
  return built;
}

async function runModel(
  session: Session,
  workspace: Workspace,
  model: Model,
  memoryLimit: string,
): Promise<void> {
  try {
    await session.run(
      `CREATE ${model.asView ? 'VIEW' : 'TABLE'} ${model.relation} AS\n${model.sql}`,
    );
  } catch (error) {
    const compiled = compiledPath(workspace, model);
    throw sqlError(error, { ...model, compiled, offset: 1 }, memoryLimit);
  }
}

async function countRows(session: Session, relation: string): Promise<number> {
  const row = await session.row<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
  return row?.n ?? 0;
}
