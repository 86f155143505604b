import { type Session, sqlName } from './session.ts';

/**
 * A fingerprint of a table's rows, whatever their order: number of rows and the sum of the rows'
 * hashes (so a doubled row counts, unlike with XOR). Equal within one version of DuckDB.
 * @param table a table name, maybe qualified (`bukti.main.fct_complaint`)
 */
export async function tableChecksum(session: Session, table: string): Promise<string> {
  const name = table.split('.').map(sqlName).join('.');
  const row = await session.row<{ n: number; sum: string }>(
    `SELECT count(*) AS n, coalesce(sum(hash(r)::HUGEINT), 0)::VARCHAR AS sum FROM ${name} AS r`,
  );
  return `${row?.n}-${row?.sum}`;
}
