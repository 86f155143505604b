import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import type { DataTest, Model, Project } from '../project/types.ts';
import { warehousePaths } from '../settings.ts';

/** Where the SQL that was made of a model or test can be looked at. */
export function compiledPath(workspace: Workspace, node: Model | DataTest): string {
  const { compiled } = warehousePaths(workspace);
  return 'relative' in node
    ? path.join(compiled, ...node.relative.split('/'))
    : path.join(compiled, 'tests', `${node.id}.sql`);
}

/** The whole statement of a data test. */
export function testSql(test: DataTest): string {
  const { check } = test;
  return check.kind === 'query' ? check.sql : `SELECT ${check.sql} FROM ${check.from}`;
}

/** Writes all compiled SQL afresh under `data/warehouse/compiled/`. */
export function writeCompiled(workspace: Workspace, project: Project): void {
  rmSync(warehousePaths(workspace).compiled, { recursive: true, force: true });
  const write = (file: string, sql: string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${sql}\n`);
  };
  for (const model of project.models) write(compiledPath(workspace, model), model.sql);
  for (const test of project.tests) write(compiledPath(workspace, test), testSql(test));
}
