import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSample, personalNeedles } from '../../../data/sample/index.ts';
import { type ExportFile, idOf, plainWorkspace, readExport, readPlainCsv } from './support.ts';

const columns = [
  'Tracking ID',
  'Tanggal Laporan Masuk',
  'Waktu Laporan Masuk',
  'Nama Pelapor',
  'Klasifikasi Laporan',
  'ID Kategori',
  'Kategori',
  'Judul Laporan',
  'Isi Laporan Awal',
  'Isi Laporan Akhir',
  'Tipe Laporan (Anonim/Rahasia)',
  'Sumber Laporan',
  'Instansi Induk',
  'ID Instansi Terdisposisi',
  'Instansi Terdisposisi',
  'Status Laporan',
  'Alasan Tunda/Arsip',
  'Provinsi',
  'Kota/Kabupaten',
  'Kecamatan',
  'Kelurahan',
  'Nomor SK',
  'Url SK',
  'Url Dokumen Laporan Tahunan',
  'Laporan yang Masuk melalui Kanal Aduan Setwapres',
  'Rating',
];
const rows = 3000;
const exports = new Map<string, ExportFile>();
let attributes: ReturnType<typeof readPlainCsv>;
let events: ReturnType<typeof readPlainCsv>;

const all = () => [...exports.values()].flatMap((file) => file.rows);
const plain = (cell: string | number | undefined) => String(cell).replaceAll('\u00a0', ' ').trim();

beforeAll(async () => {
  const workspace = plainWorkspace();
  const made = await makeSample(workspace, { folder: workspace.inbox, rows });
  expect(made.rows).toBe(rows);
  for (const file of made.files) {
    const name = path.basename(file);
    expect(name).toMatch(/^SINTETIS-/);
    if (name.endsWith('.xlsx')) exports.set(name, readExport(file));
    else if (name.includes('Atribut')) attributes = readPlainCsv(file);
    else events = readPlainCsv(file);
  }
});

