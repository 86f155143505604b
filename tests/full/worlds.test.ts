import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { type PlantedEffect, plantedEffects } from '../../data/sample/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';
import { effectsNamed, plantedFound } from './examine.ts';
import { type ReadReport, resultsFile, runWorlds, type WorldResult } from './worlds.ts';

/** `npm run test:full` makes 200 and 50, and goes on where a killed run was. */
const full = process.env.BUKTI_WORLDS !== undefined;
const quiet = Number(process.env.BUKTI_WORLDS ?? 1);
const planted = Number(process.env.BUKTI_PLANTED_WORLDS ?? 1);
/** A quiet world says nothing at any size: without the full counts a small one will do. */
const rows = Number(process.env.BUKTI_WORLD_ROWS ?? 60_000);
const quietRows = full ? rows : 8_000;
const folder = path.join(packageRoot(), 'node_modules', '.cache', 'bukti-worlds');
const patience = full ? 24 * 3_600_000 : 300_000;

async function worlds(count: number, effects: boolean): Promise<WorldResult[]> {
  const size = effects ? rows : quietRows;
  const orders = Array.from({ length: count }, (_, index) => ({
    seed: (effects ? 3001 : 2001) + index,
    rows: size,
    effects,
  }));
  const name = `${effects ? 'planted' : 'null'}-${size}`;
  const file = full ? resultsFile(folder, name) : undefined;
  const results = await runWorlds(orders, { file });
  expect(results.map(({ seed }) => seed)).toEqual(orders.map(({ seed }) => seed));
  const spent = results.map(({ seconds }) => seconds.reduce((sum, each) => sum + each, 0));
  const mean = spent.reduce((sum, each) => sum + each, 0) / spent.length;
  console.log(`${count} ${name} worlds, ${mean.toFixed(1)} s each: ${summary(results)}`);
  return results;
}

function summary(results: readonly WorldResult[]): string {
  const counts = new Map<string, number>();
  for (const name of results.flatMap(({ found }) => [...new Set(found)])) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const list = [...counts].map(([name, n]) => `${name} in ${n}`);
  return list.length > 0 ? list.join(', ') : 'nothing clear';
}

it(
  'in worlds where nothing is planted, at most 8 % show anything clear',
  async () => {
    const results = await worlds(quiet, false);
    const loud = results.filter(({ found }) => found.length > 0);
    expect(loud.length).toBeLessThanOrEqual(Math.floor(0.08 * quiet));
  },
  patience,
);

it(
  'every planted effect is found in at least 90 % of the worlds',
  async () => {
    // Without the full counts, the world that other tests share will do.
    const { workspace } = full ? { workspace: undefined } : await sharedWorld();
    const results: Pick<WorldResult, 'found'>[] = workspace
      ? [{ found: await withPublished(workspace, plantedFound) }]
      : await worlds(planted, true);
    const foundIn = (id: PlantedEffect['id']) =>
      results.filter(({ found }) => found.includes(id)).length;
    for (const { id } of plantedEffects) {
      expect(foundIn(id), id).toBeGreaterThanOrEqual(Math.ceil(0.9 * results.length));
    }
  },
  patience,
);

/** Worlds whose release is sealed and whose brief is read: only where they are asked for. */
const quietReports = Number(process.env.BUKTI_NULL_REPORTS ?? 0);
const plantedReports = Number(process.env.BUKTI_PLANTED_REPORTS ?? 0);
/** Of a quiet world; and of one in which the declared family can see all that is planted. */
const reportRows = { quiet: 20_000, planted: 300_000 };

async function reports(count: number, effects: boolean) {
  const size = effects ? reportRows.planted : reportRows.quiet;
  const orders = Array.from({ length: count }, (_, index) => ({
    ...{ seed: (effects ? 6001 : 5001) + index, rows: size, effects, report: true },
  }));
  const name = `report-${effects ? 'planted' : 'null'}-${size}`;
  const file = resultsFile(folder, name, ['release', 'reports']);
  const results = await runWorlds(orders, { file });
  expect(results.map(({ seed }) => seed)).toEqual(orders.map(({ seed }) => seed));
  return results.map(({ seed, found, report }) => ({ seed, found, ...(report as ReadReport) }));
}

if (quietReports > 0) {
  it(
    'the brief of a world without effects names nothing exactly where nothing is clear',
    async () => {
      const read = await reports(quietReports, false);
      for (const { seed, found, clear, quiet: isQuiet, findings, further } of read) {
        expect([findings.length + further.length, clear], `${seed}`).toEqual([clear, clear]);
        expect(found.length === 0, `${seed}`).toBe(clear === 0);
        expect(isQuiet, `${seed}`).toBe(clear === 0);
      }
      const loud = read.filter(({ clear }) => clear > 0);
      console.log(`${loud.length} of ${quietReports} briefs of quiet worlds name anything`);
      expect(loud.length).toBeLessThanOrEqual(Math.max(1, Math.floor(0.08 * quietReports)));
    },
    24 * 3_600_000,
  );
}

if (plantedReports > 0) {
  it(
    'the brief of a large world names every planted effect',
    async () => {
      const read = await reports(plantedReports, true);
      for (const { seed, clear, findings, further } of read) {
        const [first, all] = [effectsNamed(findings), effectsNamed([...findings, ...further])];
        console.log(`seed ${seed}: page one ${first.join(', ')}; all ${all.join(', ')}`);
        expect(findings.length + further.length, `${seed}`).toBe(clear);
      }
      for (const { id } of plantedEffects) {
        const named = read.filter(({ findings, further }) =>
          effectsNamed([...findings, ...further]).includes(id),
        );
        expect(named.length, id).toBeGreaterThanOrEqual(Math.ceil(0.9 * plantedReports));
      }
    },
    24 * 3_600_000,
  );
}
