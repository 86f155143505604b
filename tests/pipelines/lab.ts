import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { openXlsxWriter, type XlsxCell } from '../../base/xlsx-write.ts';
import { type Batch, sqlString, withSession } from '../../warehouse/index.ts';

/** An empty workspace of its own in the system's temporary folder. */
export function lab(): { workspace: Workspace; file: (name: string) => string; remove(): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'bukti-lab-'));
  const keys = path.join(root, 'keys', 'bukti.keys.json');
  mkdirSync(path.join(root, 'files'));
  const workspace = openWorkspace(root, { ...process.env, BUKTI_KEYS: keys });
  workspace.config.threads = 1;
  return {
    workspace,
    file: (name) => path.join(root, 'files', name),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export const exportHeaders = [
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

/** One row of the admin export with some cells set. */
export function exportRow(cells: Record<string, string | number>): (string | number)[] {
  const standard: Record<string, string> = {
    'Tracking ID': '5049672',
    'Tanggal Laporan Masuk': '3 Jan 2026',
    'Waktu Laporan Masuk': '08:15',
    'Nama Pelapor': 'Sulastri Wibowo',
    'Klasifikasi Laporan': 'Pengaduan Berkadar Pengawasan',
    'ID Kategori': '12',
    Kategori: 'Kesehatan',
    'Judul Laporan': 'Antrean panjang',
    'Isi Laporan Awal': 'Hubungi saya di 081234567890 atau sulastri@contoh.id',
    'Isi Laporan Akhir': 'NIK saya 3515012345678901',
    'Tipe Laporan (Anonim/Rahasia)': '-',
    'Sumber Laporan': 'Website',
    'Instansi Terdisposisi': 'Dinas Kesehatan Kabupaten Sidoarjo',
    'Status Laporan': 'Ditutup oleh Admin',
    Provinsi: 'Jawa Timur',
    'Kota/Kabupaten': 'Kab. Sidoarjo',
    Kecamatan: 'Waru',
    Kelurahan: 'Kedungrejo',
  };
  return exportHeaders.map((header) => cells[header] ?? standard[header] ?? '-');
}

const quote = (cell: unknown) => {
  const text = String(cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function writeCsv(file: string, rows: unknown[][], delimiter = ','): string {
  writeFileSync(file, rows.map((row) => `${row.map(quote).join(delimiter)}\n`).join(''));
  return file;
}

export function writeSheet(file: string, rows: XlsxCell[][]): string {
  const writer = openXlsxWriter(file);
  for (const row of rows) writer.addRow(row);
  writer.close();
  return file;
}

/** What a batch's Parquet files hold, in the order of the rows' own text (files have none). */
export async function landedRows<T>(workspace: Workspace, batch: Batch, sql = '*'): Promise<T[]> {
  const folder = path.join(workspace.landing, batch.source, `batch=${batch.batch}`);
  const parts = readdirSync(folder).filter((name) => name.startsWith('part'));
  const files = parts.map((name) => sqlString(path.join(folder, name))).join(', ');
  return withSession({}, (session) =>
    session.rows<T>(
      `SELECT ${sql} FROM read_parquet([${files}], hive_partitioning = false) ORDER BY ALL`,
    ),
  );
}

export async function rejectedRows<T>(workspace: Workspace, batch: Batch): Promise<T[]> {
  const folder = path.join(workspace.landing, batch.source, `batch=${batch.batch}`);
  const file = sqlString(path.join(folder, 'rejects.parquet'));
  return withSession({}, (session) =>
    session.rows<T>(`SELECT * FROM read_parquet(${file}) ORDER BY row`),
  );
}

/** Every file and folder under a folder: what "nothing has changed" means. */
export function tree(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).map(String).sort();
}
