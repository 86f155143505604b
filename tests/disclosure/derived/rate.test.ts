import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveCases,
  noisyPoisson,
  noisyWilson,
  perResidents,
  perturbationTable,
  perturbed,
  protectedDifference,
  protectedRate,
  ranked,
  wilson,
} from '../../../disclosure/index.ts';
import { numbers } from '../records.ts';

const rate = (numerator: number | null, complement: number | null, denominator: number | null) =>
  protectedRate({ numerator, complement, denominator });
const published = fc.integer({ min: 0, max: 3000 }).filter((n) => n !== 1 && n !== 2);

describe('a rate of published counts', () => {
  it('is told to a point under 100 cases, to a tenth from there; limits in tenths from 1,000', () => {
    // 33/99 and 34/100 = 33.33 % and 34 %.
    expect(rate(33, 66, 99)).toMatchObject({ percent: 33, decimals: 0 });
    expect(rate(34, 66, 100)).toMatchObject({ percent: 34, decimals: 1 });
    expect(rate(347, 1404, 1751)).toMatchObject({ percent: 19.8, decimals: 1 });
    const whole = rate(199, 800, 999);
    const tenth = rate(200, 800, 1000);
    expect(whole.kind === 'rate' && Number.isInteger(whole.lower)).toBe(true);
    // By hand: n* = .16 / (.16/1000 + 3 * 1.04 / 10^6) = 980.87, Wilson 17.6136 and 22.6172.
    expect(tenth).toMatchObject({ percent: 20, lower: 17.6, upper: 22.6 });
  });

  it('is hidden with any of its cells, and below ten cases, or the number asked for', () => {
    expect(rate(null, 10, 20).kind).toBe('hidden');
    expect(rate(10, null, 20).kind).toBe('hidden');
    expect(rate(10, 10, null).kind).toBe('hidden');
    expect(rate(4, 5, 9).kind).toBe('hidden');
    expect(rate(5, 5, 10).kind).toBe('rate');
    const below = { numerator: 9, complement: 10, denominator: 19 };
    expect(protectedRate(below, { leastCases: 20 }).kind).toBe('hidden');
  });

  it('is a band where a side is below three: the smallest that surely holds', () => {
    // (0 + 5) / (105 - 5) = 5 %; one case fewer and it no longer holds.
    expect(rate(0, 105, 105)).toEqual({ kind: 'band', lower: 0, upper: 5 });
    expect(rate(0, 104, 104)).toEqual({ kind: 'band', lower: 0, upper: 10 });
    expect(rate(0, 55, 55)).toEqual({ kind: 'band', lower: 0, upper: 10 });
    expect(rate(0, 54, 54)).toEqual({ kind: 'band', lower: 0, upper: 25 });
    expect(rate(0, 25, 25)).toEqual({ kind: 'band', lower: 0, upper: 25 });
    expect(rate(0, 24, 24).kind).toBe('hidden');
    expect(rate(105, 0, 105)).toEqual({ kind: 'band', lower: 95, upper: 100 });
  });

  it('is never 0 % or 100 % of fewer than 20, and bands always hold the true rate', () => {
    const table = perturbationTable();
    const exact = fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 150 }));
    const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(exact, fc.tuple(key, key, key), ([yes, no], [a, b, c]) => {
        const n = perturbed(table, yes + no, c);
        const told = rate(perturbed(table, yes, a), perturbed(table, no, b), n);
        if (told.kind === 'rate') {
          expect(n >= 20 || (told.percent > 0 && told.percent < 100)).toBe(true);
          expect(told.lower).toBeLessThanOrEqual(told.percent);
          expect(told.upper).toBeGreaterThanOrEqual(told.percent);
        } else if (told.kind === 'band') {
          const truth = (100 * yes) / (yes + no);
          expect(truth).toBeGreaterThanOrEqual(told.lower);
          expect(truth).toBeLessThanOrEqual(told.upper);
        }
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(rate(16, 3, 15)).toMatchObject({ kind: 'hidden' });
    expect(rate(30, 3, 28)).toMatchObject({ kind: 'rate', percent: 100 });
  });
});

