import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuktiError, languages, message } from '../../base/index.ts';
import { landFiles } from '../../pipelines/index.ts';
import { exportHeaders, exportRow, lab, tree, writeCsv, writeSheet } from './lab.ts';

const without = (name: string) => {
  const keep = exportHeaders.map((header) => header !== name);
  const drop = (row: unknown[]) => row.filter((_, index) => keep[index]);
  return [drop(exportHeaders), drop(exportRow({}))];
};

const truncated = (from: string, to: string) => {
  const bytes = readFileSync(from);
  writeFileSync(to, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
};

type Case = [what: string, key: string, file: string, make: (file: string) => void];

const good = [exportHeaders, exportRow({})];
const cases: Case[] = [
  ['no header row', 'no-header', 'a.csv', (f) => writeCsv(f, [['isi'], ['lain']])],
  [
    'unknown headers',
    'unknown-kind',
    'a.csv',
    (f) =>
      writeCsv(f, [
        ['apel', 'jeruk'],
        [1, 2],
      ]),
  ],
  ['a column missing', 'missing-column', 'a.csv', (f) => writeCsv(f, without('Status Laporan'))],
  [
    'a column missing in a sheet',
    'missing-column',
    'a.xlsx',
    (f) => writeSheet(f, without('Kategori') as string[][]),
  ],
  ['text named .xlsx', 'text-as-xlsx', 'a.xlsx', (f) => writeCsv(f, good)],
  [
    'HTML named .xls',
    'html',
    'a.xls',
    (f) => writeFileSync(f, '<html><table><tr><td>1</td></tr></table></html>'),
  ],
  [
    'the old format',
    'old-excel',
    'a.xls',
    (f) => writeFileSync(f, Buffer.from('d0cf11e0a1b11ae1', 'hex')),
  ],
  ['nothing in it', 'empty-file', 'a.csv', (f) => writeFileSync(f, '')],
  ['blanks only', 'empty-file', 'a.csv', (f) => writeFileSync(f, ' \n\n')],
  ['a header row alone', 'no-rows', 'a.csv', (f) => writeCsv(f, [exportHeaders])],
  [
    'a workbook cut off',
    'truncated',
    'a.xlsx',
    (f) => {
      writeSheet(`${f}.whole`, [exportHeaders, ...Array(500).fill(exportRow({}))]);
      truncated(`${f}.whole`, f);
    },
  ],
  ['UTF-16', 'not-utf8', 'a.csv', (f) => writeFileSync(f, '\ufeffTracking ID', 'utf16le')],
  [
    'Latin-1',
    'not-utf8',
    'a.csv',
    (f) => writeFileSync(f, Buffer.from('Tracking ID,Alamat\n1,caf\xe9\n', 'latin1')),
  ],
  [
    'Latin-1 far down',
    'not-utf8-row',
    'a.csv',
    (f) => {
      const row = `${exportRow({ Kategori: 'sehat' }).join(',')}\n`;
      const bad = Buffer.from(exportRow({ Kategori: 'caf\xe9' }).join(','), 'latin1');
      writeFileSync(
        f,
        Buffer.concat([Buffer.from(`${exportHeaders.join(',')}\n${row.repeat(6000)}`), bad]),
      );
    },
  ],
  [
    'a header twice',
    'duplicate-header',
    'a.csv',
    (f) =>
      writeCsv(f, [
        [...exportHeaders, 'Kategori'],
        [...exportRow({}), 'x'],
      ]),
  ],
  [
    '31 Feb',
    'refused-bad-date',
    'a.csv',
    (f) => writeCsv(f, [exportHeaders, exportRow({ 'Tanggal Laporan Masuk': '31 Feb 2026' })]),
  ],
  [
    'an open quote',
    'csv-quotes',
    'a.csv',
    (f) =>
      writeFileSync(
        f,
        `${exportHeaders.join(',')}\n${exportRow({}).join(',')}\n"${exportRow({}).join(',')}\n`,
      ),
  ],
  [
    'an archive',
    'unknown-format',
    'a.csv.gz',
    (f) => writeFileSync(f, Buffer.from('1f8b0800', 'hex')),
  ],
  [
    'no date anywhere',
    'no-known-at',
    'a.csv',
    (f) =>
      writeCsv(f, [
        ['Tracking ID', 'Jenis Kelamin'],
        ['1', 'L'],
      ]),
  ],
  ['no such file', 'no-file', 'tidak-ada.csv', () => undefined],
];

describe('bad input', () => {
  let place: ReturnType<typeof lab>;
  beforeAll(() => {
    place = lab();
  });
  afterAll(() => place.remove());

  for (const [index, [what, key, name, make]] of cases.entries()) {
    it(`${what}: a sentence in both languages, nothing changed`, async () => {
      const { workspace, file } = place;
      const target = file(`${index}-${name}`);
      make(target);
      const fine = file('baik.csv');
      writeCsv(fine, good);
      const error = await landFiles(workspace, [fine, target]).then(
        () => undefined,
        (thrown: BuktiError) => thrown,
      );
      expect(error?.key).toBe(`pipelines.${key}`);
      for (const lang of languages) {
        const sentence = message(lang, error?.key as never, error?.params);
        expect(sentence).toContain(target);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/[{}]|Sulastri|0812/);
      }
      expect(tree(workspace.landing)).toEqual([]);
    });
  }

  it('names the missing column and the nearest header', async () => {
    const target = place.file('mirip.csv');
    const headers = exportHeaders.map((h) => (h === 'Status Laporan' ? 'Status Lapran' : h));
    writeCsv(target, [['Judul'], headers, exportRow({})]);
    await expect(landFiles(place.workspace, [target])).rejects.toMatchObject({
      params: { row: 2, column: 'Status Laporan', nearest: 'Status Lapran' },
    });
  });

  it('does not mix synthetic and real data', async () => {
    const { workspace, file } = place;
    const real = writeCsv(file('nyata.csv'), good);
    const made = writeCsv(file('sintetis.csv'), [['Data SINTETIS'], ...good]);
    await expect(landFiles(workspace, [real, made])).rejects.toMatchObject({
      key: 'pipelines.real-beside-synthetic',
    });
    const { files } = await landFiles(workspace, [made]);
    expect(files[0]?.batch).toMatchObject({ synthetic: true, id_system: 'lapor-sintetis' });
    await expect(landFiles(workspace, [real])).rejects.toMatchObject({
      key: 'pipelines.real-beside-synthetic',
      status: 3,
    });
    copyFileSync(made, file('salinan.csv'));
    expect((await landFiles(workspace, [file('salinan.csv')])).files[0]?.outcome).toBe('known');
  });
});
