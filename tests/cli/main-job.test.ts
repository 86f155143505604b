import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLedger } from '../../warehouse/index.ts';
import { sharedWorld, type World } from '../world.ts';
import { bukti } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

interface RunResult {
  landed: { read: number; landed: number; rejected: number; duplicate: number; files: number };
  build: { changed: boolean; tests: number };
  release: { period: string; version: number; outcome: string };
  page: string;
}

describe('bukti run --sample', () => {
  let world: World;
  let result: RunResult;
  beforeAll(async () => {
    world = await sharedWorld();
    result = JSON.parse(world.run.stdout) as RunResult;
  });

  it('goes from the exports to the brief of the latest quarter', () => {
    expect(result.release).toEqual({ period: '2026Q3', version: 1, outcome: 'sealed' });
    expect(result.build.tests).toBeGreaterThan(50);
    const page = readFileSync(result.page, 'utf8');
    expect(page).toContain('SINTETIS');
    expect(page).toContain('TERBATAS');
    expect(page.startsWith('<!doctype html>')).toBe(true);
  });

  it('loses no row: read = landed + rejected + duplicate, a file and in all', () => {
    const batches = readLedger(world.workspace);
    expect(batches).toHaveLength(26);
    for (const { file, counts } of batches) {
      expect(counts.landed + counts.rejected + counts.duplicate, file).toBe(counts.read);
    }
    const { read, landed, rejected, duplicate } = result.landed;
    expect(read).toBe(landed + rejected + duplicate);
  });

  it('is done when it is done: a second run changes nothing', () => {
    const again = bukti(['run', '--no-open', '--json'], world.folder);
    expect(again.status, again.stderr).toBe(0);
    const second = JSON.parse(again.stdout) as RunResult;
    expect(second.landed).toMatchObject({ files: 0, read: 0 });
    expect(second.build.changed).toBe(false);
    expect(second.release.outcome).toBe('unchanged');
    expect(readFileSync(second.page)).toEqual(readFileSync(result.page));
  });

  it('says where things stand', async () => {
    const state = JSON.parse((await buktiHere(['--json'], world.folder)).stdout) as Record<
      string,
      unknown
    >;
    expect(state).toMatchObject({
      synthetic: true,
      waiting: [],
      batches: 26,
      warehouse: 'current',
      release: { period: '2026Q3', version: 1, asOf: '2026-10-21' },
      knownTo: '2026-10-23',
    });
    expect(state.page).toBe(result.page);
  });

  it('answers questions with the figures of the release', async () => {
    const asked = await buktiHere(
      ['metrics', 'received', '--by', 'gender', '--period', '2026Q3', '--json'],
      world.folder,
    );
    expect(asked.status, asked.stderr).toBe(0);
    const { rows } = JSON.parse(asked.stdout) as { rows: { statistic: string; value: number }[] };
    const counts = rows.filter((row) => row.statistic === 'count').map((row) => row.value);
    const total = await buktiHere(['metrics', 'received.count', '--json'], world.folder);
    const { rows: all } = JSON.parse(total.stdout) as { rows: { value: number }[] };
    expect(counts).toHaveLength(3);
    expect(counts.reduce((sum, value) => sum + value, 0)).toBe(all[0]?.value);
  });

  it('writes the brief in English too', async () => {
    const english = await buktiHere(
      ['report', 'ksp', '2026Q3', '--lang', 'en', '--json'],
      world.folder,
    );
    expect(english.status, english.stderr).toBe(0);
    const { file } = JSON.parse(english.stdout) as { file: string };
    expect(path.basename(file)).toBe('ksp-2026Q3-v1.en.html');
    expect(readFileSync(file, 'utf8')).toContain('<html lang="en"');
  });
});
