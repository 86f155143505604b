import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { type PlantedEffect, plantedEffects } from '../../data/sample/index.ts';
import { resultsFile, runWorlds, type WorldResult } from './worlds.ts';

/** `npm run test:full` makes 200 and 50, and goes on where a killed run was. */
const full = process.env.BUKTI_WORLDS !== undefined;
const quiet = Number(process.env.BUKTI_WORLDS ?? 1);
const planted = Number(process.env.BUKTI_PLANTED_WORLDS ?? 1);
/** A quiet world says nothing at any size: without the full counts a small one will do. */
const rows = Number(process.env.BUKTI_WORLD_ROWS ?? 60_000);
const quietRows = full ? rows : 20_000;
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
    const results = await worlds(planted, true);
    const foundIn = (id: PlantedEffect['id']) =>
      results.filter(({ found }) => found.includes(id)).length;
    for (const { id } of plantedEffects) {
      expect(foundIn(id), id).toBeGreaterThanOrEqual(Math.ceil(0.9 * planted));
    }
  },
  patience,
);
