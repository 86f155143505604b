import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NoiseParameters, perturbationTable, perturbed } from '../../../disclosure/index.ts';

/** Computed with another program by the same definition: i, j, v, p, lb, ub with 8 decimals. */
const expected = readFileSync(path.join(import.meta.dirname, 'ptable-d5-v3-js2.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number));

/** Parameters for which a table exists. */
const parameters = fc
  .record({
    deviation: fc.integer({ min: 2, max: 9 }),
    variance: fc.double({ min: 0.3, max: 8, noNaN: true }),
    hidden: fc.integer({ min: 0, max: 3 }),
  })
  .filter((one) => exists(one));

function exists(one: NoiseParameters): boolean {
  try {
    perturbationTable(one);
    return true;
  } catch {
    return false;
  }
}

describe('the perturbation table', () => {
  const table = perturbationTable();

  it('is the published one for D = 5, V = 3, js = 2', () => {
    const rows = table.rows.flatMap((row, i) =>
      row.map(({ v, p, below }, index) => [
        i,
        i + v,
        v,
        p,
        (row[index - 1]?.below ?? 0) / 2 ** 32,
        below / 2 ** 32,
      ]),
    );
    expect(rows).toHaveLength(66);
    expect(expected).toHaveLength(66);
    for (const [index, row] of rows.entries()) {
      for (const [place, value] of row.entries()) {
        expect(value).toBeCloseTo(expected[index]?.[place] as number, 7);
      }
    }
    expect(rows.at(-1)?.[0]).toBe(8);
    expect(rows.reduce((sum, row) => sum + (row[2] as number), 0) / 66).toBeCloseTo(1.045, 3);
  });

  it('has mean 0, variance V, no large step and nothing in 1..js, by its whole bounds', () => {
    fc.assert(
      fc.property(parameters, ({ deviation, variance, hidden }) => {
        const { rows } = perturbationTable({ deviation, variance, hidden });
        expect(rows).toHaveLength(deviation + hidden + 2);
        for (const [i, row] of rows.entries()) {
          if (i === 0) continue;
          let [mean, square, from] = [0, 0, 0];
          for (const { v, below } of row) {
            expect(Number.isInteger(below) && below >= from).toBe(true);
            const width = (below - from) / 2 ** 32;
            expect(Math.abs(v)).toBeLessThanOrEqual(deviation);
            expect(i + v === 0 || i + v > hidden).toBe(true);
            mean += width * v;
            square += width * v * v;
            from = below;
          }
          expect(from).toBe(2 ** 32);
          expect(mean).toBeCloseTo(0, 7);
          expect(square).toBeCloseTo(variance, 6);
        }
      }),
      { numRuns: Number(process.env.BUKTI_NOISES ?? 5), seed: 3 },
    );
  });

  it('has the largest entropy: log p is a parabola in the step', () => {
    for (const row of table.rows.slice(1)) {
      const [x, y, z] = [row[0], row[1], row[2]].map((step) => ({
        v: step?.v as number,
        log: Math.log(step?.p as number),
      })) as [Point, Point, Point];
      for (const { v, p } of row.slice(3)) {
        // Lagrange through the first three.
        const at =
          (x.log * (v - y.v) * (v - z.v)) / ((x.v - y.v) * (x.v - z.v)) +
          (y.log * (v - x.v) * (v - z.v)) / ((y.v - x.v) * (y.v - z.v)) +
          (z.log * (v - x.v) * (v - y.v)) / ((z.v - x.v) * (z.v - y.v));
        expect(Math.log(p)).toBeCloseTo(at, 6);
      }
    }
  });

  it('is refused where no such noise exists', () => {
    for (const [deviation, variance, hidden] of [
      [5, 1.9, 2],
      [5, 26, 0],
      [0, 1, 0],
      [2.5, 1, 0],
      [5, -1, 0],
    ] as const) {
      expect(() => perturbationTable({ deviation, variance, hidden })).toThrow('There is no noise');
    }
    // The least variance that leaves a distribution at all: -1 with two thirds, 2 with one.
    const [row] = perturbationTable({ deviation: 5, variance: 2, hidden: 2 }).rows.slice(1);
    expect(row?.[0]?.p).toBeCloseTo(2 / 3, 8);
  });

  it('takes a key from its lower bound up to, not with, its upper', () => {
    for (const [i, row] of table.rows.entries()) {
      let from = 0;
      for (const { v, below } of row) {
        expect(perturbed(table, i, from)).toBe(i + v);
        expect(perturbed(table, i, below - 1)).toBe(i + v);
        from = below;
      }
    }
    expect(perturbed(table, 0, 123_456)).toBe(0);
    const last = table.rows[8]?.[0];
    expect(perturbed(table, 1000, 0)).toBe(1000 + (last?.v ?? 0));
  });
});

interface Point {
  v: number;
  log: number;
}
