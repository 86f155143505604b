import type { Cell } from '../../warehouse/index.ts';

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp';

export interface Column {
  name: string;
  type: ColumnType;
}

/** A result on its way into a file: columns, and their values chunk by chunk, column-wise. */
export interface Grid {
  columns: readonly Column[];
  /** Each chunk holds one array per column, equally long; dates and stamps are ISO text. */
  chunks: AsyncIterable<Cell[][]> | Iterable<Cell[][]>;
}

/** Row by row, for the serialisers that write lines. */
export async function* gridRows(grid: Grid): AsyncGenerator<Cell[]> {
  for await (const chunk of grid.chunks) {
    const length = chunk[0]?.length ?? 0;
    for (let row = 0; row < length; row++) yield chunk.map((column) => column[row] ?? null);
  }
}

/** A value as text: numbers with `.` in full precision, lists and structures as JSON. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
