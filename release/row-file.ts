import { type Session, sqlName, sqlString } from '../warehouse/index.ts';

/** The columns of a Parquet file of rows, in their order, with their types. */
export type RowTypes<Row> = Readonly<Record<keyof Row & string, ColumnType>>;
export type ColumnType = 'varchar' | 'decimal(18, 6)' | 'bigint' | 'integer' | 'boolean' | 'date';

/**
 * Writes rows as one Parquet file, null where a value is. The same rows give the same bytes: the session must
 * have one thread.
 * @param order SQL of what they are sorted by; as they come where it is absent
 */
export async function writeRows<Row>(
  session: Session,
  file: string,
  types: RowTypes<Row>,
  rows: readonly Row[],
  order?: string,
): Promise<void> {
  const columns = Object.keys(types).map((name) => {
    const key = name as keyof Row & string;
    return rows.map((row) => textOf(row[key], types[key]));
  });
  await writeColumns(session, file, types, columns, order);
}

/** The same of texts that are there column by column. */
export async function writeColumns(
  session: Session,
  file: string,
  types: Readonly<Record<string, ColumnType>>,
  columns: (string | null)[][],
  order?: string,
): Promise<void> {
  const names = Object.keys(types).map(sqlName);
  await session.run(
    `create or replace temp table file_row (${names.map((name) => `${name} varchar`).join(', ')})`,
  );
  await session.appendText('file_row', columns);
  const typed = Object.entries(types).map(
    ([name, type]) => `cast(${sqlName(name)} as ${type}) as ${sqlName(name)}`,
  );
  await session.run(
    `copy (select ${typed.join(', ')} from file_row ${order === undefined ? '' : `order by ${order}`})
    to ${sqlString(file)} (format parquet);
    drop table file_row`,
  );
}

/** What a file of rows holds as text: decimals to the digits that are kept. */
export function textOf(value: unknown, type: ColumnType): string | null {
  if (value === null || value === undefined) return null;
  return type.startsWith('decimal') ? (value as number).toFixed(6) : String(value);
}

/** Reads a file of rows back; decimals are numbers, days texts. */
export async function readRows<Row>(
  session: Session,
  file: string,
  types: RowTypes<Row>,
  order?: string,
): Promise<Row[]> {
  const columns = Object.entries<ColumnType>(types).map(([name, type]) => readable(name, type));
  return await session.rows<Row>(
    `select ${columns.join(', ')} from read_parquet(${sqlString(file)})
    ${order === undefined ? '' : `order by ${order}`}`,
  );
}

/** SQL of a column in the shape that JavaScript has it. */
export function readable(name: string, type: ColumnType): string {
  const column = sqlName(name);
  if (type === 'date') return `cast(${column} as varchar) as ${column}`;
  return type.startsWith('decimal') ? `cast(${column} as double) as ${column}` : column;
}
