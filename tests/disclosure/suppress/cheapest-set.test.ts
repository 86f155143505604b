import { expect, test } from 'vitest';
import { buildProblem } from '../../../disclosure/suppress/build-problem.ts';
import { cheapestSet } from '../../../disclosure/suppress/cheapest-set.ts';
import { rulesOf } from '../../../disclosure/suppress/options.ts';
import { listAt, signAt } from '../../../disclosure/suppress/problem.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { atomsOf, count, flat, oneTable } from './tables.ts';

const highs = await loadSolver();
const structure = oneTable(flat('a', ['a1', 'a2']), flat('b', ['b1', 'b2']));

/** The least cost of any table of whole numbers in which the first inner cell stands so far away, tried one by one. */
function leastCost(counts: readonly number[], distance: number): number {
  let least = Infinity;
  const cost = (n: number, by: number, total: boolean) =>
    Math.abs(by) * (Math.log1p(n) + (total ? 3 : 0));
  const [p, q, r, s] = counts as [number, number, number, number];
  const span = (n: number) =>
    Array.from({ length: n + 13 }, (_, index) => index - n).filter((by) => n > 0 || by === 0);
  for (const x of span(q)) {
    for (const y of span(r)) {
      for (const z of span(s)) {
        const totals = [
          [p + q, distance + x],
          [r + s, y + z],
          [p + r, distance + y],
          [q + s, x + z],
          [p + q + r + s, distance + x + y + z],
        ] as const;
        const inner = cost(q, x, false) + cost(r, y, false) + cost(s, z, false);
        const all = totals.reduce((sum, [n, by]) => sum + cost(n, by, true), inner);
        if (p + distance >= 0 && totals.every(([n, by]) => n + by >= 0))
          least = Math.min(least, all);
      }
    }
  }
  return least;
}

test.each([
  [[2, 30, 9, 40], 5],
  [[2, 3, 9, 40], 5],
  [[3, 1, 1, 60], 4],
  [[4, 20, 0, 8], 6],
  [[4, 6, 7, 8], -3],
])('of %j the cheapest other table with the first cell moved by %i', (counts, distance) => {
  const { problem, universe } = buildProblem(
    structure,
    count(structure, atomsOf(structure, counts)),
    {
      ...rulesOf({}),
      without: new Set(['primary']),
    },
  );
  const variable = universe.variableOf({ a: 'a1', b: 'b1' });
  problem.hidden[variable] = 1;
  const found = cheapestSet(highs, problem, new Float64Array(problem.count), variable, distance);
  if (!found) throw new Error('no table');
  const by = new Float64Array(problem.count);
  found.variables.forEach((each, index) => {
    by[each] = found.distances[index] as number;
  });
  expect(by[variable]).toBeCloseTo(distance, 6);
  for (let row = 0; row + 1 < problem.rows.starts.length; row++) {
    const sum = listAt(problem.rows, row).reduce(
      (all, each, place) => all + signAt(place) * (by[each] as number),
      0,
    );
    expect(sum).toBeCloseTo(0, 6);
  }
  by.forEach((each, index) => {
    expect((problem.value[index] as number) + each).toBeGreaterThan(-1e-6);
  });
  const moved = [...by.keys()].filter((each) => Math.abs(by[each] as number) > 1e-6);
  expect(found.shown).toEqual(moved.filter((each) => each !== variable));
  const cost = found.shown.reduce(
    (sum, each) => sum + (problem.cost[each] as number) * Math.abs(by[each] as number),
    0,
  );
  expect(cost).toBeCloseTo(leastCost(counts, distance), 6);
});
