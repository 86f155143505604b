import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { writeTablesBook } from '../../reports/office/tables-book.ts';
import { fixture, type Kind } from './fixture.ts';
import { type Rows, sheetsOf, unzipText } from './office-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Doc = ReturnType<typeof parseHTML>['document'];
const kinds: Kind[] = ['full', 'bare', 'foreign'];
const pages = new Map<Kind, string>();
const documents = new Map<Kind, Doc>();
const books = new Map<Kind, Map<string, Rows>>();
const fileOf = (kind: Kind) => path.join(folder, `${kind}.xlsx`);

beforeAll(async () => {
  for (const kind of kinds) {
    const page = renderBrief(fixture(kind), 'id');
    pages.set(kind, page);
    documents.set(kind, parseHTML(page).document);
    await writeTablesBook(fileOf(kind), fixture(kind), 'id', page);
    books.set(kind, await sheetsOf(fileOf(kind)));
  }
});

const book = (kind: Kind) => books.get(kind) as Map<string, Rows>;
const tableNames = (kind: Kind) => [...book(kind).keys()].filter((name) => /^T\d/.test(name));
const headerAt = (rows: Rows) => rows.findIndex((row) => row[0] === 'Kembali ke daftar isi') + 1;

describe.each(kinds)('the tables of a document, %s', (kind) => {
  const release = fixture(kind);

  it('have a sheet for each table of the page, named in the contents with a link', () => {
    const document = documents.get(kind) as Doc;
    const captions = [...document.querySelectorAll('caption')].map((one) => {
      one.querySelector('.code')?.remove();
      return (one.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    const names = tableNames(kind);
    expect(names).toHaveLength(captions.length);
    expect(
      names.map((name) =>
        book(kind)
          .get(name)?.[1]?.[0]
          ?.replace(/^T[\d.]+ +/, ''),
      ),
    ).toEqual(captions);
    const contents = book(kind).get('Isi') as Rows;
    const listed = contents.filter((row) => names.includes(row[0] ?? ''));
    expect(listed.map((row) => row[1])).toEqual(captions);
    const parts = unzipText(readFileSync(fileOf(kind)));
    const links = [
      ...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/location="'([^"]*)'!A1"/g),
    ];
    expect(links.map((link) => link[1])).toEqual([...book(kind).keys()].slice(1));
    expect(contents.flat()).toContain(release.sha256);
  });

  it('hold each figure as the number that the release has under the id beside it', () => {
    let checked = 0;
    for (const name of tableNames(kind)) {
      const rows = book(kind).get(name) as Rows;
      const heads = rows[headerAt(rows)] as string[];
      const pairs = heads.flatMap((head, index) => {
        if (!head.startsWith('id: ')) return [];
        return [[heads.indexOf(head.slice(4)), index] as const];
      });
      for (const row of rows.slice(headerAt(rows) + 1)) {
        for (const [at, idAt] of pairs) {
          const id = row[idAt];
          if (!id) continue;
          const { value } = release.figure(id);
          if (value === null) expect(Number.isNaN(Number(row[at]))).toBe(true);
          else expect(Number(row[at])).toBe(value);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(150);
  });

  it('list every id of the page with its value, interval and cases', () => {
    const document = documents.get(kind) as Doc;
    const ids = new Set(
      [...document.querySelectorAll('[data-id]')]
        .map((one) => one.getAttribute('data-id') ?? '')
        .filter((id) => id !== ''),
    );
    const figures = book(kind).get('Angka') as Rows;
    const comparisons = book(kind).get('Pembandingan') ?? [];
    const start = headerAt(figures);
    const heads = figures[start] as string[];
    const column = (row: (string | null)[], head: string) => row[heads.indexOf(head)] ?? null;
    const number = (value: number | null) => (value === null ? null : String(value));
    const seen = new Set<string>();
    for (const row of figures.slice(start + 1)) {
      const figure = release.figure(row[0] as string);
      seen.add(figure.id);
      expect(column(row, 'Nilai')).toBe(number(figure.value));
      expect(column(row, 'Batas bawah 95 %')).toBe(number(figure.low));
      expect(column(row, 'Batas atas 95 %')).toBe(number(figure.high));
      expect(column(row, 'Jumlah kasus')).toBe(number(figure.n));
      expect(column(row, 'Tempat')).toBeTruthy();
    }
    for (const row of comparisons.slice(headerAt(comparisons) + 1)) {
      const one = release.comparisons.find(({ id }) => id === row[0]);
      expect(Number(row[4] ?? row[5])).toBe(one?.difference ?? one?.ratio);
      seen.add(row[0] as string);
    }
    expect(seen).toEqual(ids);
  });

  it('freeze and filter the header, keep codes as text and run nothing', () => {
    const parts = unzipText(readFileSync(fileOf(kind)));
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    for (const [name, xml] of sheets) {
      expect(xml).not.toMatch(/<f[ >]/);
      if (name.endsWith('/sheet1.xml')) continue;
      expect(xml).toMatch(
        /<pane xSplit="1" ySplit="\d+" topLeftCell="B\d+" activePane="bottomRight"/,
      );
      const split = Number(/ySplit="(\d+)"/.exec(xml)?.[1]);
      expect(xml).toContain(`<autoFilter ref="A${split}:`);
      expect(xml).toMatch(/<hyperlink ref="A\d+" location="'Isi'!A1"/);
    }
  });
});

describe('the tables of a document', () => {
  it('give the same bytes again and name no folder of this machine', async () => {
    const again = path.join(folder, 'again.xlsx');
    const page = pages.get('foreign') as string;
    await writeTablesBook(again, fixture('foreign'), 'id', page);
    expect(readFileSync(again).equals(readFileSync(fileOf('foreign')))).toBe(true);
    for (const [, text] of unzipText(readFileSync(again))) {
      expect(text).not.toMatch(/\/tmp\/|\/home\/|file:\/\//);
      expect(text).not.toContain(os.userInfo().username === 'root' ? '/root' : os.homedir());
    }
  });

  it('hold a comparison that stands in a table as its size with its interval', async () => {
    const file = path.join(folder, 'comparison.xlsx');
    const release = fixture('full');
    const one = release.comparisons.find(({ difference }) => difference !== null);
    const cell = `<td><data class="f d" value="9" data-id="${one?.id.replaceAll('&', '&amp;')}">9</data> hari</td>`;
    const page = `<main><section id="people"><h2>Siapa</h2><table><caption>Selisih</caption><thead><tr><th>A</th><th>Selisih</th></tr></thead><tbody><tr><th>x</th>${cell}</tr></tbody></table></section></main>`;
    await writeTablesBook(file, release, 'id', page);
    const rows = (await sheetsOf(file)).get('T1.1 Siapa') as Rows;
    expect(rows[headerAt(rows)]).toEqual([
      'A',
      'Selisih',
      'Batas bawah 95 %',
      'Batas atas 95 %',
      'id: Selisih',
    ]);
    const [, size, , , id] = rows[headerAt(rows) + 1] as string[];
    expect(Number(size)).toBe(one?.ratio ?? one?.difference);
    expect(id).toBe(one?.id);
  });

  it('hold what the manifest counts as numbers, too', () => {
    const { sources } = fixture('full').manifest;
    const rows = [...book('full').values()].find((one) =>
      one[1]?.[0]?.includes('Baris yang dibaca'),
    );
    const [own] = (rows ?? []).slice(headerAt(rows ?? []) + 1);
    expect(own?.slice(2, 4).map(Number)).toEqual([sources[0]?.rows_read, sources[0]?.rows_landed]);
  });

  it('keep a text that looks like a formula as text', async () => {
    const file = path.join(folder, 'formula.xlsx');
    const page = (pages.get('foreign') as string)
      .replaceAll('>BRONX<', '>=HYPERLINK(&quot;x&quot;)<')
      .replaceAll('>QUEENS<', '>@SUM(1)<');
    await writeTablesBook(file, fixture('foreign'), 'id', page);
    const cells = [...(await sheetsOf(file)).values()].flat(2);
    expect(cells).toContain('=HYPERLINK("x")');
    expect(cells).toContain('@SUM(1)');
    for (const [name, xml] of unzipText(readFileSync(file))) {
      if (name.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f[ >]|t="str"/);
    }
  });

  it('speak English when asked, with the same ids', async () => {
    const file = path.join(folder, 'english.xlsx');
    await writeTablesBook(file, fixture('foreign'), 'en', renderBrief(fixture('foreign'), 'en'));
    const english = await sheetsOf(file);
    expect([...english.keys()][0]).toBe('Contents');
    const ids = (rows: Rows | undefined) => (rows ?? []).slice(4).map((row) => row[0]);
    expect(ids(english.get('Figures'))).toEqual(ids(book('foreign').get('Angka')));
    expect(english.get('Contents')?.[0]?.[0]).toBe('RESTRICTED · PROVISIONAL');
  });
});
