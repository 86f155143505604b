import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { openXlsx } from '../../base/xlsx-read.ts';

export type Rows = (string | null)[][];

/** All sheets of a workbook, their rows by their place: row 1 is at 0, rows without cells are empty. */
export async function sheetsOf(file: string): Promise<Map<string, Rows>> {
  const sheets = new Map<string, Rows>();
  for (const sheet of await openXlsx(file)) {
    const rows: Rows = [];
    for await (const some of sheet.rows()) {
      for (const { row, cells } of some) {
        while (rows.length < row) rows.push([]);
        rows[row - 1] = cells;
      }
    }
    sheets.set(sheet.name, rows);
  }
  return sheets;
}

export function unzipText(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return new Map(parts.map(([name, data]) => [name, strFromU8(data, name.endsWith('.xlsx'))]));
}

/** The texts of all elements of a name, namespaces and all: `a:t`. */
export function texts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    (match) => unescapeXml(match[1] ?? ''),
  );
}

export function unescapeXml(text: string): string {
  const { document } = parseHTML('<p></p>');
  const place = document.querySelector('p');
  if (!place) return text;
  place.innerHTML = text;
  return place.textContent ?? '';
}
