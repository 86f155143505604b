import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { describeFile } from '../hashes.ts';
import type { ManifestFile } from '../types.ts';

/** The tables of the published warehouse that figures are computed from; a test computes from them alone. */
const frozenTables = [
  'dim_agency',
  'dim_category',
  'dim_code',
  'dim_coordination',
  'dim_date',
  'dim_region',
  'dim_region_history',
  'fct_backlog',
  'fct_complaint',
  'fct_complaint_status',
  'fct_forwarding',
  'fct_postponement',
  'meta_field',
  'meta_source',
  'meta_state_day',
  'meta_unresolved',
];

const schemaFile = 'schema.json';
export const extractFolder = 'extract';

interface FrozenTable {
  name: string;
  /** DuckDB's own names of types, an ENUM with its values: Parquet alone would lose those. */
  columns: { name: string; type: string }[];
}

/**
 * Copies the tables that figures are computed from into Parquet files, so that every figure can be
 * computed again years after the warehouse is gone.
 * @param session on the published copy
 * @param vault the vault's folder; files go into `extract/`, which must be there
 */
export async function freezeExtract(session: Session, vault: string): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  const tables: FrozenTable[] = [];
  for (const name of frozenTables) {
    const columns = await session.rows<{ name: string; type: string }>(
      `select column_name as name, data_type as type from duckdb_columns()
      where database_name = current_database() and table_name = $1 order by column_index`,
      [name],
    );
    const file = path.join(vault, extractFolder, `${name}.parquet`);
    await session.run(
      `copy ${sqlName(name)} to ${sqlString(file)} (format parquet, compression zstd)`,
    );
    const count = await session.row<{ n: number }>(`select count(*) as n from ${sqlName(name)}`);
    tables.push({ name, columns });
    files.push(describeFile(vault, `${extractFolder}/${name}.parquet`, count?.n ?? 0));
  }
  const schema = `${extractFolder}/${schemaFile}`;
  writeFileSync(path.join(vault, schema), `${JSON.stringify(tables, null, 2)}\n`);
  return [...files, describeFile(vault, schema, tables.length)];
}

/** Loads a frozen extract into the session's own database, under the names and types that it had. */
export async function loadExtract(session: Session, vault: string): Promise<void> {
  const folder = path.join(vault, extractFolder);
  const tables = JSON.parse(readFileSync(path.join(folder, schemaFile), 'utf8')) as FrozenTable[];
  for (const { name, columns } of tables) {
    const typed = columns.map((one) => `${sqlName(one.name)}::${one.type} as ${sqlName(one.name)}`);
    const file = path.join(folder, `${name}.parquet`);
    await session.run(
      `create table ${sqlName(name)} as select ${typed.join(', ')} from read_parquet(${sqlString(file)})`,
    );
  }
}
