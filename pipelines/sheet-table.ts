import { createHash } from 'node:crypto';
import { openXlsx, type XlsxSheet } from '../base/xlsx-read.ts';
import type { Session } from '../warehouse/index.ts';
import type { Found } from './find-layout.ts';

const batchRows = 8192;

/**
 * Fills the table `sheet` (`c<index>` of the mapped columns, `row_hash`, `row_no`) from a workbook.
 * What is not mapped, personal columns above all, never reaches DuckDB.
 */
export async function fillSheetTable(session: Session, file: string, found: Found): Promise<void> {
  const wanted = [...new Set(Object.values(found.columns))].sort((a, b) => a - b);
  const names = [...wanted.map((index) => `c${index}`), 'row_hash', 'row_no'];
  await session.run(
    `CREATE OR REPLACE TABLE sheet (${names.map((n) => `${n} VARCHAR`).join(', ')})`,
  );
  const sheets = await openXlsx(file);
  const sheet = sheets[found.head.sheet ?? 0] as XlsxSheet;
  const width = found.headers.length;
  let columns: (string | null)[][] = names.map(() => []);
  const flush = async () => {
    await session.appendText('sheet', columns);
    columns = names.map(() => []);
  };
  for await (const rows of sheet.rows()) {
    for (const { row, cells } of rows) {
      if (row <= found.headerRow) continue;
      const filled = (cell: string | null) => cell !== null && !/^[\s-]*$/.test(cell);
      if (!cells.slice(0, width).some(filled)) continue;
      for (const [at, index] of wanted.entries()) columns[at]?.push(cells[index] ?? null);
      const whole = JSON.stringify(cells.slice(0, width).map((cell) => cell ?? ''));
      columns[wanted.length]?.push(createHash('sha256').update(whole).digest('base64'));
      columns[wanted.length + 1]?.push(String(row));
    }
    if ((columns[0]?.length ?? 0) >= batchRows) await flush();
  }
  if ((columns[0]?.length ?? 0) > 0) await flush();
}
