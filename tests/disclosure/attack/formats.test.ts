import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openXlsxWriter } from '../../../base/xlsx-write.ts';
import { readCsv } from '../../../disclosure/attack/read/csv.ts';
import { numbersIn, readNumber } from '../../../disclosure/attack/read/public-number.ts';
import { found, suppress } from './folder.ts';

type Row = readonly [string, number | null];

/** B = 3 comes back by subtraction; in the second it has C beside it. */
const leaky: Row[] = [
  ['_T', 150],
  ['A', 60],
  ['B', null],
  ['C', 50],
  ['D', 37],
];
const safe = leaky.map(([code, n]): Row => [code, code === 'C' ? null : n]);

function xlsx(rows: readonly Row[]): Uint8Array {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bukti xlsx ')), 't.xlsx');
  const writer = openXlsxWriter(file, { sheet: 'Tabel' });
  writer.addRow(['Laporan triwulan']);
  writer.addRow(['area', 'n']);
  for (const row of rows) writer.addRow(row);
  writer.close();
  return readFileSync(file);
}

const html = (rows: readonly Row[]) =>
  `<html lang="id"><body><table><caption>Laporan</caption><tr><th>area</th><th>n</th></tr>${rows
    .map(([code, n]) => `<tr><td>${code === '_T' ? 'Jumlah' : code}</td><td>${n ?? '–'}</td></tr>`)
    .join('')}</table></body></html>`;
const json = (rows: readonly Row[]) =>
  JSON.stringify({ table: rows.map(([area, n]) => ({ area, n })) });
const parquet = (name: string) => readFileSync(path.join(import.meta.dirname, `${name}.parquet`));

describe('a total left in is found in', () => {
  it.each([
    ['xlsx', xlsx(leaky), xlsx(safe)],
    ['html', html(leaky), html(safe)],
    ['json', json(leaky), json(safe)],
    ['parquet', parquet('small'), parquet('small-safe')],
    ['gzip.parquet', parquet('small-gzip'), parquet('small-safe')],
  ] as const)('%s', async (kind, leak, twin) => {
    const files = { 'disclosure.json': suppress };
    expect(await found({ ...files, [`t.${kind}`]: leak })).toEqual(['exact count?area=B']);
    expect(await found({ ...files, [`t.${kind}`]: twin })).toEqual([]);
  });

  it('a cross table of a page, and in a page beside a CSV file', async () => {
    const cross = (cell: string, other: string) => `<html lang="id"><body><table>
      <tr><th>area</th><th>f</th><th>m</th><th>Jumlah</th></tr>
      <tr><td>A</td><td>${cell}</td><td>1.020</td><td>1.023</td></tr>
      <tr><td>B</td><td>20</td><td>${other}</td><td>60</td></tr></table></body></html>`;
    const files = { 'disclosure.json': suppress };
    expect(await found({ ...files, 'p.html': cross('–', '40') })).toEqual([
      'exact count?area=A&column=f',
    ]);
    expect(await found({ ...files, 'p.html': cross('3', '40') })).toEqual([
      'shown count?area=A&column=f',
    ]);
    const csv = 'area,n\n_T,150\nA,60\nB,\nC,\nD,37\n';
    expect(await found({ ...files, 't.csv': csv, 'p.html': html(leaky) })).toEqual([
      'elsewhere count?area=C',
      'exact count?area=B',
    ]);
  });

  it('whatever an extractor reads', async () => {
    const extractor = (file: string, bytes: Uint8Array) =>
      file.endsWith('.own')
        ? {
            grids: [
              {
                file,
                name: 'own',
                numbers: 'raw' as const,
                header: ['area', 'n'],
                rows: Buffer.from(bytes)
                  .toString('utf8')
                  .split('\n')
                  .map((line, index) => ({
                    place: `line ${index + 1}`,
                    cells: line.split(' ').map((text) => ({ text })),
                  })),
              },
            ],
          }
        : undefined;
    const own = (rows: readonly Row[]) => rows.map(([code, n]) => `${code} ${n ?? ''}`).join('\n');
    const files = { 'disclosure.json': suppress };
    const options = { extractors: [extractor] };
    expect(await found({ ...files, 't.own': own(leaky) }, options)).toEqual(['exact count?area=B']);
    expect(await found({ ...files, 't.own': own(safe) }, options)).toEqual([]);
  });
});

describe('text', () => {
  it('is a number, a gap, a band or words', () => {
    expect(readNumber('1.234', 'id')).toMatchObject({ value: 1234, decimals: 0 });
    expect(readNumber('1.234', 'raw')).toMatchObject({ value: 1.234, decimals: 3 });
    expect(readNumber('12,5 %', 'id')).toMatchObject({ value: 12.5, decimals: 1, percent: true });
    expect(readNumber('–', 'id')).toMatchObject({ value: null });
    expect(readNumber('<5', 'en')).toMatchObject({ value: null, atMost: 4 });
    expect(readNumber('≤ 10 %', 'id')).toMatchObject({ value: null, atMost: 10, percent: true });
    expect(readNumber('35.78', 'id')).toBeUndefined();
    expect(readNumber('Jakarta', 'id')).toBeUndefined();
    expect(numbersIn('Pada 2026Q3 (v2) ada 1.204 laporan dan 3 lagi.', 'id')).toEqual([1204, 3]);
  });

  it('of CSV may hold quotes, line ends, semicolons', () => {
    const grid = readCsv('t.csv', '\uFEFFa;b\r\n"x;\n""y""";1\r\n\r\nz;2');
    expect(grid?.header).toEqual(['a', 'b']);
    expect(grid?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['x;\n"y"', '1'],
      ['z', '2'],
    ]);
    expect(grid?.rows.map(({ place }) => place)).toEqual(['line 2', 'line 5']);
  });

  it('of a file that is not what its name says is an error that quotes nothing', async () => {
    await expect(found({ 't.json': '{"nik": 3578' })).rejects.toMatchObject({
      key: 'attack.unreadable',
      params: { file: 't.json' },
    });
    await expect(found({ 'note.txt': 'no table' })).rejects.toMatchObject({ key: 'attack.empty' });
  });
});
