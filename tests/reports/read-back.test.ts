import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../base/index.ts';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { renderDeck } from '../../reports/office/deck.ts';
import { writeTablesBook } from '../../reports/office/tables-book.ts';
import { figureText } from '../../reports/text/figure.ts';
import { createVoice } from '../../reports/text/voice.ts';
import { fixture, type Kind } from './fixture.ts';
import { fullBrief } from './full-brief.ts';
import { type Rows, sheetsOf, texts, unzipText } from './office-read.ts';
import { type ReadPdf, tagged } from './pdf-reader.ts';

const release = fixture('full');
const dense = (text: string) => text.replace(/[\s\u00a0]+/g, '');
const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-read-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Doc = ReturnType<typeof parseHTML>['document'];
type Values = Map<string, string>;
let document: Doc;
let pdf: ReadPdf;
const read = new Map<string, Values>();

/** The value of each id in a format; a second value for the same id is an error. */
function note(format: string, id: string, value: unknown): void {
  const values = read.get(format) ?? new Map<string, string>();
  read.set(format, values);
  const text = String(Number(value));
  expect(values.get(id) ?? text, `${format}: ${id}`).toBe(text);
  values.set(id, text);
}

beforeAll(async () => {
  const full = await fullBrief();
  pdf = full.pdf;
  document = parseHTML(full.html).document;
  for (const one of document.querySelectorAll('data[data-id]')) {
    const format = one.closest('table') ? 'table' : 'prose';
    note(format, one.getAttribute('data-id') as string, one.getAttribute('value'));
  }
  for (const mark of document.querySelectorAll('svg [data-value]')) {
    note('chart', mark.getAttribute('data-id') as string, mark.getAttribute('data-value'));
  }
  for (const [name, xml] of unzipText(renderDeck(release, 'id', full.html))) {
    if (!name.startsWith('ppt/notesSlides/')) continue;
    for (const line of texts(xml, 'a:t')) {
      const [, id, value] = /^(2026Q3\/v1\/\S+) = (\S+)$/.exec(line) ?? [];
      if (id && !Number.isNaN(Number(value))) note('slides', id, value);
    }
  }
  const file = path.join(folder, 'tables.xlsx');
  await writeTablesBook(file, release, 'id', full.html);
  for (const [name, rows] of await sheetsOf(file)) {
    const start = rows.findIndex((row) => row[0] === 'Kembali ke daftar isi') + 1;
    if (/^T\d/.test(name)) noteSheet(rows, start);
    if (name !== 'Angka') continue;
    const at = (rows[start] as string[]).indexOf('Nilai');
    for (const row of rows.slice(start + 1)) {
      if (row[at] !== null) note('workbook', row[0] as string, row[at]);
    }
  }
});

function noteSheet(rows: Rows, start: number): void {
  const heads = rows[start] as string[];
  for (const [idAt, head] of heads.entries()) {
    if (!head.startsWith('id: ')) continue;
    const at = heads.indexOf(head.slice(4));
    for (const row of rows.slice(start + 1)) {
      const value = Number(row[at] ?? 'none');
      if (row[idAt] && !Number.isNaN(value)) note('sheet', row[idAt] as string, value);
    }
  }
}

const isComparison = (id: string) => id.includes('compare=');

