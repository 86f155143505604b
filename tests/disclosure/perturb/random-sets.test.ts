import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attackFolder } from '../../../disclosure/attack/index.ts';
import { perturb } from '../../../disclosure/index.ts';
import { folderOf } from '../attack/folder.ts';
import { countSet, filesOfSet, keysIn, nameOf, type RandomSet, randomSet } from '../random-sets.ts';

/** `npm run test:full` looks at 1,000, larger ones, and attacks each. */
const full = process.env.BUKTI_RANDOM_SETS;
const sets = Number(full ?? 50);
const attacked = Number(full ?? 4);
const set = (seed: number): RandomSet => randomSet(seed, full ? 'usual' : 'small');
const noise = { deviation: 5, variance: 3, hidden: 2 };

/** Chances of each step by count, from another program: i, j, v, p. */
const steps = readFileSync(path.join(import.meta.dirname, 'ptable-d5-v3-js2.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [number, number, number, number]);

/** What each cell of both releases counts and shows, equal sets of records once. */
function drawn(): { n: number; value: number }[] {
  const found: { n: number; value: number }[] = [];
  for (let seed = 1; seed <= sets; seed++) {
    const { structure, records, cells, again } = set(seed);
    const seen = new Map<string, number>();
    const shownIn = (design: typeof structure, counted: typeof cells, all: typeof records) => {
      const values = new Map(
        perturb(design, counted, noise).cells.map((cell) => [nameOf(cell.at), cell]),
      );
      for (const { at, n, structuralZero } of counted) {
        const { value, status } = values.get(nameOf(at)) ?? {};
        expect(status).toBe(structuralZero ? 'cannot-exist' : 'shown');
        if (structuralZero) continue;
        const keys = keysIn(design, all, at);
        expect(keys.length).toBe(n);
        const set = keys.join();
        const before = seen.get(set);
        // Equal sets of records, equal values: in all tables, in both releases.
        expect({ seed, at, value }).toEqual({ seed, at, value: before ?? value });
        seen.set(set, value as number);
        if (before === undefined && n > 0) found.push({ n, value: value as number });
        if (n === 0) expect(value).toBe(0);
      }
    };
    shownIn(structure, cells, records);
    shownIn(again.structure, again.cells, again.records);
  }
  return found;
}

/** Upper 0.1 % point of chi-square (Wilson and Hilferty). */
const critical = (freedom: number) => {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + 3.09 * Math.sqrt(part)) ** 3;
};

describe(`${sets} random sets of linked tables with noise`, () => {
  let cells: ReturnType<typeof drawn> = [];
  beforeAll(() => {
    cells = drawn();
  }, 3_600_000);

  it('equal sets of records have equal values; steps stay within D and 1 and 2 never stand there', () => {
    expect(cells.length).toBeGreaterThan(20 * sets);
    for (const { n, value } of cells) {
      expect(Math.abs(value - n)).toBeLessThanOrEqual(5);
      expect([1, 2]).not.toContain(value);
      expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  it('steps are distributed as the table says, for each count', () => {
    let [square, freedom] = [0, 0];
    for (let i = 1; i <= 8; i++) {
      const own = cells.filter(({ n }) => Math.min(n, 8) === i);
      const expected = steps.filter(([row]) => row === i);
      const rest = { seen: 0, due: 0 };
      let classes = 0;
      let statistic = 0;
      const add = (seen: number, due: number) => {
        statistic += (seen - due) ** 2 / due;
        classes += 1;
      };
      for (const [, , v, p] of expected) {
        const seen = own.filter(({ n, value }) => value - n === v).length;
        const due = p * own.length;
        if (due >= 5) add(seen, due);
        else {
          rest.seen += seen;
          rest.due += due;
        }
      }
      if (rest.due > 0) add(rest.seen, rest.due);
      expect(classes).toBeGreaterThan(2);
      expect(statistic).toBeLessThan(critical(classes - 1));
      square += statistic;
      freedom += classes - 1;
    }
    console.log(`${cells.length} cells, chi-square ${square.toFixed(1)} with ${freedom} degrees`);
    expect(square).toBeLessThan(critical(freedom));
  });

  it('there is no bias, for small counts as for large', () => {
    for (const isOwn of [(n: number) => n < 5, (n: number) => n >= 5, () => true]) {
      const moves = cells.filter(({ n }) => isOwn(n)).map(({ n, value }) => value - n);
      const mean = moves.reduce((sum, v) => sum + v, 0) / moves.length;
      // Standard errors of a mean of steps of variance 3.
      expect(Math.abs(mean)).toBeLessThan(3.3 * Math.sqrt(3 / moves.length));
    }
  });

  it('an attacker with the public files is left with a width of 2 at least for every count below T', async () => {
    let small = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let seed = 1; seed <= attacked; seed++) {
      const { structure: whole, records, threshold } = set(seed);
      // Small groups wholly in one sensitive code are for the design of tables, not for noise.
      const dimensions = whole.dimensions.map(({ sensitive: _, ...one }) => one);
      const structure = { ...whole, dimensions };
      // Without impossible pairs: every cell has noise and an interval.
      const exact = countSet(structure, records);
      const said = { method: 'perturb', parameters: { threshold, ...noise } } as const;
      const folder = folderOf(filesOfSet(structure, perturb(structure, exact, noise).cells, said));
      const { findings, ranges } = await attackFolder(folder, { precise: true });
      rmSync(folder, { recursive: true });
      expect(findings.filter(({ severity }) => severity === 'recovered')).toEqual([]);
      const [own] = [...ranges.values()];
      for (const { at, n } of exact) {
        const codes = Object.entries(at)
          .sort()
          .map(([name, code]) => `${name}=${code}`);
        const range = own?.get(codes.length > 0 ? `count?${codes.join('&')}` : 'count');
        if (!range || n === 0 || n >= threshold) continue;
        small += 1;
        expect(n).toBeGreaterThanOrEqual(range.low);
        expect(n).toBeLessThanOrEqual(range.high);
        least = Math.min(least, range.high - range.low);
      }
    }
    console.log(`${small} counts below T, smallest width ${least}`);
    expect(least).toBeGreaterThanOrEqual(2);
    expect(small).toBeGreaterThan(5 * attacked);
  });
});
