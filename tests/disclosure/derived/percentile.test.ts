import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectedPercentile, shiftOf } from '../../../disclosure/index.ts';
import { numbers } from '../records.ts';

const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** Waits in days, in any order, as a histogram. */
function histogram(waits: readonly number[]): number[] {
  const days = Array<number>(Math.max(0, ...waits) + 1).fill(0);
  for (const wait of waits) days[wait] = (days[wait] as number) + 1;
  return days;
}

describe('a percentile of waiting times', () => {
  it('is the wait at its rank moved by at most one, never the shortest or the longest', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(waits, key, fc.constantFrom(0.1, 0.5, 0.9, 0.99, 1), (waits, keySum, q) => {
        const told = protectedPercentile(
          { days: histogram(waits), beyond: 0, keySum, shown: waits.length },
          q,
        );
        const sorted = [...waits].sort((a, b) => a - b);
        const rank = Math.ceil(Number((q * waits.length).toFixed(6)));
        const near = [rank - 1, rank, rank + 1]
          .map((each) => Math.min(Math.max(each, 2), waits.length - 1))
          .map((each) => sorted[each - 1]);
        expect(told.kind === 'days' && near.includes(told.days)).toBe(true);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('moves each way a third of the time, not as the count of the same cell does', () => {
    const next = numbers(21);
    const seen = new Map<string, number>();
    const draws = 9000;
    for (let draw = 0; draw < draws; draw++) {
      const keySum = Math.floor(next() * 2 ** 32);
      const third = Math.floor((keySum / 2 ** 32) * 3);
      const what = `${third} ${shiftOf(keySum, 0.5)} ${shiftOf(keySum, 0.9)}`;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    expect(seen.size).toBe(27);
    const expected = draws / 27;
    const chiSquared = [...seen.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / expected,
      0,
    );
    // 26 degrees of freedom: 99.99 %.
    expect(chiSquared).toBeLessThan(61);
  });

  it('is top-coded, hidden below 20, and not reached where most have not come to an end', () => {
    const waits = { days: histogram(Array(30).fill(400)), beyond: 0, keySum: 5, shown: 30 };
    expect(protectedPercentile(waits, 0.5)).toEqual({ kind: 'days', days: 365, topCoded: true });
    expect(protectedPercentile({ ...waits, shown: 19 }, 0.5)).toEqual({ kind: 'hidden' });
    expect(protectedPercentile({ ...waits, shown: null }, 0.5)).toEqual({ kind: 'hidden' });
    const open = { days: histogram(Array(10).fill(3)), beyond: 30, keySum: 5, shown: 41 };
    expect(protectedPercentile(open, 0.5)).toEqual({ kind: 'beyond' });
    expect(protectedPercentile(open, 0.1)).toMatchObject({ kind: 'days', days: 3 });
  });
});
