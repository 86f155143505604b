import { type Cell, type Session, sqlString } from '../../warehouse/index.ts';
import type { OverlapRow } from './overlap.ts';

/** Beside the tables of a release with a new break: the quarter before under both rules. */
export const overlapFile = 'overlap.parquet';

const columns: Record<keyof OverlapRow, string> = {
  break: 'varchar',
  quarter: 'varchar',
  id: 'varchar',
  metric: 'varchar',
  statistic: 'varchar',
  unit: 'varchar',
  before: 'decimal(18, 6)',
  after: 'decimal(18, 6)',
  difference: 'decimal(18, 6)',
  n_before: 'bigint',
  n_after: 'bigint',
  records: 'varchar',
};
const names = Object.keys(columns) as (keyof OverlapRow)[];

/** Writes them in order of break and id. */
export async function writeOverlap(
  session: Session,
  file: string,
  rows: readonly OverlapRow[],
): Promise<void> {
  await session.run(
    `create or replace temp table overlap (${names.map((name) => `"${name}" varchar`).join(', ')})`,
  );
  const text = (value: string | number | null) => (value === null ? null : String(value));
  await session.appendText(
    'overlap',
    names.map((name) => rows.map((row) => text(row[name]))),
  );
  const typed = names.map((name) => `cast("${name}" as ${columns[name]}) as "${name}"`);
  await session.run(
    `copy (select ${typed.join(', ')} from overlap order by "break", id) to ${sqlString(file)} (format parquet);
    drop table overlap`,
  );
}

export async function readOverlap(session: Session, file: string): Promise<OverlapRow[]> {
  const select = names.map((name) =>
    columns[name].startsWith('decimal') ? `cast("${name}" as double) as "${name}"` : `"${name}"`,
  );
  const rows = await session.rows<Record<keyof OverlapRow, Cell>>(
    `select ${select.join(', ')} from read_parquet(${sqlString(file)}) order by "break", id`,
  );
  return rows as unknown as OverlapRow[];
}
