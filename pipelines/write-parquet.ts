import path from 'node:path';
import { type Session, sqlString } from '../warehouse/index.ts';
import type { Found } from './find-layout.ts';
import type { Input } from './input.ts';
import { type Common, landedSql } from './landed-sql.ts';

const parquet = '(FORMAT parquet, COMPRESSION zstd)';
const without = 'SELECT * EXCLUDE (row_hash_value)';

/**
 * Second pass: writes `part.parquet`, and `part-0001.parquet` with one copy of each row that stands
 * more than once.
 * @returns rows written, as the files themselves say
 */
export async function writeLanded(
  session: Session,
  folder: string,
  found: Found,
  input: Input,
  common: Common,
  duplicates: boolean,
): Promise<number> {
  const single = landedSql(
    found,
    input,
    common,
    duplicates ? `${input.hash} NOT IN (SELECT h FROM dup)` : 'true',
  );
  const part = path.join(folder, 'part.parquet');
  // Rows of a batch have no order; keeping one costs memory.
  await session.run('SET preserve_insertion_order = false');
  await session.run(`COPY (${without} FROM (${single})) TO ${sqlString(part)} ${parquet}`);
  if (duplicates) {
    const repeated = landedSql(found, input, common, `${input.hash} IN (SELECT h FROM dup)`);
    const more = path.join(folder, 'part-0001.parquet');
    await session.run(
      `COPY (${without} FROM (SELECT DISTINCT ON (row_hash_value, complaint_key) * FROM (${repeated}))
             ORDER BY ALL) TO ${sqlString(more)} ${parquet}`,
    );
  }
  const files = [part, ...(duplicates ? [path.join(folder, 'part-0001.parquet')] : [])];
  const counted = await session.row<{ n: number }>(
    `SELECT sum(num_rows)::BIGINT AS n FROM parquet_file_metadata([${files.map(sqlString).join(', ')}])`,
  );
  return counted?.n ?? 0;
}
