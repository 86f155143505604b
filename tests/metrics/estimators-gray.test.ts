import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareUpper,
  type DayHistogram,
  fUpper,
  grayTest,
  studentTwoSided,
} from '../../metrics/estimators/index.ts';
import { expectClose, golden } from './estimators-golden.ts';

// Printed by bench/peers/gray.R (cmprsk).
const { sets, random } = golden<{ sets: Set[]; random: Random[] }>('gray');
interface Expected {
  rho: number;
  chi2: number;
  p: number;
  df: number;
}
interface Set {
  name: string;
  groups: DayHistogram[];
  tests: Expected[];
}
interface Random {
  groups: DayHistogram[];
  test: Expected;
}

function set(name: string): Set {
  const found = sets.find((one) => one.name === name);
  if (!found) throw new Error(`No data set "${name}".`);
  return found;
}

const days = fc.array(fc.nat(12), { minLength: 1, maxLength: 15 });
const histogram = fc.record({ events: days, competing: days, censored: days });
const none: DayHistogram = { events: [0], competing: [0], censored: [0] };

describe("Gray's test", () => {
  it.each(sets)("equals R's cmprsk: $name", ({ groups, tests }) => {
    for (const { rho, chi2, p, df } of tests) {
      const found = grayTest(groups, undefined, rho);
      expectClose(found.chi2, chi2);
      expect(Math.abs((found.p as number) - p)).toBeLessThan(1e-9);
      expect(found.df).toBe(df);
    }
  });

  it('equals it on small random cohorts full of ties', () => {
    for (const { groups, test } of random) {
      const found = grayTest(groups);
      expectClose(found.chi2, test.chi2);
      expect(found.df).toBe(test.df);
    }
  });

  it('divides by the design effect, and takes F on the degrees of freedom between clusters', () => {
    const two = grayTest(set('ties').groups);
    const clustered = grayTest(set('ties').groups, { deff: 1.6, df: 14 });
    expectClose(clustered.chi2, two.chi2 / 1.6);
    expectClose(clustered.p, studentTwoSided(Math.sqrt(two.chi2 / 1.6), 14));
    expect(grayTest(set('ties').groups, { deff: 1.6, df: 30 }).p).toBe(
      chiSquareUpper(clustered.chi2, 1),
    );
    expect(grayTest(set('ties').groups, { deff: 1.6, df: 0 }).p).toBeNull();
    const five = set('five groups').groups;
    expectClose(grayTest(five, { deff: 1, df: 9 }).p, fUpper(grayTest(five).chi2 / 4, 4, 9));
  });

  it('has the same chi-square in any order of the groups, and excesses that add up to 0', () => {
    fc.assert(
      fc.property(fc.array(histogram, { minLength: 2, maxLength: 5 }), (groups) => {
        const one = grayTest(groups);
        const other = grayTest([...groups].reverse());
        expect(Math.abs(one.chi2 - other.chi2)).toBeLessThan(1e-7 * Math.max(1, one.chi2));
        expect(one.df).toBe(other.df);
        expect(one.chi2).toBeGreaterThanOrEqual(0);
        expect(one.p === null || (one.p >= 0 && one.p <= 1)).toBe(true);
        expect(Math.abs(one.excess.reduce((all, n) => all + n, 0))).toBeLessThan(1e-9);
        for (const [k, value] of [...other.excess].reverse().entries()) {
          expect(value).toBeCloseTo(one.excess[k] as number, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing between equal groups', () => {
    fc.assert(
      fc.property(histogram, (group) => {
        const found = grayTest([group, group]);
        expect(found.chi2).toBeLessThan(1e-12);
        expect(found.p === null || found.p > 0.999).toBe(true);
      }),
    );
  });

  it('leaves out groups that were never at risk on a day with an event', () => {
    const { groups } = set('three groups');
    const gone = { events: [0], competing: [0], censored: [20] };
    const late = { events: [0, 5], competing: [0, 0], censored: [0, 5] };
    const three = grayTest(groups);
    expect(grayTest([...groups, none])).toEqual({ ...three, excess: [...three.excess, 0] });
    expect(grayTest([late, gone])).toMatchObject({ chi2: 0, df: 0, p: null });
    expect(grayTest([none, none]).p).toBeNull();
    expect(grayTest([]).p).toBeNull();
  });

  it('finds nothing where all end on one day alike', () => {
    const all = { events: [10], competing: [0], censored: [0] };
    expect(grayTest([all, all])).toMatchObject({ chi2: 0, df: 1, p: 1 });
  });

  it('has a covariance also where the correction for ties takes more than there is', () => {
    const groups = [
      { events: [0, 0, 0, 0, 0, 0], competing: [0, 0, 5, 0, 0, 1], censored: [0] },
      { events: [0, 0, 0, 0, 0, 4], competing: [0], censored: [0] },
      { events: [1], competing: [3], censored: [7, 12, 12, 12, 7] },
    ];
    const found = grayTest(groups);
    expect(found.p).toBeGreaterThan(0.05);
    expect(found.p).toBeLessThan(0.2);
    expectClose(grayTest([...groups].reverse()).chi2, found.chi2);
  });

  it('compares as long as two groups are at risk', () => {
    const first = { events: [10], competing: [0], censored: [0] };
    const slow = { events: Array(10).fill(1), competing: [0], censored: [0] };
    const found = grayTest([first, slow]);
    expectClose(found.chi2, set('one day').tests[0]?.chi2 as number);
    expectClose(found.excess[0], 10 - 11 / 2);
    const third = grayTest([first, slow, { ...slow, events: [0, ...slow.events] }]);
    expect(third.p).toBeGreaterThan(0);
    expect(third.p).toBeLessThan(0.001);
  });

  it('tells which group is sooner', () => {
    const { groups } = set('ties');
    const [first, second] = grayTest(groups).excess;
    expect(Math.sign(first as number)).toBe(-Math.sign(second as number));
    const sooner = { events: [20, 5], competing: [0, 0], censored: [0, 15] };
    const later = { events: [5, 5], competing: [0, 0], censored: [0, 30] };
    expect(grayTest([sooner, later]).excess[0]).toBeGreaterThan(0);
  });
});
