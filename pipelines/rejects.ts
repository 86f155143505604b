import { type Session, sqlString } from '../warehouse/index.ts';
import type { Found } from './find-layout.ts';
import type { Input } from './input.ts';
import type { Field } from './layout.ts';
import { columnOf, judgedRows, rejectReasons, stampsIn } from './row-sql.ts';

/** The table `rejected` (as rejects.parquet) of the rows that were turned away. */
export async function listRejects(
  session: Session,
  found: Found,
  input: Input,
  sha256: string,
): Promise<void> {
  const stamp = stampsIn(found)[0];
  const fieldOf: Record<keyof typeof rejectReasons, Field | undefined> = {
    1: 'id',
    2: 'id',
    3: stamp?.day,
    4: stamp?.day,
    5: stamp?.clock,
    6: 'event',
  };
  const cases = (pick: (code: keyof typeof rejectReasons, field: Field) => string | undefined) => {
    const whens = ([1, 2, 3, 4, 5, 6] as const).map((code) => {
      const sql = fieldOf[code] && pick(code, fieldOf[code]);
      return sql === undefined ? '' : `WHEN ${code} THEN ${sql}`;
    });
    return `CASE reject ${whens.join(' ')} END`;
  };
  const header = (field: Field) => found.headers[found.columns[field] ?? -1] ?? field;
  await session.run(
    `CREATE OR REPLACE TABLE rejected AS
     WITH ${judgedRows(found, input, input.numbered)}
     SELECT ${sqlString(sha256)} AS file_sha256, CAST(row_no AS BIGINT) AS row,
       ${cases((_, field) => sqlString(header(field)))} AS column_name,
       ${cases((code) => sqlString(rejectReasons[code]))} AS reason,
       bukti_shape(${cases((_, field) => columnOf(found, field))}) AS value_shape
     FROM judged WHERE reject IS NOT NULL ORDER BY row_no`,
  );
}
