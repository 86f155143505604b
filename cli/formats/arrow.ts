import {
  bool,
  type DataType,
  dateDay,
  float64,
  tableFromArrays,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { Cell } from '../../warehouse/index.ts';
import { type ColumnType, cellText, type Grid } from './grid.ts';
import { uniqueNames } from './json.ts';

/** Stamps are text: their zone is that of the source, which Arrow's own type would hide. */
const types: Record<ColumnType, () => DataType> = {
  text: utf8,
  integer: float64,
  number: float64,
  boolean: bool,
  date: dateDay,
  timestamp: utf8,
};

/** A whole answer in the Arrow IPC file format, as `pyarrow.ipc.open_file` reads it. */
export async function gridIpc(grid: Grid): Promise<Uint8Array> {
  const names = uniqueNames(grid.columns.map((column) => column.name));
  const values: unknown[][] = names.map(() => []);
  for await (const chunk of grid.chunks) {
    for (const [index, column] of chunk.entries()) {
      const type = grid.columns[index]?.type ?? 'text';
      for (const cell of column) values[index]?.push(arrowCell(cell, type));
    }
  }
  const arrays = names.map((name, index): [string, unknown[]] => [name, values[index] ?? []]);
  const declared = names.map((name, index) => [name, types[grid.columns[index]?.type ?? 'text']()]);
  const table = tableFromArrays(arrays, { types: Object.fromEntries(declared) });
  return tableToIPC(table, { format: 'file' }) as Uint8Array;
}

function arrowCell(cell: Cell, type: ColumnType): unknown {
  if (cell === null) return null;
  if (type === 'date') return new Date(`${cellText(cell)}T00:00:00Z`);
  return type === 'text' || type === 'timestamp' ? cellText(cell) : cell;
}
