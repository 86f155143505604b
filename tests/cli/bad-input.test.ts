import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../base/index.ts';
import { openXlsxWriter } from '../../base/xlsx-write.ts';
import { withWriteLock } from '../../warehouse/lock.ts';
import { bukti, emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

const header = [
  'Tracking ID',
  'Tanggal Laporan Masuk',
  'Nama Pelapor',
  'Kategori',
  'Instansi Terdisposisi',
  'Status Laporan',
  'Provinsi',
];
const row = (id: string, date: string) => [
  id,
  date,
  'Rahasia Sekali',
  'KESEHATAN',
  'Kementerian Kesehatan',
  'Ditutup oleh Admin',
  'Jawa Barat',
];

function xlsx(file: string, rows: (string | number | null)[][]): string {
  const writer = openXlsxWriter(file);
  for (const cells of rows) writer.addRow(cells);
  writer.close();
  return file;
}

/** Every file under the data, with its hash: what "nothing changed" means. */
function contents(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath.includes(`${path.sep}data`))
      // Reading it here would release the lock that this very process holds (POSIX).
      .filter((entry) => entry.name !== 'lock.duckdb')
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
      .sort()
  );
}

describe('bad input', () => {
  const folder = emptyWorkspace();
  const inputs = path.join(folder, 'berkas');
  const at = (name: string) => path.join(inputs, name);
  beforeAll(async () => {
    mkdirSync(inputs);
    xlsx(at('baik.xlsx'), [
      ['Laporan SP4N-LAPOR!'],
      ['Tanggal Unduh: 22 Okt 2026'],
      header,
      row('5049672', '3 Jul 2026'),
    ]);
    writeFileSync(path.join(folder, 'bukti.yaml'), 'threads: 1\n');
    const good = await buktiHere(['run', at('baik.xlsx'), '--no-open'], folder);
    expect(good.status, good.stderr).toBe(0);
    writeFileSync(path.join(folder, 'bukti.yaml'), '');
  });

  /** Runs, and holds it to its promise: one sentence, a status, nothing changed, nobody named. */
  async function refused(
    args: string[],
    status: number,
    parts: (string | RegExp)[],
    run: typeof bukti | typeof buktiHere = buktiHere,
  ) {
    const before = contents(folder);
    const result = await run(args, folder);
    expect(result.status, result.stderr).toBe(status);
    expect(result.stderr.trim().split('\n'), result.stderr).toHaveLength(1);
    for (const part of parts) expect(result.stderr).toMatch(part);
    expect(result.stderr).not.toMatch(/Rahasia Sekali|5049673|\bat .*:\d+:\d+/);
    expect(contents(folder)).toEqual(before);
  }
  const refusedFile = (name: string, ...parts: (string | RegExp)[]) =>
    refused(['run', at(name), '--no-open'], 3, [name, ...parts]);

  it('no header row', async () => {
    xlsx(at('tanpa-kepala.xlsx'), [
      ['satu', 'dua'],
      ['3', '4'],
    ]);
    await refusedFile('tanpa-kepala.xlsx', /header|column/i);
  });

  it('a required column missing', async () => {
    xlsx(at('kurang-kolom.xlsx'), [
      header.filter((name) => name !== 'Tanggal Laporan Masuk'),
      ['5049673', 'Rahasia Sekali'],
    ]);
    await refusedFile('kurang-kolom.xlsx', 'Tanggal Laporan Masuk');
  });

  it('31 February', async () => {
    xlsx(at('tanggal.xlsx'), [header, row('5049673', '3 Jul 2026'), row('5049674', '31 Feb 2026')]);
    await refusedFile('tanggal.xlsx', /row 3/, 'Tanggal Laporan Masuk', '--max-rejects');
  });

  it('lands the rest of it where the user says so, and counts what it rejected', async () => {
    const own = emptyWorkspace();
    const result = await buktiHere(
      ['land', at('tanggal.xlsx'), '--max-rejects', '50%', '--json'],
      own,
    );
    expect(result.status, result.stderr).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      read: 2,
      landed: 1,
      rejected: 1,
      duplicate: 0,
    });
  });

  it('a text file named .xlsx, an empty file, half a file, and no file', async () => {
    writeFileSync(at('teks.xlsx'), 'Tracking ID,Status\n5049673,Rahasia Sekali\n');
    await refusedFile('teks.xlsx', /text|XLSX/i);
    writeFileSync(at('kosong.xlsx'), '');
    await refusedFile('kosong.xlsx', /empty/);
    writeFileSync(at('kosong.csv'), '');
    await refusedFile('kosong.csv', /empty/);
    const whole = readFileSync(at('baik.xlsx'));
    writeFileSync(at('separuh.xlsx'), whole.subarray(0, Math.floor(whole.length / 2)));
    await refusedFile('separuh.xlsx', /cut short|truncated|incomplete|end/i);
    await refusedFile('tidak-ada.xlsx', 'does not exist');
  });

  it('is all or nothing over several files', async () => {
    xlsx(at('lain.xlsx'), [header, row('5049680', '4 Jul 2026')]);
    await refused(['run', at('lain.xlsx'), at('tanggal.xlsx'), '--no-open'], 3, ['tanggal.xlsx']);
  });

  it('an unknown key in bukti.yaml', async () => {
    writeFileSync(path.join(folder, 'bukti.yaml'), 'lang: en\nmodel: x\n');
    await refused(['run', at('lain.xlsx'), '--no-open'], 2, ['bukti.yaml', 'line 2', '"model"']);
    await refused(['--json'], 2, ['config.unknown-key']);
    writeFileSync(path.join(folder, 'bukti.yaml'), '');
  });

  it('a warehouse that another process is writing', async () => {
    await withWriteLock(openWorkspace(folder), async () => {
      await refused(['run', at('lain.xlsx'), '--no-open'], 5, [String(process.pid)], bukti);
      await refused(['build', '--force'], 5, [String(process.pid)], bukti);
    });
  });

  it('keys missing, of another landing zone, or readable by others', async () => {
    const keys = path.join(folder, '..', `${path.basename(folder)}.keys.json`);
    renameSync(keys, `${keys}.away`);
    await refused(['run', at('lain.xlsx'), '--no-open'], 6, [path.basename(keys)]);
    renameSync(`${keys}.away`, keys);
    expect(statSync(keys).isFile()).toBe(true);
    if (process.platform !== 'win32') {
      chmodSync(keys, 0o644);
      await refused(['run', at('lain.xlsx'), '--no-open'], 6, [path.basename(keys), '600']);
      chmodSync(keys, 0o600);
    }
    const foreign = { BUKTI_KEYS: path.join(folder, '..', `${path.basename(folder)}.lain.json`) };
    const other = emptyWorkspace();
    const landed = await buktiHere(['land', at('lain.xlsx'), '-w', other], folder, foreign);
    expect(landed.status, landed.stderr).toBe(0);
    expect(bukti(['run', at('lain.xlsx'), '--no-open'], folder, foreign).status).toBe(6);
  });
});