describe('the brief, read back', () => {
  it('has the same value under the same id in every format', () => {
    const formats = ['prose', 'table', 'chart', 'slides', 'workbook', 'sheet'];
    expect([...read.keys()].sort()).toEqual([...formats].sort());
    const ids = new Set([...read.values()].flatMap((values) => [...values.keys()]));
    let shared = 0;
    for (const id of ids) {
      const found = [...read.values()].flatMap((values) => values.get(id) ?? []);
      if (found.length < 2) continue;
      shared += 1;
      expect(new Set(found).size, `${id}: ${found.join(', ')}`).toBe(1);
      if (!isComparison(id)) expect(Number(found[0]), id).toBe(release.figure(id).value);
    }
    expect(shared).toBeGreaterThan(800);
    const everywhere = [...ids].filter((id) =>
      [...read.values()].every((values) => values.has(id)),
    );
    expect(everywhere.length).toBeGreaterThan(1);
  });

  it('has each row of its tables on paper with the same figures, or says that it is cut', () => {
    const printed = new Set(
      pdf.pages.flatMap((page) => tagged(page.tags, 'TR').map((row) => dense(row.text))),
    );
    let rows = 0;
    for (const table of document.querySelectorAll('table')) {
      const code = table.querySelector('.code')?.textContent ?? '';
      if (table.hasAttribute('data-across')) continue;
      for (const row of table.querySelectorAll('tbody tr')) {
        rows += 1;
        expect(printed, `${code}: ${row.textContent}`).toContain(dense(row.textContent ?? ''));
      }
    }
    expect(rows).toBeGreaterThan(200);
  });

  it('turns the table that is too wide for paper, with the figures of the release', () => {
    const all = pdf.pages.map((page) => page.text).join(' ');
    const [, shown, of] = /Di kertas: kategori ke-1 sampai ke-(\d+) dari (\d+)\./.exec(all) ?? [];
    expect(Number(shown)).toBeGreaterThan(4);
    const table = document.querySelector('table[data-across]');
    const wide = [...(table?.querySelectorAll('tbody tr') ?? [])];
    expect(wide.length).toBe(Number(of));
    const heads = [...(table?.querySelectorAll('thead th') ?? [])].slice(1);
    const kept = wide.slice(0, Number(shown));
    const printed = pdf.pages.flatMap((page) => tagged(page.tags, 'TR'));
    heads.forEach((head, column) => {
      const ids = kept.map((row) => row.children[column + 1]?.querySelector('[data-id]'));
      const values = ids.map((cell) =>
        cell ? release.figure(cell.getAttribute('data-id') as string).value : 0,
      );
      const wanted = [head.textContent, ...values.map((value) => value?.toLocaleString('id'))];
      expect(printed.map((row) => dense(row.text))).toContain(dense(wanted.join('')));
    });
  });

  it('leads from each figure in a sentence to its id in the appendix, as it is written', () => {
    const voice = createVoice('id');
    const rows = pdf.pages.flatMap((page) =>
      tagged(page.tags, 'TR').map((row) => row.children.map((cell) => dense(cell.text))),
    );
    const listed = new Map<string, Set<string>>();
    for (const [, written, id] of rows) {
      if (!written || !id?.startsWith('2026Q3/v1/')) continue;
      listed.set(id, (listed.get(id) ?? new Set()).add(written));
    }
    const prose = [...(read.get('prose') ?? [])].filter(([id]) => !isComparison(id));
    expect(prose.length).toBeGreaterThan(20);
    for (const [id] of prose) {
      const figure = release.figure(id);
      const texts = [figureText(figure, voice, 'prose'), figureText(figure, voice, 'table')];
      const written = [...(listed.get(dense(id)) ?? [])];
      expect(written.length, id).toBeGreaterThan(0);
      for (const one of written) expect(texts.map(dense)).toContain(one);
    }
  });
});

const months = {
  id: 'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
};

/** What a number outside figures and counts may be: a date, the name of something, a definition. */
const constants = (lang: Lang): RegExp[] => [
  new RegExp(`(\\d{1,2} )?(${months[lang]}) 20\\d\\d`, 'g'),
  /([Tt]riwulan (I{1,3}|IV)|quarter of) 20\d\d/g,
  /20\d\d(Q\d( v\d+)?|S\d)/g,
  /(semester I{1,2}|half of) 20\d\d/g,
  /3, 5, 14,? (dan|and|atau|or) 60/g,
  /\b(3|5|14|60)( hari kerja| hari\b| working days|-day)/g,
  /95 ?(%|persen)/g,
  /(paling banyak|at most) 5 (persen|per cent)/g,
  /(persentil 90|90th percentile|100[.,]000|1 (sampai|to) 5|(dari|out of) 5\b|ke-N)/g,
  /^0 (tidak ada laporan|no report)/g,
  /SP4N-LAPOR!|nyc311|\(p4gn\)|SMS 1708|Bukti 0\.\d\.\d/gi,
  /\b(18–24|25–34|35–44|45–59)( tahun)?|(Di bawah|Under) 18|60 (tahun ke atas|and over)/g,
];

describe.each<[Kind, Lang]>([
  ['full', 'id'],
  ['foreign', 'en'],
])('the brief (%s, %s)', (kind, lang) => {
  it('has no figure without an id, and no number that is neither counted nor a constant', async () => {
    const html = kind === 'full' ? (await fullBrief()).html : renderBrief(fixture(kind), lang);
    const { document: page } = parseHTML(html);
    expect(page.querySelectorAll('data:not([data-id])').length).toBe(0);
    expect(page.querySelectorAll('data').length).toBeGreaterThan(50);
    const marked = '[data-id], [data-count], svg, .code, style, sup';
    for (const one of page.querySelectorAll(marked)) one.remove();
    for (const one of page.querySelectorAll('#method, #definitions, .terms, footer')) one.remove();
    let read = 0;
    for (const one of page.querySelectorAll('h1, h2, h3, p, li, td, caption, th.t')) {
      if (one.querySelector('p, li, h3')) continue;
      let said = (one.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
      // A zero in a table of counts says that there is none.
      if (said === '0') continue;
      for (const constant of constants(lang)) said = said.replace(constant, '');
      read += 1;
      expect(said).not.toMatch(/\d/);
    }
    expect(read).toBeGreaterThan(60);
  });
});
