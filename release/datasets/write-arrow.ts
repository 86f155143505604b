import { writeFile } from 'node:fs/promises';
import {
  bool,
  type DataType,
  dateDay,
  float64,
  int64,
  tableFromArrays,
  tableToIPC,
  timestamp,
  utf8,
} from '@uwdata/flechette';
import { type Cell, type Session, sqlName } from '../../warehouse/index.ts';
import { staged } from './stage.ts';
import type { DatasetColumn, FieldType } from './types.ts';

const types: Record<FieldType, () => DataType> = {
  text: utf8,
  integer: int64,
  decimal: float64,
  boolean: bool,
  date: dateDay,
  timestamp: () => timestamp(),
};

/**
 * Writes the staged table in the Arrow IPC file format, with what is said of it as metadata of the
 * schema. The format's writer holds the whole table in memory.
 */
export async function writeArrow(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  said: ReadonlyMap<string, string>,
): Promise<void> {
  const values: unknown[][] = columns.map(() => []);
  const names = columns.map(({ name }) => sqlName(name)).join(', ');
  for await (const chunk of session.chunks(`select ${names} from ${staged}`)) {
    for (const [index, cells] of chunk.entries()) {
      const { type } = columns[index] as DatasetColumn;
      for (const cell of cells) values[index]?.push(arrowCell(cell, type));
    }
  }
  const arrays = columns.map(({ name }, index): [string, unknown[]] => [name, values[index] ?? []]);
  const declared = columns.map(({ name, type }) => [name, types[type]()]);
  const table = tableFromArrays(arrays, { types: Object.fromEntries(declared) });
  table.schema.metadata = new Map(said);
  await writeFile(file, tableToIPC(table, { format: 'file' }) as Uint8Array);
}

function arrowCell(cell: Cell, type: FieldType): unknown {
  if (cell === null) return null;
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  if (type === 'timestamp') return new Date(`${String(cell).replace(' ', 'T')}Z`);
  return type === 'integer' ? BigInt(cell as number) : cell;
}