describe('intervals that hold the noise', () => {
  it('count fewer cases than were published, and come to Wilson where there is no noise', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 10, max: 3000 }), (x, n) => {
        const r = Math.min(1, x / n);
        expect(effectiveCases(r, n, 3)).toBeLessThan(n);
        expect(noisyWilson(r, n, 0)).toEqual(wilson(r, effectiveCases(r, n, 0)));
      }),
      { numRuns: 100, seed: 8 },
    );
    // r = 1/2, n = 20, V = 3: .25 / (.25/20 + 3 * 1.25 / 400) = 11.428571...
    expect(effectiveCases(0.5, 20, 3)).toBeCloseTo(80 / 7, 10);
    // Wilson 1927 of 8 in 10: .4902 to .9433.
    expect(wilson(0.8, 10).lower).toBeCloseTo(0.4902, 4);
    expect(wilson(0.8, 10).upper).toBeCloseTo(0.9433, 4);
    // Without noise Rao's interval of a Poisson count of 10: 5.4319 to 18.4096.
    expect(noisyPoisson(10, 0).lower).toBeCloseTo(5.4323, 3);
    expect(noisyPoisson(10, 0).upper).toBeCloseTo(18.4091, 3);
  });

  const draws = Number(process.env.BUKTI_COVERAGE_DRAWS ?? 400);
  const table = perturbationTable();
  const rates = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

  it.each([20, 50, 100])('cover the true rate 93 to 97 times in 100 at n = %i', (n) => {
    const next = numbers(n);
    const key = () => Math.floor(next() * 2 ** 32);
    let [told, inside] = [0, 0];
    for (const p of rates) {
      for (let draw = 0; draw < draws; draw++) {
        let yes = 0;
        for (let each = 0; each < n; each++) if (next() < p) yes += 1;
        const cells = [yes, n - yes, n].map((count) => perturbed(table, count, key()));
        const one = rate(...(cells as [number, number, number]));
        if (one.kind !== 'rate') continue;
        told += 1;
        if (one.lower <= 100 * p + 1e-9 && one.upper >= 100 * p - 1e-9) inside += 1;
      }
    }
    expect(told).toBeGreaterThan(0.8 * draws * rates.length);
    const covered = inside / told;
    // Three standard errors of what was drawn.
    const slack = draws < 2000 ? 3 * Math.sqrt((0.95 * 0.05) / told) : 0;
    expect(covered).toBeGreaterThan(0.93 - slack);
    expect(covered).toBeLessThan(0.97 + slack);
  });
});

describe('figures beside rates', () => {
  it('a count per 100,000 residents says what the count says, and is hidden with it', () => {
    expect(perResidents(null, 1000)).toEqual({ kind: 'hidden' });
    expect(perResidents(12, 0)).toEqual({ kind: 'hidden' });
    // (0 + 5) in 400,000 = 1.25, told outward.
    expect(perResidents(0, 400_000)).toEqual({ kind: 'band', lower: 0, upper: 1.3 });
    const some = perResidents(120, 400_000);
    expect(some).toMatchObject({ kind: 'rate', value: 30 });
    // 120 as (x - m)^2 = z^2 f m with f = 123/120: 100.14 to 143.79.
    expect(some).toMatchObject({ lower: 25, upper: 35.9 });
  });

  it('a difference is clear only where both limits are on one side, and not told beside a band', () => {
    const of = (numerator: number, denominator: number) => ({
      numerator,
      complement: denominator - numerator,
      denominator,
    });
    expect(protectedDifference(of(0, 200), of(100, 200))).toBeUndefined();
    const far = protectedDifference(of(150, 200), of(100, 200));
    expect(far).toMatchObject({ points: 25, clear: true });
    expect(far?.lower).toBeGreaterThan(10);
    expect(protectedDifference(of(12, 20), of(8, 20))?.clear).toBe(false);
    const back = protectedDifference(of(100, 200), of(150, 200));
    expect([back?.points, back?.clear]).toEqual([-25, true]);
  });

  it('order and ranks come from published values; equal ones by code, hidden ones last', () => {
    const items = [
      { code: 'c', shown: 7 },
      { code: 'a', shown: null },
      { code: 'b', shown: 7 },
      { code: 'd', shown: 9 },
      { code: 'e', shown: 0 },
    ];
    const order = ranked(
      items,
      ({ shown }) => shown,
      ({ code }) => code,
    );
    expect(order.map(({ item, rank }) => [item.code, rank])).toEqual([
      ['d', 1],
      ['b', 2],
      ['c', 2],
      ['e', 4],
      ['a', undefined],
    ]);
  });
});
