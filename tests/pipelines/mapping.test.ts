import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { landFiles } from '../../pipelines/index.ts';
import { readLedger } from '../../warehouse/index.ts';
import { lab, landedRows, writeCsv } from './lab.ts';

const nyc = path.resolve(packageRoot(), '..', 'shared', 'data', 'nyc311-animals.csv');

/** The file's records by a reader of its own; no cell of it holds a quote or a line break. */
function recordsOf(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

const mapping = `name: kota
version: 2
kind: complaint
id_system: kota
columns:
  id: Nomor
  submitted_at: Masuk
  status: Keadaan
dates:
  submitted_at: '%d/%m/%Y'
values:
  status:
    Beres: resolved
known_at: 2026-02-01
`;

describe('mapping files', () => {
  let place: ReturnType<typeof lab>;
  beforeAll(() => {
    place = lab();
    mkdirSync(path.join(place.workspace.root, 'mappings'));
    writeFileSync(path.join(place.workspace.root, 'mappings', 'kota.yml'), mapping);
  });
  afterAll(() => place.remove());

  it('land a source by name, in a layer over the shipped ones', async () => {
    const { workspace, file } = place;
    const rows = [
      ['Nomor', 'Masuk', 'Keadaan', 'Nama'],
      ['1', '02/01/2026', 'Beres', 'Sulastri'],
      ['2', '31/01/2026', 'entah', 'Joko'],
    ];
    const target = writeCsv(file('kota.csv'), rows);
    const { files } = await landFiles(workspace, [target], { mapping: 'kota' });
    expect(files[0]?.unmapped).toEqual(['Nama']);
    const batch = files[0]?.batch;
    if (!batch) throw new Error('no batch');
    expect(batch).toMatchObject({
      source: 'kota',
      known_at: '2026-02-01',
      known_at_source: 'mapping',
    });
    expect(await landedRows(workspace, batch, 'submitted_at, status, status_code')).toEqual([
      { submitted_at: '2026-01-02 00:00:00', status: 'Beres', status_code: 'resolved' },
      { submitted_at: '2026-01-31 00:00:00', status: 'entah', status_code: null },
    ]);

    const changed = path.join(workspace.root, 'mappings', 'kota.yml');
    writeFileSync(changed, mapping.replace('version: 2', 'version: 3'));
    const newer = await landFiles(workspace, [target], { mapping: changed });
    expect(newer.files[0]?.batch.supersedes).toEqual([batch.batch]);
    writeFileSync(changed, mapping);
    const back = await landFiles(workspace, [target], { mapping: 'kota' });
    expect(back.files[0]).toMatchObject({ outcome: 'landed', batch: { batch: batch.batch } });
    expect(readLedger(workspace).filter(({ source }) => source === 'kota')).toMatchObject([
      { batch: batch.batch, superseded: false },
    ]);
  });

  it.each([
    ['a key that is none', 'mapping-key', 5, mapping.replace('columns:', 'kolom: 1\ncolumns:')],
    [
      'a field that is none',
      'mapping-value',
      7,
      mapping.replace('submitted_at: Masuk', 'masuk: Masuk'),
    ],
    ['a code that is none', 'mapping-value', 13, mapping.replace('resolved', 'selesai')],
    ['no id', 'mapping-value', 5, mapping.replace('  id: Nomor\n', '')],
    [
      'a kind that is none',
      'mapping-value',
      3,
      mapping.replace('kind: complaint', 'kind: laporan'),
    ],
    ['no YAML', 'mapping-syntax', 6, mapping.replace('columns:', 'columns: [')],
  ])('%s: said with its line', async (_, key, line, text) => {
    const bad = place.file('salah.yml');
    writeFileSync(bad, text);
    const target = writeCsv(place.file('x.csv'), [['Nomor'], ['1']]);
    const landing = landFiles(place.workspace, [target], { mapping: bad });
    await expect(landing).rejects.toMatchObject({ key: `pipelines.${key}`, params: { line } });
  });

  it('says which mappings there are', async () => {
    const target = writeCsv(place.file('x.csv'), [['Nomor'], ['1']]);
    const landing = landFiles(place.workspace, [target], { mapping: 'desa' });
    await expect(landing).rejects.toMatchObject({ params: { known: 'kota, nyc311' } });
  });

  it('take the New York file whole, known by its headers', async ({ skip }) => {
    if (!existsSync(nyc)) skip(`${nyc} is not here`);
    const other = lab();
    const { files } = await landFiles(other.workspace, [nyc]);
    const batch = files[0]?.batch;
    if (!batch) throw new Error('no batch');
    expect(batch.counts).toEqual({ read: 4969, landed: 4969, rejected: 0, duplicate: 0 });
    expect(batch).toMatchObject({ calendar: 'weekdays', region_scheme: 'source' });
    const sql = `province, status_code, closed_at IS NOT NULL AS closed`;
    const rows = await landedRows<{
      province: string | null;
      status_code: string;
      closed: boolean;
    }>(other.workspace, batch, sql);
    other.remove();
    const tally = (items: string[]) => {
      const counts: Record<string, number> = {};
      for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
      return counts;
    };
    expect(tally(rows.map((row) => row.status_code))).toEqual({ resolved: 4692, in_progress: 277 });
    const expected = recordsOf(nyc).map(
      (row) => `${row.Borough === 'Unspecified' ? null : row.Borough} ${row['Closed Date'] !== ''}`,
    );
    expect(tally(rows.map(({ province, closed }) => `${province} ${closed}`))).toEqual(
      tally(expected),
    );
  });
});