describe('the monthly exports', () => {
  it('are 24, named after their months', () => {
    expect([...exports.keys()].slice(0, 4)).toEqual([
      'SINTETIS-Ekspor-Okt-2024.xlsx',
      'SINTETIS-Ekspor-Nov-2024.xlsx',
      'SINTETIS-Ekspor-Des-2024.xlsx',
      'SINTETIS-Ekspor-Jan-2025.xlsx',
    ]);
    expect(exports.size).toBe(24);
    expect([...exports.keys()].at(-1)).toBe('SINTETIS-Ekspor-Sep-2026.xlsx');
  });

  it('open with an information block and have all columns, in varying order', () => {
    const orders = new Set<string>();
    for (const { above, header } of exports.values()) {
      const block = above.map((row) => row.join(' ')).join('\n');
      expect(block).toContain('SINTETIS');
      expect(block).toMatch(
        /Tanggal Dibuat:? 2[2-4] (Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des) 20/,
      );
      expect([...header].sort()).toEqual([...columns].sort());
      expect(header[0]).toBe('Tracking ID');
      orders.add(header.join());
    }
    expect(orders.size).toBeGreaterThan(5);
    const last = exports.get('SINTETIS-Ekspor-Sep-2026.xlsx');
    expect(last?.above.flat().join(' ')).toContain('23 Okt 2026');
  });

  it('hold every report, first in the export of its month, later ones where something changed', () => {
    const seen = new Map<number, string>();
    let again = 0;
    for (const [name, file] of exports) {
      const here = new Map<number, string>();
      for (const row of file.rows) {
        const id = idOf(row['Tracking ID']);
        const state = `${plain(row['Status Laporan'])}|${plain(row['Alasan Tunda/Arsip'])}|${plain(row['Instansi Terdisposisi'])}`;
        if (!here.has(id)) here.set(id, state);
        if (!seen.has(id)) {
          const month = plain(row['Tanggal Laporan Masuk']).split(' ').slice(1).join('-');
          expect(name).toBe(`SINTETIS-Ekspor-${month}.xlsx`);
        }
      }
      for (const [id, state] of here) {
        const before = seen.get(id);
        if (before !== undefined) {
          again++;
          expect(state).not.toBe(before);
        }
        seen.set(id, state);
      }
    }
    expect(seen.size).toBe(rows);
    expect(Math.min(...seen.keys())).toBe(6_000_001);
    expect(Math.max(...seen.keys())).toBe(6_000_000 + rows);
    expect(again).toBeGreaterThan(rows / 20);
  });

  it('write dates, times and empty cells as the real ones do', () => {
    for (const row of all()) {
      expect(row['Tanggal Laporan Masuk']).toMatch(
        /^([1-9]|[12]\d|3[01]) (Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des) 202[456]$/,
      );
      expect(row['Waktu Laporan Masuk']).toMatch(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
      expect(row['Nomor SK']).toBe('-');
      expect(row.Rating).toMatch(/^[1-5-]$/);
    }
  });

  it('have the known dirt: ids as floats, non-breaking spaces, rows twice, a row per agency', () => {
    const ids = all().map((row) => row['Tracking ID']);
    expect(ids.filter((id) => typeof id === 'number').length).toBeGreaterThan(20);
    expect(ids.filter((id) => String(id).endsWith('.0')).length).toBeGreaterThan(20);
    expect(
      all().filter((row) => Object.values(row).join().includes('\u00a0')).length,
    ).toBeGreaterThan(50);
    let twice = 0;
    let agencies = 0;
    for (const file of exports.values()) {
      const copies = new Map<string, Set<string>>();
      const whole = new Set<string>();
      for (const row of file.rows) {
        const text = JSON.stringify(row);
        if (whole.has(text)) twice++;
        whole.add(text);
        const id = String(idOf(row['Tracking ID']));
        copies.set(id, (copies.get(id) ?? new Set()).add(plain(row['Instansi Terdisposisi'])));
      }
      agencies += [...copies.values()].filter((each) => each.size > 1).length;
    }
    expect(twice).toBeGreaterThan(0);
    expect(agencies).toBeGreaterThan(5);
  });

  it('hold personal data that the needles find, also in reasons', () => {
    const { names, patterns } = personalNeedles();
    const texts = all().map((row) => String(row['Isi Laporan Awal']));
    const anyName = new RegExp(names.join('|'));
    expect(texts.filter((text) => anyName.test(text)).length).toBeGreaterThan(1000);
    for (const pattern of patterns) {
      expect(texts.join('\n').match(pattern)?.length).toBeGreaterThan(100);
    }
    for (const row of all()) {
      const name = String(row['Nama Pelapor']);
      if (name !== 'Anonim')
        expect(name.split(' ').every((part) => names.includes(part))).toBe(true);
    }
    const reasons = all().map((row) => String(row['Alasan Tunda/Arsip']));
    expect(reasons.filter((reason) => anyName.test(reason)).length).toBeGreaterThan(2);
  });
});

describe('attributes and events', () => {
  it('open with information lines and cover what they should', () => {
    for (const file of [attributes, events]) {
      expect(file.above[0]).toMatch(/^# SINTETIS/);
      expect(file.above[1]).toBe('Tanggal Dibuat: 23 Okt 2026');
    }
    const share = attributes.rows.length / rows;
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.75);
    expect(new Set(attributes.rows.map((row) => row['Jenis Kelamin']))).toEqual(
      new Set(['L', 'P', '-', 'Perempuan', 'Laki-laki']),
    );
  });

  it('tell one submission a report, everything in order and nothing from the future', () => {
    const byReport = new Map<number, Record<string, string>[]>();
    for (const event of events.rows) {
      const id = idOf(event['Tracking ID']);
      byReport.set(id, [...(byReport.get(id) ?? []), event]);
    }
    expect(byReport.size).toBe(rows);
    for (const own of byReport.values()) {
      const stamps = own.map((event) => event.Waktu as string);
      expect([...stamps].sort()).toEqual(stamps);
      expect((stamps.at(-1) ?? '9') < '2026-10-24').toBe(true);
      const kinds = own.map((event) => event.Peristiwa);
      expect(kinds[0]).toBe('Laporan Masuk');
      expect(kinds.filter((kind) => kind === 'Laporan Masuk')).toHaveLength(1);
    }
  });

  it('agree with the exports: the last version shows what the last event says', () => {
    const ends: Record<string, string> = {
      Selesai: 'resolved',
      'Ditutup oleh Sistem': 'resolved',
      'Ditutup oleh Admin': 'resolved',
      'Diarsipkan oleh Admin': 'archived',
      'Diarsipkan oleh Sistem': 'archived',
      'Dihapus oleh Admin': 'deleted',
      'Dicabut oleh Pelapor': 'withdrawn',
      Ditunda: 'postponed',
      Tertunda: 'postponed',
    };
    const lastEvent = new Map(
      events.rows.map((event) => [idOf(event['Tracking ID']), event.Peristiwa as string]),
    );
    const lastVersion = new Map(
      all().map((row) => [idOf(row['Tracking ID']), plain(row['Status Laporan'])]),
    );
    for (const [id, status] of lastVersion) {
      expect(ends[lastEvent.get(id) as string] ?? 'open', `${id} ${status}`).toBe(
        ends[status] ?? 'open',
      );
    }
  });
});
