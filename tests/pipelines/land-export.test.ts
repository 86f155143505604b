import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { landFiles } from '../../pipelines/index.ts';
import { readLedger, sqlString, withSession } from '../../warehouse/index.ts';
import {
  exportHeaders,
  exportRow,
  lab,
  landedRows,
  rejectedRows,
  writeCsv,
  writeSheet,
} from './lab.ts';
import { findPersonal } from './scan-personal.ts';

const block = [
  ['DATA LAPORAN SP4N-LAPOR!'],
  ['Instansi', 'Kantor Staf Presiden'],
  ['Periode', '1 Jan 2026 s.d. 31 Jan 2026'],
  ['Tanggal Unduh: 5 Feb 2026'],
  [],
];
const personal = ['Sulastri', '081234567890', 'sulastri@contoh.id', '3515012345678901', 'Antrean'];

interface Landed {
  complaint_key: string;
  record_key: string;
  submitted_at: string;
  [column: string]: string | null;
}

describe('the admin export', () => {
  let place: ReturnType<typeof lab>;
  beforeEach(() => {
    place = lab();
  });
  afterEach(() => place.remove());

  it('lands from XLSX with its information block, keys and nothing personal', async () => {
    const { workspace, file } = place;
    const headers = [...exportHeaders].reverse();
    const reversed = (row: (string | number)[]) => [...row].reverse();
    const rows = [
      exportRow({ 'Tracking ID': 5049672, Rating: 4, 'Kota/Kabupaten': '\u00a0Kab. Sidoarjo ' }),
      exportRow({ 'Tracking ID': '5049673.0', 'Tanggal Laporan Masuk': '17 Agu 2025' }),
      exportRow({ 'Tracking ID': '5049674', 'Waktu Laporan Masuk': '' }),
    ];
    const target = writeSheet(file('ekspor.xlsx'), [
      ...block,
      ['Tracking ID', ...headers.filter((h) => h !== 'Tracking ID')],
      ...rows.map((row) => [
        row[0] as string,
        ...reversed(row).filter((_, i) => headers[i] !== 'Tracking ID'),
      ]),
    ]);
    const result = await landFiles(workspace, [target]);
    const batch = result.files[0]?.batch;
    if (!batch) throw new Error('no batch');
    expect(result.keys.created).toBe(true);
    expect(batch).toMatchObject({
      source: 'lapor',
      kind: 'complaint',
      known_at: '2026-02-05',
      known_at_source: 'information_block',
      id_system: 'lapor',
      synthetic: false,
      counts: { read: 3, landed: 3, rejected: 0, duplicate: 0 },
    });
    const landed = await landedRows<Landed>(workspace, batch);
    const keys = JSON.parse(readFileSync(workspace.keys, 'utf8')) as { k1: string; k2: string };
    const hmac = (key: string, text: string) => {
      const hex = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
      return hex.slice(0, 32).replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    };
    const byId = ['5049672', '5049673', '5049674'].map((id) => {
      const row = landed.find(
        ({ complaint_key }) => complaint_key === hmac(keys.k1, `lapor|${id}`),
      );
      expect(row?.record_key).toBe(hmac(keys.k2, row?.complaint_key ?? ''));
      return row;
    });
    expect(byId[0]).toMatchObject({
      submitted_at: '2026-01-03 08:15:00',
      regency: 'Kab. Sidoarjo',
      rating: '4',
      report_type: null,
      status: 'Ditutup oleh Admin',
    });
    expect(byId[1]?.submitted_at).toBe('2025-08-17 08:15:00');
    expect(byId[2]?.submitted_at).toBe('2026-01-03 00:00:00');
    expect(await findPersonal(workspace.data, personal)).toEqual([]);
  });

  it('gives the same rows from CSV, semicolons and Parquet as from XLSX', async () => {
    const { workspace, file } = place;
    const rows = [1, 2, 3].map((n) =>
      exportRow({ 'Tracking ID': `${n}`, 'Isi Laporan Awal': `dua\nbaris, "kutip" ${n}` }),
    );
    const all = [...block, exportHeaders, ...rows];
    const comma = writeCsv(file('koma.csv'), all);
    const semicolon = file('titik-koma.csv');
    writeFileSync(
      semicolon,
      `\ufeff${all.map((row) => row.map((cell) => (/[;"\n]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : cell)).join(';')).join('\r\n')}`,
    );
    const parquet = file('ekspor.parquet');
    await withSession({}, (session) =>
      session.run(
        `COPY (FROM read_csv(${sqlString(writeCsv(file('plain.csv'), [exportHeaders, ...rows]))}, all_varchar = true))
         TO ${sqlString(parquet)} (FORMAT parquet, KV_METADATA {known_at: '2026-02-05'})`,
      ),
    );
    const sheet = writeSheet(file('ekspor.xlsx'), all);
    const { files } = await landFiles(workspace, [comma, semicolon, parquet, sheet]);
    const columns = '* EXCLUDE (batch_id)';
    const [first, ...others] = await Promise.all(
      files.map(({ batch }) => landedRows(workspace, batch, columns)),
    );
    expect(first).toHaveLength(3);
    for (const other of others) expect(other).toEqual(first);
    for (const { batch } of files) expect(batch.known_at).toBe('2026-02-05');
  });

  it('knows the same bytes again, and a twin in the same call', async () => {
    const { workspace, file } = place;
    const target = writeCsv(file('a.csv'), [exportHeaders, exportRow({})]);
    const twin = writeCsv(file('b.csv'), [exportHeaders, exportRow({})]);
    const first = await landFiles(workspace, [target, twin]);
    expect(first.files.map(({ outcome }) => outcome)).toEqual(['landed', 'known']);
    const again = await landFiles(workspace, [target]);
    expect(again.files[0]).toMatchObject({
      outcome: 'known',
      batch: { batch: first.files[0]?.batch.batch },
    });
    expect(again.keys.created).toBe(false);
    expect(readLedger(workspace)).toHaveLength(1);
  });

  it('counts identical rows as duplicates and rejects row by row where allowed', async () => {
    const { workspace, file } = place;
    const target = writeCsv(file('a.csv'), [
      ...block,
      exportHeaders,
      exportRow({}),
      exportRow({}),
      exportRow({ 'Tracking ID': '6', 'Tanggal Laporan Masuk': '31 Feb 2026' }),
      exportRow({ 'Tracking ID': '-' }),
      exportRow({ 'Tracking ID': '5,05E+06' }),
      exportRow({ 'Tracking ID': '7', 'Waktu Laporan Masuk': '25:99' }),
      exportRow({ 'Tracking ID': '8', 'Tanggal Laporan Masuk': '-' }),
      exportRow({ 'Tracking ID': '9' }),
    ]);
    await expect(landFiles(workspace, [target])).rejects.toMatchObject({
      key: 'pipelines.refused-bad-date',
      params: { row: 9, column: 'Tanggal Laporan Masuk', n: 5, percent: '63%' },
    });
    const { files } = await landFiles(workspace, [target], { maxRejects: 0.7 });
    const batch = files[0]?.batch;
    if (!batch) throw new Error('no batch');
    expect(batch.counts).toEqual({ read: 8, landed: 2, rejected: 5, duplicate: 1 });
    expect(await rejectedRows(workspace, batch)).toMatchObject([
      {
        row: 9,
        column_name: 'Tanggal Laporan Masuk',
        reason: 'pipelines.reject-bad-date',
        value_shape: '99 Aaa 9999',
      },
      {
        row: 10,
        column_name: 'Tracking ID',
        reason: 'pipelines.reject-id-empty',
        value_shape: null,
      },
      { row: 11, reason: 'pipelines.reject-id-unreadable', value_shape: '9,99A+99' },
      { row: 12, column_name: 'Waktu Laporan Masuk', reason: 'pipelines.reject-bad-time' },
      { row: 13, reason: 'pipelines.reject-date-empty' },
    ]);
  });

  it('puts rows of a wrong shape aside where allowed, numbered as a spreadsheet does', async () => {
    const { workspace, file } = place;
    const target = file('a.csv');
    const lines = [
      exportHeaders.join(','),
      exportRow({ 'Tracking ID': '1' }).join(','),
      'nur,zwei',
      exportRow({ 'Tracking ID': '2' }).join(','),
      exportRow({ 'Tracking ID': '-' }).join(','),
      `${exportRow({ 'Tracking ID': '3' }).join(',')},zu viel`,
      exportRow({ 'Tracking ID': '4', 'Tanggal Laporan Masuk': '32 Jan 2026' }).join(','),
    ];
    writeFileSync(target, lines.map((line) => `${line}\n`).join(''));
    await expect(landFiles(workspace, [target])).rejects.toMatchObject({
      key: 'pipelines.csv-columns',
      params: { row: 3 },
    });
    const { files } = await landFiles(workspace, [target], { maxRejects: 0.9 });
    const batch = files[0]?.batch;
    if (!batch) throw new Error('no batch');
    expect(batch.counts).toEqual({ read: 6, landed: 2, rejected: 4, duplicate: 0 });
    const rejects = await rejectedRows<{ row: number; reason: string }>(workspace, batch);
    expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'pipelines.reject-row-broken'],
      [5, 'pipelines.reject-id-empty'],
      [6, 'pipelines.reject-row-broken'],
      [7, 'pipelines.reject-bad-date'],
    ]);
  });

  it('lands reasons as text only where they are shared and name nobody', async () => {
    const { workspace, file } = place;
    const reason = (text: string, ids: number[]) =>
      ids.map((id) => exportRow({ 'Tracking ID': `${id}`, 'Alasan Tunda/Arsip': text }));
    // A user's own pattern, which lets any word stand between two of its own.
    const own = path.join(workspace.root, 'models', 'seeds');
    mkdirSync(own, { recursive: true });
    const seed = 'priority,pattern,reason_code\n10,bukan kewenangan,not_in_authority\n';
    const loose = '20,"pelapor( \\w+){0,3} dihubungi",reporter_unreachable\n';
    writeFileSync(path.join(own, 'reason_pattern.csv'), seed + loose);
    const target = writeCsv(file('a.csv'), [
      exportHeaders,
      ...reason('Menunggu rapat warga', [1, 2, 3, 4, 5]),
      ...reason('Sudah disampaikan ke Bapak Joko', [11, 12, 13, 14, 15]),
      ...reason('Bukan kewenangan kami, hubungi Sulastri 081234567890', [21]),
      ...reason('Pelapor Sulastri tidak dapat dihubungi lagi', [22]),
      ...reason('Sulastri pindah rumah', [31, 31, 31, 31, 31, 31]),
    ]);
    const { files } = await landFiles(workspace, [target]);
    const batch = files[0]?.batch;
    if (!batch) throw new Error('no batch');
    const rows = await landedRows<{
      reason: string | null;
      reason_shape: string | null;
      reason_hash: string | null;
    }>(workspace, batch);
    const texts = new Set(rows.map((row) => row.reason));
    // Of a reason of its own only the pattern's own words land, never the word between them.
    const partial = ['bukan kewenangan', 'pelapor x x x dihubungi'];
    expect(texts).toEqual(new Set(['Menunggu rapat warga', ...partial, null]));
    const hidden = rows.filter((row) => row.reason === null);
    expect(hidden).toHaveLength(6);
    for (const row of hidden) expect(row.reason_hash).not.toBeNull();
    expect(new Set(hidden.map((row) => row.reason_shape))).toEqual(
      new Set(['Aaaaa aaaaaaaaaaa aa', 'Aaaaaaaa aaaaaa aaaa']),
    );
    expect(await findPersonal(workspace.data, personal)).toEqual([]);
  });

  it('masks a coded field that may hold a person', async () => {
    const { workspace, file } = place;
    const target = writeCsv(file('a.csv'), [
      exportHeaders,
      exportRow({
        Kategori: 'Budi 081234567890',
        Provinsi: 'a@b.id',
        'Status Laporan': 'http://x',
      }),
      exportRow({ 'Tracking ID': '2', Kategori: 'x'.repeat(121) }),
    ]);
    const { files } = await landFiles(workspace, [target]);
    const batch = files[0]?.batch as never;
    const rows = await landedRows<Landed>(workspace, batch, 'category, province, status');
    expect(rows[0]).toMatchObject({
      category: 'Aaaa 999999999999',
      province: 'a@a.aa',
      status: 'aaaa://a',
    });
    expect(rows[1]?.category).toBe('a'.repeat(20));
    expect(path.basename(files[0]?.file ?? '')).toBe('a.csv');
  });
});
