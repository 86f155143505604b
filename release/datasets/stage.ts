import { Decimal } from 'decimal.js';
import { type Cell, type Session, sqlName } from '../../warehouse/index.ts';
import type { FieldType, Table } from './types.ts';

/** Digits after the point that a decimal keeps, as in the tables of a release. */
export const scale = 6;

const sqlTypes: Record<FieldType, string> = {
  text: 'varchar',
  integer: 'bigint',
  decimal: `decimal(18, ${scale})`,
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

/** The table that `stage` fills, in the order of the rows given. */
export const staged = 'dataset';

/**
 * Brings rows into a temporary table of the session, each column in its type; decimals are rounded here,
 * once, half away from zero. Everything is written from this table, so all formats say the same.
 * @param session of one thread, so that the same rows give the same bytes
 * @returns the number of rows
 */
export async function stage(session: Session, { columns, chunks }: Table): Promise<number> {
  const texts = columns.map(({ name }) => `${sqlName(name)} varchar`);
  await session.run(`create or replace temp table dataset_text (${texts.join(', ')})`);
  let rows = 0;
  for await (const chunk of chunks) {
    rows += chunk[0]?.length ?? 0;
    const kinds = columns.map(({ type }) => type);
    await session.appendText(
      'dataset_text',
      chunk.map((cells, index) => cells.map((cell) => cellText(cell, kinds[index] as FieldType))),
    );
  }
  const typed = columns.map(({ name, type }) => {
    const column = sqlName(name);
    return type === 'text' ? column : `cast(${column} as ${sqlTypes[type]}) as ${column}`;
  });
  await session.run(
    `create or replace temp table ${staged} as select ${typed.join(', ')} from dataset_text;
    drop table dataset_text`,
  );
  return rows;
}

function cellText(cell: Cell, type: FieldType): string | null {
  if (cell === null || cell === undefined) return null;
  if (type === 'decimal') return new Decimal(cell as number).toFixed(scale, Decimal.ROUND_HALF_UP);
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
