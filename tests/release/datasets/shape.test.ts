import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type Dataset,
  metadataOf,
  stage,
  widen,
  withLabels,
  withUndottedRegions,
  writeArrow,
  writeCsv,
  writeJson,
  writeXlsx,
} from '../../../release/datasets/index.ts';
import { type Session, withSession } from '../../../warehouse/index.ts';
import { brokenDataset, dataset } from './fixture.ts';
import { readXlsx } from './xlsx.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'bukti-shape-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (name: string) => path.join(root, name);

const staged = (set: Dataset, work: (session: Session) => Promise<void>) =>
  withSession({ threads: 1 }, async (session) => {
    await stage(session, set);
    await work(session);
  });

async function csvOf(set: Dataset, style = {}): Promise<string[]> {
  await staged(set, (session) => writeCsv(session, place('t.csv'), set.columns, style));
  return readFileSync(place('t.csv'), 'utf8').split('\n');
}

describe('labels', () => {
  it('stand beside codes or in their place, in either language', async () => {
    const [both = '', row] = await csvOf(withLabels(dataset(), ['code', 'id', 'en']));
    expect(both).toContain(
      'regency,regency_label_id,regency_label_en,sex,sex_label_id,sex_label_en',
    );
    expect(row).toContain('35.10,Banyuwangi,Banyuwangi,f,perempuan,female');
    const lines = await csvOf(withLabels(dataset(), ['en']));
    expect(lines[0]).not.toContain(',sex,');
    expect(lines[4]).toContain(",'@two,male,");
  });
});

describe('codes of regions', () => {
  it('lose their points and keep every digit, in the list too', async () => {
    const set = withUndottedRegions(dataset());
    const lines = await csvOf(set);
    expect([lines[1]?.split(',')[5], lines[3]?.split(',')[5]]).toEqual(['3510', '3501']);
    expect(set.codeLists.find(({ name }) => name === 'regency')?.codes[0]).toMatchObject({
      code: '3501',
      parent: '35',
    });
  });
});

describe('a wide table', () => {
  it('has a column a code and loses no value', async () => {
    const set = dataset();
    const sex = set.columns.find(({ name }) => name === 'sex');
    if (!sex) throw new Error('no sex');
    await staged(set, async (session) => {
      const columns = await widen(session, set, sex);
      expect(columns.map(({ name }) => name)).toEqual([
        ...['metric', 'statistic', 'quarter', 'month', 'regency', 'unit'],
        ...['release', 'restriction', 'synthetic', 'sex_f', 'sex_m', 'sex__T'],
      ]);
      await writeCsv(session, place('wide.csv'), columns);
    });
    const lines = readFileSync(place('wide.csv'), 'utf8').split('\n');
    expect(lines[1]).toBe('resolve,share,2026Q3,,35.10,share,2026Q3/v1,TERBATAS,true,0.25,0.5,');
    expect(lines[5]).toBe('received,count,,2026-07,,reports,2026Q3/v1,TERBATAS,true,,,1234');
  });
});

describe('CSV for Excel', () => {
  it('begins with the mark of UTF-8 once', async () => {
    const lines = await csvOf(dataset(), { bom: true, decimalComma: true });
    expect(lines[0]?.startsWith('\uFEFFid;metric;')).toBe(true);
    expect(lines.join('\n').lastIndexOf('\uFEFF')).toBe(0);
  });
});

describe('other formats', () => {
  it('Arrow has types and says that it is restricted', async () => {
    const set = dataset();
    await staged(set, (session) =>
      writeArrow(session, place('t.arrow'), set.columns, metadataOf(set)),
    );
    const table = tableFromIPC(readFileSync(place('t.arrow')));
    expect(table.schema.metadata?.get('restriction')).toBe('TERBATAS');
    expect(table.getChild('value').toArray()).toEqual([0.25, 0.5, null, 0.333333, -0.125, 1234]);
    expect(table.getChild('regency').at(0)).toBe('35.10');
  });

  it('JSON has the mark at its head', async () => {
    const set = dataset();
    await staged(set, (session) =>
      writeJson(session, place('t.json'), set.columns, Object.fromEntries(metadataOf(set))),
    );
    const read = JSON.parse(readFileSync(place('t.json'), 'utf8'));
    expect(read.restriction).toBe('TERBATAS');
    expect(read.rows[3]).toMatchObject({ regency: '=1+1', value: 0.333333, provisional: true });
  });

  it('XLSX has text as text, numbers as numbers and the mark on its first sheet', async () => {
    const set = dataset();
    await staged(set, (session) => writeXlsx(session, place('t.xlsx'), set.columns, set, 'id'));
    const { sheets, cells } = readXlsx(place('t.xlsx'));
    expect(sheets).toEqual(['Catatan', 'Data', 'Definisi', 'Kode']);
    expect(cells('Catatan').get('A1')).toEqual({ kind: 'text', value: 'TERBATAS · SINTETIS' });
    const data = cells('Data');
    expect(data.get('F2')).toEqual({ kind: 'text', value: '35.10' });
    expect(data.get('F5')).toEqual({ kind: 'text', value: '=1+1' });
    expect(data.get('H2')).toEqual({ kind: 'number', value: '0.25' });
    expect([...data.values()].some(({ kind }) => kind === 'formula')).toBe(false);
  });
});

it('a break in series has a column of its own, where there is one', async () => {
  const valuesOf = async ({ columns, chunks }: Dataset) => {
    const at = columns.findIndex(({ name }) => name === 'series_break');
    const cells: unknown[] = [];
    for await (const chunk of chunks) cells.push(...(chunk[at] ?? []));
    return cells;
  };
  expect(await valuesOf(brokenDataset())).toEqual([true, false, false, false, false, false]);
  expect(dataset().columns.map(({ name }) => name)).not.toContain('series_break');
});
