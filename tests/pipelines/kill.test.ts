import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { landFiles } from '../../pipelines/index.ts';
import { activeBatches } from '../../warehouse/index.ts';
import { exportHeaders, exportRow, lab, landedRows, tree, writeCsv } from './lab.ts';

const kills = Number(process.env.BUKTI_KILLS ?? 2);
const child = path.join(import.meta.dirname, 'land-child.mjs');

let place: ReturnType<typeof lab>;
beforeEach(() => {
  place = lab();
});
afterEach(() => place.remove());

function inputs(): string[] {
  return [1, 2, 3].map((part) => {
    const rows = Array.from({ length: 4000 }, (_, n) =>
      exportRow({ 'Tracking ID': String(part * 10_000 + n), 'Isi Laporan Awal': `isi ${n}` }),
    );
    return writeCsv(place.file(`bagian-${part}.csv`), [exportHeaders, ...rows]);
  });
}

const start = (files: string[]) =>
  spawn(process.execPath, [child, place.workspace.root, ...files], {
    cwd: packageRoot(),
    env: { ...process.env, BUKTI_KEYS: place.workspace.keys },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function checksum(): Promise<string> {
  const hash = createHash('sha256');
  for (const batch of activeBatches(place.workspace)) {
    const rows = await landedRows(place.workspace, batch);
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    const { counts } = JSON.parse(readFileSync(path.join(batch.folder, 'batch.json'), 'utf8'));
    hash.update(JSON.stringify([batch.batch, counts, lines]));
  }
  return hash.digest('hex');
}

it('killed at any moment, the next run leaves what an undisturbed one does', async () => {
  const files = inputs();
  await landFiles(place.workspace, files);
  const expected = await checksum();
  for (let round = 0; round < kills; round++) {
    rmSync(place.workspace.landing, { recursive: true, force: true });
    const landing = start(files);
    const ended = new Promise((resolve) => landing.once('exit', resolve));
    // The child says when it begins to land; until then there is nothing to interrupt.
    await Promise.race([new Promise((resolve) => landing.stdout.once('data', resolve)), ended]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 900));
    landing.kill('SIGKILL');
    await ended;
    await landFiles(place.workspace, files);
    expect(await checksum()).toBe(expected);
    const left = [...tree(place.workspace.landing), ...readdirSync(place.workspace.data)];
    expect(left.filter((name) => name.includes('.tmp-'))).toEqual([]);
  }
});

it('two landings at once give each batch once, under the same keys', async () => {
  const files = inputs();
  const codes = await Promise.all(
    [files, [...files].reverse()].map(
      (order) => new Promise((resolve) => start(order).once('exit', resolve)),
    ),
  );
  expect(codes).toEqual([0, 0]);
  const batches = activeBatches(place.workspace);
  expect(batches.map((batch) => batch.counts.landed)).toEqual([4000, 4000, 4000]);
  expect(new Set(batches.map((batch) => batch.key_id)).size).toBe(1);
  expect(existsSync(path.join(place.workspace.landing, 'lapor'))).toBe(true);
  expect(tree(place.workspace.landing).filter((name) => name.includes('.tmp-'))).toEqual([]);
});
