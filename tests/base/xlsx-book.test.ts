import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BookCell, writeXlsxBook } from '../../base/xlsx-book.ts';
import { openXlsx } from '../../base/xlsx-read.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-book-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { title: 'Buku', mark: 'TERBATAS & SINTETIS' };
const columns = [
  { header: 'kode', width: 8 },
  { header: 'nama', width: 20, distinct: true },
  { header: 'nilai', width: 10, style: 'whole' as const },
  { header: 'sementara', width: 10 },
  { header: 'per', width: 12 },
];
const rows: BookCell[][] = [
  ['035', '=1+1', 1234.5, true, { day: '2026-10-21' }],
  ['035', '@SUM(A1)', { value: 0.25, style: 'percent' }, false, { day: '1900-03-01' }],
  ['-1', ' <b> & "x"\n', null, undefined, ''],
  ['+1', '-2', Number.NaN, true, { day: '2024-02-29' }],
];

async function readBack(file: string): Promise<Record<string, (string | null)[][]>> {
  const sheets: Record<string, (string | null)[][]> = {};
  for (const sheet of await openXlsx(file)) {
    const cells: (string | null)[][] = [];
    for await (const some of sheet.rows()) cells.push(...some.map((row) => row.cells));
    sheets[sheet.name] = cells;
  }
  return sheets;
}

const xmlOf = (file: string, part: string) => {
  const entry = unzipSync(readFileSync(file))[part];
  if (!entry) throw new Error(`no ${part}`);
  return strFromU8(entry);
};

describe('a book', () => {
  it('gives back every cell with its type; text is never a formula', async () => {
    const file = path.join(folder, 'a.xlsx');
    await writeXlsxBook(file, [{ name: 'Angka', columns, rows }], options);
    expect(await readBack(file)).toEqual({
      Angka: [
        ['kode', 'nama', 'nilai', 'sementara', 'per'],
        ['035', '=1+1', '1234.5', 'TRUE', '2026-10-21'],
        ['035', '@SUM(A1)', '0.25', 'FALSE', '1900-03-01'],
        ['-1', ' <b> & "x"\n'],
        ['+1', '-2', null, 'TRUE', '2024-02-29'],
      ],
    });
    const sheet = xmlOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<autoFilter ref="A1:E5"/>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('TERBATAS &amp;&amp; SINTETIS');
    // 035 stands twice, and is kept once.
    expect(xmlOf(file, 'xl/sharedStrings.xml').match(/035/g)).toHaveLength(1);
  });

  it('goes on in a further sheet under the same header, without losing a row', async () => {
    const file = path.join(folder, 'b.xlsx');
    const many = Array.from({ length: 7 }, (_, index) => [String(index), 'x', index, true]);
    const sheets = [
      { name: 'Catatan', columns: [{ width: 10 }], rows: [['satu']] },
      { name: 'Angka', columns, rows: many },
    ];
    const written = await writeXlsxBook(file, sheets, { ...options, rowLimit: 4 });
    expect(written).toEqual([
      { name: 'Catatan', rows: 1 },
      { name: 'Angka', rows: 4 },
      { name: 'Angka (2)', rows: 4 },
      { name: 'Angka (3)', rows: 2 },
    ]);
    const back = await readBack(file);
    const { Angka: first = [], 'Angka (2)': second = [], 'Angka (3)': third = [] } = back;
    expect(back.Catatan).toEqual([['satu']]);
    expect([second[0], third[0]]).toEqual([first[0], first[0]]);
    const codes = [...first.slice(1), ...second.slice(1), ...third.slice(1)].map(([code]) => code);
    expect(codes).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  it('has the same bytes for the same rows', async () => {
    const [a, b] = [path.join(folder, 'c.xlsx'), path.join(folder, 'd.xlsx')];
    await writeXlsxBook(a, [{ name: 'Angka', columns, rows }], options);
    await writeXlsxBook(b, [{ name: 'Angka', columns, rows }], options);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });

  it('is written in bounded memory, beyond the rows of one sheet', () => {
    const count = Number(process.env.BUKTI_BOOK_ROWS ?? 20_000);
    const file = path.join(folder, 'big.xlsx');
    const child = path.join(import.meta.dirname, 'book-child.ts');
    const text = execFileSync(process.execPath, ['--import', 'tsx', child, file, String(count)]);
    const { sheets, megabytes } = JSON.parse(text.toString()) as {
      sheets: { name: string; rows: number }[];
      megabytes: number;
    };
    const headers = sheets.length;
    expect(sheets.reduce((sum, sheet) => sum + sheet.rows, 0)).toBe(count + headers);
    expect(headers).toBe(Math.ceil(count / 1_048_575));
    // Beyond what the program takes itself; 1.2 million rows of 37 cells are 1.8 GB of XML.
    expect(megabytes).toBeLessThan(160);
    rmSync(file);
  });
});
