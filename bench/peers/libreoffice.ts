// Opens a workbook in LibreOffice under id-ID and en-US and compares every cell with what the file
// holds: `node --import tsx bench/peers/libreoffice.ts data/publications/2026Q3/workbook-2026Q3-v1.id.xlsx`
// (LibreOffice Calc: `apt-get install libreoffice-calc-nogui`). Prints one line a locale and sheet.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openXlsx } from '../../base/xlsx-read.ts';
import { readZip, zipText } from '../../base/xlsx-zip.ts';

const locales = [
  { name: 'id-ID', decimal: ',', truth: { BENAR: 'TRUE', SALAH: 'FALSE' } },
  { name: 'en-US', decimal: '.', truth: { TRUE: 'TRUE', FALSE: 'FALSE' } },
] as const;
type Locale = (typeof locales)[number];

/** Raw values, all text quoted, every sheet, UTF-8, semicolons. */
const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,false,false,false,false,-1';

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: libreoffice.ts WORKBOOK.xlsx');
const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-libreoffice-'));
let different = 0;
try {
  const sheets = await openXlsx(file);
  const texts = await textCells(file);
  for (const locale of locales) {
    const out = convert(file, locale, folder);
    for (const [index, sheet] of sheets.entries()) {
      const name = `${path.basename(file, '.xlsx')}-${sheet.name}.csv`;
      const shown = parseCsv(readFileSync(path.join(out, name), 'utf8'));
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

function convert(workbook: string, { name }: Locale, folder: string): string {
  const profile = path.join(folder, `profile-${name}`);
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(
    path.join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
      '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">' +
      `<value>${name}</value></prop></item></oor:items>`,
  );
  const out = path.join(folder, name);
  const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const args = [user, '--headless', '--convert-to', filter, '--outdir', out, workbook];
  execFileSync('soffice', args, { stdio: 'ignore' });
  return out;
}

/** The same underlying value, written as the locale writes it. */
function same(held: string, seen: string, { decimal, truth }: Locale): boolean {
  if (held === 'TRUE' || held === 'FALSE') {
    return (truth as Record<string, string>)[seen] === held;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(held)) return seen === held;
  if (decimal === ',' && seen.includes('.')) return false;
  const percent = seen.endsWith('%');
  const number = Number(seen.replace('%', '').replace(decimal, '.'));
  const value = percent ? number / 100 : number;
  return Math.abs(value - Number(held)) <= 1e-12 * Math.max(1, Math.abs(value));
}

/** By sheet and row, the columns whose cells hold text in the file itself. */
async function textCells(workbook: string): Promise<Map<number, Set<number>>[]> {
  const entries = await readZip(workbook);
  const sheets: Map<number, Set<number>>[] = [];
  for (let index = 1; ; index++) {
    const entry = entries.get(`xl/worksheets/sheet${index}.xml`);
    if (!entry) return sheets;
    const rows = new Map<number, Set<number>>();
    const note = (xml: string) => {
      const cells = xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]* t="(?:s|inlineStr)"/g);
      for (const [, letters = '', row] of cells) {
        const columns = rows.get(Number(row)) ?? new Set();
        rows.set(Number(row), columns.add(columnOf(letters)));
      }
    };
    let rest = '';
    for await (const piece of zipText(workbook, entry)) {
      rest += piece;
      const end = Math.max(0, rest.lastIndexOf('<c '));
      note(rest.slice(0, end));
      rest = rest.slice(end);
    }
    note(rest);
    sheets.push(rows);
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"|([^;\n\r"]*)/y;
  for (let at = 0; at < text.length; ) {
    cell.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cell.exec(text) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    at += whole.length;
    if (text[at] === ';') {
      at++;
      continue;
    }
    at += text[at] === '\r' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}
