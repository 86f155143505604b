// Opens a workbook in LibreOffice under id-ID and en-US and compares every cell with what the file
// holds: `node --import tsx bench/peers/libreoffice.ts data/publications/2026Q3/workbook-2026Q3-v1.id.xlsx`
// (LibreOffice Calc: `apt-get install libreoffice-calc-nogui`). Prints one line a locale and sheet.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openXlsx } from '../../base/xlsx-read.ts';
import {
  allSheets,
  cellsIn,
  convert,
  locales,
  needLibreOffice,
  same,
  textCells,
} from './libreoffice-open.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: libreoffice.ts WORKBOOK.xlsx');
needLibreOffice();
const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-libreoffice-'));
let different = 0;
try {
  const sheets = await openXlsx(file);
  const texts = await textCells(file);
  for (const locale of locales) {
    const out = convert(file, locale, folder, allSheets);
    for (const [index, sheet] of sheets.entries()) {
      const name = `${path.basename(file, '.xlsx')}-${sheet.name}.csv`;
      const shown = cellsIn(readFileSync(path.join(out, name), 'utf8'));
      let cells = 0;
      let wrong = 0;
      for await (const rows of sheet.rows()) {
        for (const { row, cells: held } of rows) {
          for (const [column, value] of held.entries()) {
            if (value === null) continue;
            cells++;
            const isText = texts[index]?.get(row)?.has(column) ?? false;
            const seen = shown[row - 1]?.[column] ?? '';
            if (seen === (isText ? value : undefined) || (!isText && same(value, seen, locale))) {
              continue;
            }
            wrong++;
            if (wrong <= 3) console.log(`  row ${row}, column ${column + 1}: ${value} is ${seen}`);
          }
        }
      }
      different += wrong;
      console.log(`${locale.name}  ${sheet.name}: ${cells} cells, ${wrong} different`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = different === 0 ? 0 : 1;
