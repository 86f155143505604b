// What the comparisons with LibreOffice share: a throwaway profile of a locale, a conversion, what a file shows.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readZip, zipText } from '../../base/xlsx-zip.ts';

export const locales = [
  { name: 'id-ID', decimal: ',', lcid: 1057, truth: { BENAR: 'TRUE', SALAH: 'FALSE' } },
  { name: 'en-US', decimal: '.', lcid: 1033, truth: { TRUE: 'TRUE', FALSE: 'FALSE' } },
] as const;
export type Locale = (typeof locales)[number];

/** Out as CSV, a file a sheet: raw values, quoted, UTF-8, semicolons. */
export const allSheets =
  'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,false,false,false,false,-1';

/** Ends with a sentence and exit status 2 where there is no LibreOffice: nothing was compared then. */
export function needLibreOffice(): void {
  const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  if (status === 0) {
    console.log(stdout.trim());
    return;
  }
  console.error(
    'Nothing was compared: there is no LibreOffice (soffice) here. Install it, for example by apt-get install libreoffice-calc-nogui, and run again.',
  );
  process.exit(2);
}

/**
 * Opens a file in LibreOffice under a locale and writes it again.
 * @param open how a CSV is opened: the tokens of `--infilter`
 * @returns the folder that it was written to
 */
export function convert(
  file: string,
  { name }: Locale,
  folder: string,
  filter: string,
  open?: string,
): string {
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
  const how = open === undefined ? [] : [`--infilter=CSV:${open}`];
  const args = [user, '--headless', ...how, '--convert-to', filter, '--outdir', out, file];
  execFileSync('soffice', args, { stdio: 'ignore' });
  return out;
}

/** The same underlying value, written as the locale writes it. */
export function same(held: string, seen: string, { decimal, truth }: Locale): boolean {
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

/** Cells of a CSV as they stand. */
export function cellsIn(text: string, separator = ';'): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^${separator}\\n\\r"]*)`, 'y');
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    cell.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cell.exec(text) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    at += whole.length;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
    } else at += text[at] === '\r' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** By sheet and row, the columns whose cells hold text in the file itself. */
export async function textCells(workbook: string): Promise<Map<number, Set<number>>[]> {
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
