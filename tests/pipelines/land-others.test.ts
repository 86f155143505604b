import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { landFiles } from '../../pipelines/index.ts';
import { exportHeaders, exportRow, lab, landedRows, writeCsv, writeSheet } from './lab.ts';

describe('attributes, events and other formats', () => {
  let place: ReturnType<typeof lab>;
  beforeEach(() => {
    place = lab();
  });
  afterEach(() => place.remove());

  it('lands attributes: ages as bands, reporters as keys that join nothing else', async () => {
    const target = writeCsv(place.file('atribut.csv'), [
      ['Dibuat: 22 Okt 2026'],
      ['ID Pelapor', 'Usia', 'Tracking ID', 'Jenis Kelamin', 'Penyandang Disabilitas'],
      ['R1', '17', '1', 'P', 'Ya'],
      ['R1', '18.0', '2', 'L', 'Tidak'],
      ['-', '60', '3', '-', ''],
      ['R2', '200', '4', '\u00a0P', 'Ya'],
      ['', 'dewasa', '5', 'Budi 0812345678', 'Ya'],
    ]);
    const { files } = await landFiles(place.workspace, [target]);
    const batch = files[0]?.batch;
    if (!batch) throw new Error('no batch');
    expect(batch).toMatchObject({ kind: 'attribute', known_at: '2026-10-22' });
    expect(batch.fields.sort()).toEqual(['age_band', 'complainant_key', 'disability', 'sex']);
    const columns = 'age_band, sex, disability, complainant_key, complaint_key';
    const rows = await landedRows<Record<string, string | null>>(place.workspace, batch, columns);
    expect(rows.map(({ sex, age_band, disability }) => [sex, age_band, disability])).toEqual([
      ['P', '999', 'Ya'],
      ['Aaaa 9999999999', 'dewasa', 'Ya'],
      ['P', 'y0t17', 'Ya'],
      ['L', 'y18t24', 'Tidak'],
      [null, 'y_ge60', null],
    ]);
    const [second, , first, again, nobody] = rows;
    expect(first?.complainant_key).toBe(again?.complainant_key);
    expect(first?.complainant_key).not.toBe(first?.complaint_key);
    expect(nobody?.complainant_key).toBeNull();
    expect(second?.complainant_key).not.toBe(first?.complainant_key);
  });

  it('joins export, attributes and events by the same key, in both languages', async () => {
    const { file, workspace } = place;
    const targets = [
      writeSheet(file('ekspor.xlsx'), [
        ['Tanggal Unduh', '22 Okt 2026'],
        exportHeaders,
        exportRow({ 'Tracking ID': 5049672 }),
      ]),
      writeCsv(file('attributes.csv'), [
        ['known_at: 2026-10-22'],
        ['Gender', 'Age Group', 'Tracking ID'],
        ['F', '25-34', '5049672.0'],
      ]),
      writeCsv(file('events.csv'), [
        ['Agency', 'Event', 'Tracking ID', 'Time'],
        ['Dinas Kesehatan', 'Diteruskan', '5049672', '3 Jan 2026 10:05'],
        ['Dinas Kesehatan', 'Ditanggapi', '5049672', '2026-01-05 08:00:00'],
      ]),
    ];
    const { files } = await landFiles(workspace, targets);
    expect(files.map(({ batch }) => batch.kind)).toEqual(['complaint', 'attribute', 'event']);
    expect(files[2]?.batch).toMatchObject({
      known_at: '2026-01-05',
      known_at_source: 'latest_date',
    });
    const keys = await Promise.all(
      files.map(({ batch }) =>
        landedRows<{ complaint_key: string }>(workspace, batch, 'DISTINCT complaint_key'),
      ),
    );
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    const events = await landedRows(
      workspace,
      files[2]?.batch as never,
      'event_at, event, event_raw, agency',
    );
    expect(events).toEqual([
      {
        event: 'Diteruskan',
        event_at: '2026-01-03 10:05:00',
        event_raw: '3 Jan 2026 10:05',
        agency: 'Dinas Kesehatan',
      },
      {
        event: 'Ditanggapi',
        event_at: '2026-01-05 08:00:00',
        event_raw: '2026-01-05 08:00:00',
        agency: 'Dinas Kesehatan',
      },
    ]);
  });

  it('takes NDJSON', async () => {
    const target = place.file('peristiwa.ndjson');
    const lines = [
      { 'Tracking ID': 7, Peristiwa: 'Selesai', Waktu: '2026-01-05T08:00:00Z', Instansi: null },
      { 'Tracking ID': '8', Peristiwa: 'Selesai', Waktu: '2026-01-06', Catatan: 'Sulastri' },
    ];
    writeFileSync(target, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { files } = await landFiles(place.workspace, [target]);
    expect(files[0]).toMatchObject({ unmapped: ['Catatan'], batch: { counts: { landed: 2 } } });
    const rows = await landedRows(place.workspace, files[0]?.batch as never, 'event_at');
    expect(rows).toEqual([
      { event_at: '2026-01-05 15:00:00' },
      { event_at: '2026-01-06 00:00:00' },
    ]);
  });

  it('reads line ends of both kinds, and a file name with brackets', async () => {
    const target = place.file('ekspor [1] *.csv');
    const rows = [
      exportHeaders,
      exportRow({ 'Tracking ID': '1' }),
      exportRow({ 'Tracking ID': '2' }),
    ];
    const [a = '', b = '', c = ''] = rows.map((row) => row.join(','));
    writeFileSync(target, `${a}\r\n${b}\n${c}\r\n`);
    const { files } = await landFiles(place.workspace, [target]);
    expect(files[0]?.batch.counts).toEqual({ read: 2, landed: 2, rejected: 0, duplicate: 0 });
  });

  it('finds the header row below a block with blank and quoted lines', async () => {
    const target = place.file('blok.csv');
    const row = exportRow({}).join(',');
    writeFileSync(target, `Judul\n\n"Instansi ""A""\nB",x\n\n${exportHeaders.join(',')}\n${row}\n`);
    const { files } = await landFiles(place.workspace, [target]);
    expect(files[0]?.batch.counts.landed).toBe(1);
  });
});
