import { BuktiError, exitStatus } from '../../base/index.ts';
import { openXlsxWriter, type XlsxCell } from '../../base/xlsx-write.ts';
import type { Cell } from '../../warehouse/index.ts';
import { type ColumnType, cellText, type Grid, gridRows } from './grid.ts';

/** Rows that a sheet of Excel can hold, its header included. */
const sheetRows = 1_048_576;

/**
 * A workbook of one sheet: numbers and days as Excel's own, codes as text.
 * @throws BuktiError `asking.too-many-rows`
 */
export async function writeXlsxGrid(grid: Grid, file: string, sheet: string): Promise<void> {
  const writer = openXlsxWriter(file, { sheet });
  writer.addRow(grid.columns.map((column) => column.name));
  let rows = 1;
  try {
    for await (const row of gridRows(grid)) {
      rows++;
      if (rows > sheetRows) {
        const most = sheetRows - 1;
        throw new BuktiError('asking.too-many-rows', { most }, exitStatus.usage);
      }
      writer.addRow(row.map((cell, index) => xlsxCell(cell, grid.columns[index]?.type ?? 'text')));
    }
  } finally {
    writer.close();
  }
}

function xlsxCell(cell: Cell, type: ColumnType): XlsxCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return cell;
  if (type === 'date' && typeof cell === 'string') {
    const serial = excelDay(cell);
    if (serial !== undefined) return { serial };
  }
  return cellText(cell);
}

/** Days since 1899-12-30; `undefined` before March 1900, where Excel counts a day that never was. */
function excelDay(date: string): number | undefined {
  const time = Date.parse(`${date}T00:00:00Z`);
  const days = time / 86_400_000 + 25_569;
  return Number.isInteger(days) && days > 60 ? days : undefined;
}
