import { expect, test } from 'vitest';
import { cellKey } from '../../../disclosure/cells/coordinates.ts';
import { openCells, secretCells } from '../../../disclosure/suppress/index.ts';
import { randomStream } from '../../../disclosure/suppress/random.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { outsider } from './attacker.ts';
import { atomsOf, count, flat } from './tables.ts';

const highs = await loadSolver();
const region = flat('region', ['r1', 'r2', 'r3', 'r4']);
const topic = flat('topic', ['t1', 't2', 't3']);
const sex = flat('sex', ['f', 'm']);
const structure = {
  dimensions: [region, topic, sex],
  tables: [
    { name: 'by_topic', dimensions: ['region', 'topic'] },
    { name: 'by_sex', dimensions: ['region', 'sex'] },
  ],
};

/** Counts of open and of secret reports made apart, and of both together as a release has them. */
function world(seed: number) {
  const random = randomStream(seed);
  const counts = (most: number) => Array.from({ length: 24 }, () => random() % most);
  const open = count(structure, atomsOf(structure, counts(30)));
  const secret = count(structure, atomsOf(structure, counts(2)));
  const cells = open.map((cell, index) => {
    const own = secret[index]?.n as number;
    return { ...cell, n: cell.n + own, secret: own };
  });
  return { open, secret, cells };
}

test('open and secret reports are parted, each as counted apart', () => {
  const { open, secret, cells } = world(1);
  expect(openCells(cells)).toEqual(open);
  const apart = secretCells(structure, cells, [['region'], ['topic']]);
  expect(apart?.structure.tables.map(({ dimensions }) => dimensions)).toEqual([
    ['region'],
    ['topic'],
  ]);
  const byKey = new Map(secret.map(({ at, n }) => [cellKey(at), n]));
  expect(apart?.cells).toHaveLength(1 + 4 + 3);
  for (const { at, n } of apart?.cells ?? []) expect(n).toBe(byKey.get(cellKey(at)));
  expect(secretCells(structure, cells, [['place']])).toBeUndefined();
});

test('complainants are taken for as few as they may be, the one with most for as many', () => {
  const cell = { at: {}, n: 10, keySum: 0, complainants: 8, largest: 3, secret: 6 };
  expect(openCells([cell])).toEqual([{ at: {}, n: 4, keySum: 0, complainants: 2, largest: 3 }]);
  expect(openCells([{ ...cell, secret: 9 }])[0]).toMatchObject({
    n: 1,
    complainants: 1,
    largest: 1,
  });
  expect(openCells([{ ...cell, secret: 10 }])[0]).toMatchObject({
    n: 0,
    complainants: 0,
    largest: 0,
  });
});

test('who counts every open report narrows no small number of secret ones; their hiding costs no cross', () => {
  let small = 0;
  let fewer = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const { secret, cells } = world(seed);
    const apart = secretCells(structure, cells, [['region'], ['topic']]);
    if (!apart) throw new Error('no tables');
    const shown = suppressTables(highs, structure, openCells(cells));
    const few = suppressTables(highs, apart.structure, apart.cells);
    expect([shown.audit.safe, few.audit.safe]).toEqual([true, true]);
    // The open counts are all known to this attacker; what is left to him is the table of secret ones.
    const interval = outsider(highs, apart.structure, few.cells);
    const truth = new Map(secret.map(({ at, n }) => [cellKey(at), n]));
    for (const { at } of few.cells) {
      const n = truth.get(cellKey(at)) as number;
      if (n === 0 || n >= 5) continue;
      small += 1;
      const [low, high] = interval(at);
      expect(high - low).toBeGreaterThanOrEqual(5 - 1e-6);
      expect(high).toBeGreaterThanOrEqual(5 - 1e-6);
    }
    const together = suppressTables(highs, structure, cells);
    fewer += together.audit.hidden - shown.audit.hidden;
  }
  expect(small).toBeGreaterThan(5);
  expect(fewer).toBeGreaterThan(0);
});
