import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqlString, withSession } from '../warehouse/index.ts';
import { measure } from './measure.ts';

/**
 * From CSV to a built, tested, published warehouse (`bukti land` + `bukti build`, whole processes)
 * against DuckDB's bare `CREATE TABLE AS SELECT * FROM read_csv` of the same files.
 * @param rows reports; the event log has about four times as many rows
 */
export async function ingest(root: string, rows: number, memory: string): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bukti bench '));
  try {
    const main = path.join(root, 'dist', 'cli', 'main.js');
    const env = { ...process.env, BUKTI_KEYS: path.join(folder, 'bench.keys.json') };
    writeFileSync(path.join(folder, 'bukti.yaml'), `memory_limit: ${memory}\n`);
    const csv = path.join(folder, 'csv');
    const bukti = (...args: string[]) =>
      measure(process.execPath, [main, ...args, '-w', folder, '--json'], { cwd: folder, env });

    const made = await bukti('sample', '--rows', String(rows), '--format', 'csv', '--out', csv);
    if (made.status !== 0) throw new Error('the sample was not made');
    const files = readdirSync(csv).map((name) => path.join(csv, name));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);

    const bareStarted = performance.now();
    await withSession(
      { path: path.join(folder, 'bare.duckdb'), memoryLimit: memory, tempDirectory: folder },
      async (session) => {
        await session.run('SET preserve_insertion_order = false');
        for (const [index, file] of files.entries()) {
          const source = `read_csv(${sqlString(file)}, ${await csvOptions(file)})`;
          await session.run(`CREATE TABLE t${index} AS SELECT * FROM ${source}`);
        }
      },
    );
    const bare = (performance.now() - bareStarted) / 1000;
    rmSync(path.join(folder, 'bare.duckdb'), { force: true });

    const land = await bukti('land', ...files);
    if (land.status !== 0) throw new Error('the files did not land');
    const build = await bukti('build');
    if (build.status !== 0) throw new Error('the warehouse was not built');
    const whole = land.seconds + build.seconds;
    const peak = Math.max(land.peakMb ?? 0, build.peakMb ?? 0);
    return [
      `${rows} reports, ${files.length} CSV files, ${(bytes / 1e9).toFixed(2)} GB (made in ${made.seconds.toFixed(1)} s, peak ${made.peakMb} MB)`,
      `land ${land.seconds.toFixed(1)} s (peak ${land.peakMb} MB) + build and tests ${build.seconds.toFixed(1)} s (peak ${build.peakMb} MB) = ${whole.toFixed(1)} s, peak ${peak} MB`,
      `bare CREATE TABLE AS SELECT * FROM read_csv of the same files: ${bare.toFixed(1)} s; ratio ${(whole / bare).toFixed(2)}`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The information lines above the header are passed over; everything is read as text. */
async function csvOptions(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    const header = lines.findIndex((line) => /^"?Tracking ID"?,/.test(line));
    return `all_varchar = true, header = true, skip = ${Math.max(0, header)}`;
  } finally {
    await handle.close();
  }
}
