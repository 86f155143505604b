import { readdirSync } from 'node:fs';
import path from 'node:path';
import { BuktiError } from '../../base/index.ts';
import { sqlProblem } from '../duckdb-error.ts';
import type { LandedBatch } from '../landing-zone.ts';
import { type Source, stageCatalog } from '../project/types.ts';
import { type Session, sqlName, sqlString } from '../session.ts';
import { batchTableSql } from './batch-table.ts';

/** Makes the tables of source `landing` in the stage: views over Parquet, and the ledger as a table. */
export async function createLandingSources(
  session: Session,
  sources: Source[],
  batches: LandedBatch[],
): Promise<void> {
  await session.run(`CREATE SCHEMA IF NOT EXISTS ${stageCatalog}.landing`);
  for (const source of sources) {
    if (source.table === 'batch') await session.run(batchTableSql(source, batches));
    else await createView(session, source, batches);
  }
}

/**
 * A view with exactly the declared columns, in their declared types, then whatever else landed. A
 * column that no batch has (an older layout) is null; with no batch at all the view is empty.
 */
async function createView(session: Session, source: Source, batches: LandedBatch[]): Promise<void> {
  const files = batches.filter((batch) => batch.kind === source.table).flatMap(partsOf);
  const typed = source.columns.map(({ name, type }) => `NULL::${type} AS ${sqlName(name)}`);
  if (files.length === 0) {
    await session.run(
      `CREATE VIEW ${source.relation} AS SELECT ${typed.join(', ') || 'NULL'} WHERE false`,
    );
    return;
  }
  // The folder is called batch=..., which DuckDB would read as a Hive partition.
  const list = files.map(sqlString).join(', ');
  const scan = `read_parquet([${list}], union_by_name = true, hive_partitioning = false)`;
  try {
    const present = await session.rows<{ column_name: string; column_type: string }>(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${scan})`,
    );
    const types = new Map(present.map((column) => [column.column_name, column.column_type]));
    const declared = source.columns.map(({ name, type }) => {
      if (!types.has(name)) return `NULL::${type} AS ${sqlName(name)}`;
      return `CAST(${sqlName(name)} AS ${type}) AS ${sqlName(name)}`;
    });
    const names = new Set(source.columns.map((column) => column.name));
    const further = present
      .map((column) => column.column_name)
      .filter((name) => !names.has(name))
      .map(sqlName);
    const columns = [...declared, ...further].join(', ');
    await session.run(`CREATE VIEW ${source.relation} AS SELECT ${columns} FROM ${scan}`);
  } catch (error) {
    const place = path.dirname(path.dirname(files[0] as string));
    const { why } = sqlProblem(error);
    throw new BuktiError('warehouse.landing', { name: source.table, place, why });
  }
}

function partsOf(batch: LandedBatch): string[] {
  return readdirSync(batch.folder)
    .filter((name) => /^part.*\.parquet$/.test(name))
    .sort()
    .map((name) => path.join(batch.folder, name));
}
