import { expect, test } from 'vitest';
import { suppress } from '../../../disclosure/suppress/index.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { atomsOf, count, flat, oneTable } from './tables.ts';

const square = oneTable(flat('a', ['a1', 'a2', 'a3']), flat('b', ['b1', 'b2', 'b3']));
const cells = count(square, atomsOf(square, [1, 7, 30, 4, 8, 40, 50, 2, 70]));

test('the thread gives what the solver gives here, twice the same, while the caller goes on, or an error', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  // What goes wrong in a thread reaches the caller too; both at once, since threads take long to start.
  const wrong = cells.map((cell) => (Object.keys(cell.at).length ? cell : { ...cell, n: 1 }));
  const [result, error] = await Promise.all([
    suppress(square, cells),
    suppress(square, wrong).catch((reason: unknown) => reason),
  ]);
  clearInterval(timer);
  expect(String(error)).toMatch(/_T/);
  const here = suppressTables(await loadSolver(), square, cells);
  expect(result).toEqual(here);
  expect(result).toEqual(suppressTables(await loadSolver(), square, cells));
  expect(result.audit.safe).toBe(true);
  expect(turns).toBeGreaterThan(0);
});

test('a threshold that is no whole number is refused before a thread starts', async () => {
  await expect(suppress(square, cells, { threshold: 1.5 })).rejects.toThrow(RangeError);
});
