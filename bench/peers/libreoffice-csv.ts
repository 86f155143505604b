// Opens data.csv of exported folders in LibreOffice under id-ID and en-US and compares every cell with the file:
// `node --import tsx bench/peers/libreoffice-csv.ts FOLDER...`. Two ways: as datapackage.json describes the columns
// (what is text there is text, in the file's own decimals), where nothing may differ; and just opened with the right
// separator, where the numbers may not differ under the locale that the file was written for. Exit status 1 where
// they do, 2 where there is no LibreOffice.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openXlsx } from '../../base/xlsx-read.ts';
import { cellsIn, convert, locales, needLibreOffice, textCells } from './libreoffice-open.ts';

interface Field {
  name: string;
  type: string;
  decimalChar?: string;
}

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: libreoffice-csv.ts FOLDER...');
needLibreOffice();
let wrong = 0;
for (const folder of folders) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'bukti-libreoffice-'));
  try {
    wrong += await compare(folder, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
process.exitCode = wrong === 0 ? 0 : 1;

async function compare(folder: string, scratch: string): Promise<number> {
  const file = path.join(scratch, 'data.csv');
  copyFileSync(path.join(folder, 'data.csv'), file);
  const [resource] = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8'))
    .resources as [{ schema: { fields: Field[] } }];
  const { fields } = resource.schema;
  const text = readFileSync(file, 'utf8');
  const comma = fields.some(({ decimalChar }) => decimalChar === ',');
  const separator = comma ? ';' : ',';
  const held = cellsIn(text, separator);
  const isNumber = fields.map(({ type }) => type === 'number' || type === 'integer');
  const own = locales.find(({ decimal }) => decimal === (comma ? ',' : '.')) ?? locales[0];
  // Column formats of the import: 1 standard, 2 text.
  const formats = isNumber.map((is, index) => `${index + 1}/${is ? 1 : 2}`).join('/');
  const start = `${separator.charCodeAt(0)},34,76,1`;
  let failed = 0;
  for (const locale of locales) {
    const said = `${locale.name}  ${path.basename(folder)} (${separator} and ${comma ? '1,5' : '1.5'})`;
    for (const [how, open] of [
      ['as described', `${start},${formats},${own.lcid},false,false`],
      ['just opened', `${start},,0,false,true`],
    ] as const) {
      const out = path.join(convert(file, locale, scratch, 'xlsx', open), 'data.xlsx');
      const shown = await cellsOf(out);
      let [cells, numbers, texts] = [0, 0, 0];
      let different = Math.abs(shown.length - held.length);
      const retyped = new Map<string, number>();
      for (const [row, line] of held.entries()) {
        for (const [column, value] of line.entries()) {
          const { text: seen, isText } = shown[row]?.[column] ?? { text: '', isText: true };
          cells++;
          if (row > 0 && isNumber[column] && value !== '') {
            const plain = Number(comma ? value.replace(',', '.') : value);
            if (isText || seen === '' || Number(seen) !== plain) numbers++;
          } else if (value !== '' && !isText) {
            const { name = '' } = fields[column] ?? {};
            retyped.set(name, (retyped.get(name) ?? 0) + 1);
          } else if (value !== seen) texts++;
        }
      }
      const strict = how === 'as described';
      if (strict) different += [...retyped.values()].reduce((a, b) => a + b, 0) + texts;
      if (strict || locale === own) failed += different + numbers;
      const types = [...retyped].map(([name, n]) => `${name} ${n}`).join(', ');
      console.log(
        `${said} ${how}: ${cells} cells; ${numbers} numbers and ${texts} texts differ${types && `; texts read as something else: ${types}`}`,
      );
    }
  }
  return failed;
}

/** What LibreOffice has made of each cell: its content, and whether it is text. */
async function cellsOf(workbook: string): Promise<{ text: string; isText: boolean }[][]> {
  const [sheet] = await openXlsx(workbook);
  const [texts] = await textCells(workbook);
  const found: { text: string; isText: boolean }[][] = [];
  for await (const rows of sheet?.rows() ?? []) {
    for (const { row, cells } of rows) {
      found[row - 1] = cells.map((text, column) => ({
        text: text ?? '',
        isText: text === null || (texts?.get(row)?.has(column) ?? false),
      }));
    }
  }
  return found;
}
