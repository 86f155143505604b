import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang, Workspace } from '../../base/index.ts';
import { openXlsx } from '../../base/xlsx-read.ts';
import { type Figure, openRelease, tableNames } from '../../release/index.ts';
import { type FigureDefinition, writeReleaseBook, writeWorkbook } from '../../reports/index.ts';
import { sealedWorkspace } from '../release/sealed.ts';
import { fixture } from './fixture.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-workbook-'));
let workspace: Workspace;
let remove: (() => void) | undefined;
beforeAll(async () => {
  ({ workspace, remove } = await sealedWorkspace());
});
afterAll(() => {
  remove?.();
  rmSync(folder, { recursive: true, force: true });
});

const received: FigureDefinition = {
  metric: 'received',
  statistic: 'count',
  meaning: '=HYPERLINK("x")',
  formula: '@SUM(1)',
  unit: 'reports',
  population: 'reports',
  clock: null,
  minimum_n: 10,
  direction: 'neutral',
  additive: 'yes',
  caveats: ['+satu.', '-dua.'],
  source: 'Garwood (1936)',
};

type Rows = (string | null)[][];

async function sheetsOf(file: string): Promise<Map<string, Rows>> {
  const sheets = new Map<string, Rows>();
  for (const sheet of await openXlsx(file)) {
    const rows: Rows = [];
    for await (const some of sheet.rows()) rows.push(...some.map(({ cells }) => cells));
    sheets.set(sheet.name, rows);
  }
  return sheets;
}

/** A sheet's rows by the headings of its columns. */
function records(rows: Rows): Map<string, string>[] {
  const [header = [], ...rest] = rows;
  expect(new Set(header.map((name) => name?.toLowerCase())).size).toBe(header.length);
  return rest.map(
    (cells) =>
      new Map(
        cells.flatMap((cell, index) => {
          return cell === null ? [] : [[String(header[index]), cell] as const];
        }),
      ),
  );
}

const books = new Map<string, ReturnType<typeof makeBook>>();
function fixtureBook(lang: Lang, kind: 'full' | 'foreign' = 'full') {
  const name = `${kind}.${lang}`;
  const book = books.get(name) ?? makeBook(lang, kind);
  books.set(name, book);
  return book;
}

async function makeBook(lang: Lang, kind: 'full' | 'foreign') {
  const file = path.join(folder, `${kind}.${lang}.xlsx`);
  const release = fixture(kind);
  const figures = await writeReleaseBook(file, release, lang, [received]);
  return { file, release, figures, sheets: await sheetsOf(file) };
}

const numbers: [keyof Figure, string][] = [
  ['value', 'nilai'],
  ['low', 'batas bawah 95%'],
  ['high', 'batas atas 95%'],
  ['n', 'n'],
  ['numerator', 'pembilang'],
  ['denominator', 'penyebut'],
  ['age_working_days', 'umur pengamatan (hari kerja)'],
];

