import { createHash, createHmac } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import { landFiles } from '../../pipelines/index.ts';
import { exportHeaders, exportRow, lab, writeCsv } from '../pipelines/lab.ts';

/** 30 reports: 5001 to 5030. */
export const ids = Array.from({ length: 30 }, (_, n) => String(5001 + n));
/** 10 reporters, three reports each: reporter 1 has 5001, 5011 and 5021. */
const reporterOf = (id: string) => `PLP${((Number(id) - 1) % 10) + 1}`;

/** Two monthly exports, the reporters' attributes, a log of events. */
export function inputs(
  place: Pick<ReturnType<typeof lab>, 'file'>,
  which: readonly string[] = ids,
) {
  const exported = (month: number, status: string) =>
    which.map((id) =>
      exportRow({
        'Tracking ID': `${id}.0`,
        'Tanggal Laporan Masuk': `${1 + (Number(id) % 28)} Jan 2026`,
        'Waktu Laporan Masuk': `08:${String(10 + (Number(id) % 30))}`,
        'Alasan Tunda/Arsip': `alasan ${id} dari Ibu Sulastri`,
        'Status Laporan': month === 1 ? 'Terverifikasi' : status,
        Rating: 4,
      }),
    );
  const files = {
    january: [exportHeaders, ...exported(1, '')],
    february: [exportHeaders, ...exported(2, 'Ditutup oleh Admin')],
    attributes: [
      ['Tracking ID', 'Jenis Kelamin', 'Usia', 'Penyandang Disabilitas', 'ID Pelapor'],
      ...which.map((id) => [id, Number(id) % 2 ? 'P' : 'L', 30, 'Tidak', reporterOf(id)]),
    ],
    events: [
      ['Tracking ID', 'Peristiwa', 'Waktu', 'Instansi'],
      ...which.flatMap((id) => {
        const day = `2026-01-${String(1 + (Number(id) % 28)).padStart(2, '0')}`;
        return [
          [id, 'Laporan Masuk', `${day} 08:${10 + (Number(id) % 30)}:00`, '-'],
          [id, 'Didisposisikan', `${day} 10:41:07`, 'Dinas Kesehatan Kabupaten Sidoarjo'],
          [
            id,
            'Ditindaklanjuti oleh Instansi',
            `${day} 15:02:33`,
            'Dinas Kesehatan Kabupaten Sidoarjo',
          ],
          [id, 'Selesai', '2026-02-02 09:00:00', 'Dinas Kesehatan Kabupaten Sidoarjo'],
        ];
      }),
    ],
  };
  return Object.entries(files).map(([name, rows]) => writeCsv(place.file(`${name}.csv`), rows));
}

let landed: Promise<ReturnType<typeof lab>> | undefined;

/** Landed once a process; what others get is a copy. */
async function landOnce(): Promise<ReturnType<typeof lab>> {
  const place = lab();
  process.once('exit', place.remove);
  for (const [n, file] of inputs(place).entries()) {
    await landFiles(place.workspace, [file], { knownAt: n === 0 ? '2026-01-31' : '2026-02-28' });
  }
  return place;
}

/** Puts the landed world into a workspace: its data, and the keys. */
export async function landWorld({ data, keys }: Workspace): Promise<void> {
  landed ??= landOnce();
  const { workspace } = await landed;
  cpSync(workspace.data, data, { recursive: true });
  mkdirSync(path.dirname(keys), { recursive: true, mode: 0o700 });
  cpSync(workspace.keys, keys);
}

/** The first 128 bits of an HMAC as a UUID, reckoned without the code under test (docs/privacy.md). */
export function complaintKey(key: string, text: string): string {
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
  return mac.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The keys of an id of the landed world. */
export function keysOf(workspace: Workspace, id: string) {
  const { k1, k2 } = JSON.parse(readFileSync(workspace.keys, 'utf8')) as { k1: string; k2: string };
  const complaint = complaintKey(k1, `lapor|${id}`);
  return {
    complaint,
    record: complaintKey(k2, complaint),
    complainant: complaintKey(k1, `lapor|reporter|${reporterOf(id)}`),
  };
}

/** Every file under a folder with its hash; what "nothing has changed" means. */
export function fingerprint(folder: string, accept: (name: string) => boolean = () => true) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(folder, name)).isFile() && accept(name))
    .sort();
  return files.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
  });
}

/** Data only: batches and the list of what must not land again, without the tombstones. */
export const dataOnly = (name: string) => name.endsWith('.parquet');
