import type { SqlAnswer } from '../../warehouse/index.ts';
import type { ColumnType, Grid } from '../formats/grid.ts';

/** A streamed answer as columns for a file. */
export function sqlGrid({ columns, chunks }: SqlAnswer): Grid {
  return {
    columns: columns.map(({ name, type }) => ({ name, type: columnType(type) })),
    chunks,
  };
}

/** Types that a file has no word for are text; numbers beyond 53 bits are no whole numbers in JavaScript. */
function columnType(type: string): ColumnType {
  if (/^(U?(TINY|SMALL)INT|U?INTEGER|BIGINT)$/.test(type)) return 'integer';
  if (/^(U?HUGEINT|UBIGINT|DOUBLE|FLOAT|DECIMAL\(.*\))$/.test(type)) return 'number';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  return type === 'TIMESTAMP' ? 'timestamp' : 'text';
}
