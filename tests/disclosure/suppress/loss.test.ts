import { expect, test } from 'vitest';
import { randomStream } from '../../../disclosure/suppress/random.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { leastCost } from './optimum.ts';
import { atomsOf, count, flat, oneTable } from './tables.ts';

/** `npm run test:full` looks at 200, of up to 5 x 5. */
const full = process.env.BUKTI_SUPPRESS_TABLES;
const tables = Number(full ?? 6);
const sizes = full ? 3 : 2;

test('what is hidden costs at most 1.25 times the least that protects as much', async () => {
  const highs = await loadSolver();
  const random = randomStream(20260703);
  const codes = (name: string, size: number) =>
    flat(
      name,
      Array.from({ length: size }, (_, index) => `${name}${index + 1}`),
    );
  let [cost, least, worst] = [0, 0, 1];
  for (let run = 0; run < tables; run++) {
    const structure = oneTable(
      codes('a', 3 + (random() % sizes)),
      codes('b', 3 + (random() % sizes)),
    );
    const numbers = atomsOf(structure, []).map(() => random() % (random() % 4 === 0 ? 6 : 60));
    const cells = count(structure, atomsOf(structure, numbers));
    // Owners of a count of one and readers of the method ask for more than the optimum knows of.
    const { audit } = suppressTables(highs, structure, cells, { without: ['singletons'] });
    const best = leastCost(highs, structure, cells, 5);
    expect(audit.cost).toBeGreaterThanOrEqual(best - 1e-6);
    cost += audit.cost;
    least += best;
    if (best > 0) worst = Math.max(worst, audit.cost / best);
  }
  console.log(
    `${tables} tables: ${(cost / least).toFixed(3)} times the least cost, at worst ${worst.toFixed(2)}`,
  );
  expect(cost / least).toBeLessThanOrEqual(1.25);
}, 600_000);
