import type { Session } from '../../warehouse/index.ts';
import { type RowTypes, readRows, writeRows } from '../row-file.ts';
import type { OverlapRow } from './overlap.ts';

/** Beside the tables of a release with a new break: the quarter before under both rules. */
export const overlapFile = 'overlap.parquet';

const types: RowTypes<OverlapRow> = {
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
const order = '"break", id';

/** Writes them in order of break and id. */
export async function writeOverlap(
  session: Session,
  file: string,
  rows: readonly OverlapRow[],
): Promise<void> {
  await writeRows(session, file, types, rows, order);
}

export async function readOverlap(session: Session, file: string): Promise<OverlapRow[]> {
  return await readRows(session, file, types, order);
}