describe('the workbook of a release', () => {
  it.each(['full', 'foreign'] as const)(
    'holds every figure once, as the release has it (%s)',
    async (kind) => {
      const { release, sheets, figures } = await fixtureBook('id', kind);
      const rows = records(sheets.get('Angka') ?? []);
      const ids = new Set(tableNames.flatMap((table) => release.rows(table).map(({ id }) => id)));
      expect(rows.map((row) => row.get('id'))).toEqual([...ids]);
      expect(figures).toBe(ids.size);
      const held = rows.map((row) => {
        const cells: Record<string, string | number | null> = Object.fromEntries(row);
        for (const [key, header] of numbers) {
          cells[key] = header in cells ? Number(cells[header]) : null;
        }
        return cells;
      });
      const expected = rows.map((row) => {
        const figure = release.figure(row.get('id') ?? '');
        const { id, metric, statistic, unit, status, dims } = figure;
        const { day, ...codes } = dims;
        return {
          ...{ id, metric, statistic, unit, status, ...codes },
          ...Object.fromEntries(numbers.map(([key]) => [key, figure[key]])),
          ...(day === undefined ? {} : { 'hari kerja ke-': day }),
          sementara: figure.provisional ? 'TRUE' : 'FALSE',
          'hari acuan': figure.as_of,
          'boleh dijumlahkan': metric === 'received' && statistic === 'count' ? 'ya' : 'tidak',
        };
      });
      // Row by row: the matcher takes ten seconds to say the same of so many rows.
      const wrong = expected.flatMap((figure, at) => {
        const cells = held[at] ?? {};
        const differs = Object.entries(figure).some(([key, value]) => cells[key] !== value);
        return differs ? [{ cells, figure }] : [];
      });
      expect(wrong).toEqual([]);
      const dimensions = new Set([...ids].flatMap((id) => Object.keys(release.figure(id).dims)));
      const filled = (row: Map<string, string>) => [...dimensions].filter((name) => row.has(name));
      for (const row of rows) {
        const own = Object.keys(release.figure(row.get('id') ?? '').dims);
        if (filled(row).length !== own.filter((name) => name !== 'day').length) {
          expect.unreachable(`a dimension that ${row.get('id')} does not have`);
        }
      }
    },
  );

  it('writes codes as text and numbers as numbers, and nothing as a formula', async () => {
    const { file, sheets } = await fixtureBook('id');
    const [header = []] = sheets.get('Angka') ?? [];
    const parts = unzipSync(readFileSync(file));
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] as Uint8Array);
    const typeIn = (name: string) => {
      const column = header.indexOf(name);
      const letters =
        (column > 25 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
        String.fromCharCode(65 + (column % 26));
      const cells = [
        ...sheet.matchAll(new RegExp(`<c r="${letters}([2-9]|\\d\\d+)"([^>]*)>`, 'g')),
      ];
      return [...new Set(cells.map(([, , tag = '']) => / t="(\w+)"/.exec(tag)?.[1] ?? 'n'))];
    };
    expect(typeIn('province')).toEqual(['s']);
    expect(typeIn(String(header[header.indexOf('province') + 1]))).toEqual(['s']);
    expect(typeIn('nilai')).toEqual(['n']);
    expect(typeIn('hari kerja ke-')).toEqual(['n']);
    expect(typeIn('hari acuan')).toEqual(['n']);
    expect(typeIn('sementara')).toEqual(['b']);
    for (const [name, bytes] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(bytes)).not.toContain('<f');
    }
    const [definition] = records(sheets.get('Definisi') ?? []).filter(
      (row) => row.get('metric') === 'received' && row.get('statistic') === 'count',
    );
    expect(definition?.get('arti')).toBe('=HYPERLINK("x")');
    expect(definition?.get('rumus')).toBe('@SUM(1)');
    expect(definition?.get('peringatan')).toBe('+satu. -dua.');
  });

  it('says what it is: marked, with release, hash, statuses and caveat, in both languages', async () => {
    const full = process.env.BUKTI_FULL !== undefined;
    for (const [lang, kind, name, mark, caveat] of [
      ['id', 'full', 'Catatan', 'TERBATAS', 'Pelapor bukan sampel'],
      ['en', 'foreign', 'Notes', 'RESTRICTED', 'Reporters are no sample'],
    ] as const) {
      const { sheets, release, file } = await fixtureBook(lang, full ? 'full' : kind);
      const notes = (sheets.get(name) ?? []).flat().join('\n');
      expect(notes.startsWith(mark)).toBe(true);
      expect(notes).toContain(caveat);
      expect(notes).toContain(release.sha256);
      expect(notes).toContain(release.manifest.figures_sha256);
      for (const status of ['not_reached', 'below_minimum', 'low_coverage']) {
        expect(notes).toContain(status);
      }
      expect(strFromU8(unzipSync(readFileSync(file))['docProps/core.xml'] as Uint8Array)).toContain(
        mark,
      );
    }
  });

  it('is written from a sealed release, whole or not at all, the same bytes each time', async () => {
    const request = { period: '2026Q3', lang: 'id', definitions: [received] } as const;
    const { file } = await writeWorkbook(workspace, request);
    expect(file).toBe(path.join(workspace.publications, '2026Q3', 'workbook-2026Q3-v1.id.xlsx'));
    expect(readdirSync(path.dirname(file))).toEqual(['workbook-2026Q3-v1.id.xlsx']);
    const release = await openRelease(workspace, '2026Q3');
    const sheet = (await sheetsOf(file)).get('Catatan');
    expect(sheet?.flat()).toContain(release.sha256);
    const notes = sheet?.find(([name]) => name === 'Asal definisi');
    expect(notes?.[1]).toContain('ketika buku kerja ini dibuat');
    const again = await writeWorkbook(workspace, { ...request, out: path.join(folder, 'b.xlsx') });
    expect(readFileSync(again.file).equals(readFileSync(file))).toBe(true);
    const missing = { ...request, period: '2019Q1' };
    await expect(writeWorkbook(workspace, missing)).rejects.toMatchObject({ key: 'release.none' });
  });
});
