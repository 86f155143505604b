import { readFileSync } from 'node:fs';
import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import type { TestFinding } from '../pointer.ts';
import type { DataTest } from '../project/types.ts';
import type { Session } from '../session.ts';
import { warehousePaths } from '../settings.ts';
import { compiledPath, testSql } from './compiled-files.ts';
import { type OnProgress, reported } from './progress.ts';
import { sqlError } from './sql-error.ts';

/**
 * Runs the data tests, those that are aggregates over the same rows in one scan.
 * @returns the findings of severity `warn`
 * @throws BuktiError `warehouse.test-failed` once all have run
 */
export async function runTests(
  session: Session,
  workspace: Workspace,
  tests: DataTest[],
  memoryLimit: string,
  onProgress: OnProgress | undefined,
): Promise<TestFinding[]> {
  const groups = grouped(tests);
  const findings: { test: DataTest; rows: number }[] = [];
  for (const [index, group] of groups.entries()) {
    const model = (group[0] as DataTest).model;
    const about = { step: 'test', model, index: index + 1, total: groups.length } as const;
    await reported(onProgress, about, async () => {
      const counts = await countFailures(session, workspace, group, memoryLimit);
      for (const [at, test] of group.entries()) {
        if (counts[at]) findings.push({ test, rows: counts[at] as number });
      }
      return counts.reduce((sum, count) => sum + count, 0);
    });
  }
  const failed = findings.filter(({ test }) => test.severity === 'error');
  if (failed.length > 0) throw failedError(workspace, failed);
  return findings.map(({ test, rows }) => ({
    test: test.name,
    model: test.model,
    column: test.column,
    rows,
  }));
}

function grouped(tests: DataTest[]): DataTest[][] {
  const groups = new Map<string, DataTest[]>();
  for (const test of tests) {
    const key = test.check.kind === 'aggregate' ? test.check.from : `query ${test.id}`;
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return [...groups.values()];
}

async function countFailures(
  session: Session,
  workspace: Workspace,
  group: DataTest[],
  memoryLimit: string,
): Promise<number[]> {
  const [first] = group as [DataTest];
  const sql =
    first.check.kind === 'query'
      ? first.check.sql
      : `SELECT ${group.map((test, at) => `${test.check.sql} AS t${at}`).join(', ')} FROM ${first.check.from}`;
  try {
    const row = await session.row(sql);
    return Object.values(row ?? {}).map(Number);
  } catch (error) {
    // Alone, a test names itself.
    for (const test of group.length > 1 ? group : []) {
      await countFailures(session, workspace, [test], memoryLimit);
    }
    throw testSqlError(error, workspace, first, memoryLimit);
  }
}

function testSqlError(
  error: unknown,
  workspace: Workspace,
  test: DataTest,
  memoryLimit: string,
): BuktiError {
  const singular = test.name === test.model;
  const source = {
    name: test.id,
    file: test.file,
    template: singular ? readFileSync(test.file, 'utf8') : '',
    sql: testSql(test),
    compiled: compiledPath(workspace, test),
    offset: 0,
  };
  const found = sqlError(error, source, memoryLimit);
  if (singular || found.key !== 'warehouse.sql') return found;
  return new BuktiError(found.key, { ...found.params, line: test.line }, found.status);
}

function failedError(workspace: Workspace, failed: { test: DataTest; rows: number }[]): BuktiError {
  const place = (test: DataTest) => [test.model, test.column].filter(Boolean).join('.');
  const [{ test, rows }] = failed as [{ test: DataTest; rows: number }];
  const list = failed.map((one) => `${one.test.name} ${place(one.test)} (${one.rows})`).join('; ');
  return new BuktiError(
    'warehouse.test-failed',
    {
      test: test.name,
      place: place(test),
      rows,
      failed: failed.length,
      list,
      compiled: compiledPath(workspace, test),
      kept: warehousePaths(workspace).failed,
    },
    exitStatus.test,
  );
}
