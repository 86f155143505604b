import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LandedBatch } from '../landing-zone.ts';
import type { Project } from '../project/types.ts';
import { testSql } from './compiled-files.ts';

// From its package.json, since loading DuckDB itself takes longer than all else here.
const duckdb = createRequire(import.meta.url)('@duckdb/node-api/package.json') as {
  version: string;
};

/** Raised when the runner itself would make something else of the same inputs. */
const runnerVersion = 1;

/**
 * A hash over all that a build depends on: compiled SQL, seeds' bytes, tests, batches, DuckDB. Equal
 * hash, equal warehouse; so a build with nothing changed is recognised without running it.
 * @returns 16 hex digits
 */
export function inputHash(project: Project, batches: LandedBatch[]): string {
  const inputs = {
    runnerVersion,
    duckdb: duckdb.version,
    models: project.models.map(({ name, relation, asView, sql }) => [name, relation, asView, sql]),
    seeds: project.seeds.map((seed) => [
      seed.name,
      seed.relation,
      seed.columnTypes,
      seed.delimiter,
      createHash('sha256').update(readFileSync(seed.file)).digest('hex'),
    ]),
    sources: project.sources.map(({ source, table, columns }) => [
      source,
      table,
      columns.map(({ name, type }) => [name, type]),
    ]),
    tests: project.tests.map((test) => [test.id, test.severity, testSql(test)]),
    batches: batches.map(({ folder: _, ...batch }) => batch),
  };
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}
