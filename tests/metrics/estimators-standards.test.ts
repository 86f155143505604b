import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  type DayHistogram,
  funnelDispersion,
  funnelFlag,
  funnelLimits,
  incidenceStratum,
  kitagawa,
  percentile,
  type ShareCount,
  scoreTest,
  shareStratum,
  standardise,
  standardisedCurve,
  standardisedDifference,
  standardisedPercentile,
  standardisedShareGap,
  wilson,
} from '../../metrics/estimators/index.ts';
import { expectClose, golden } from './estimators-golden.ts';

// Printed by bench/peers/standards.py (statsmodels, scipy, exact fractions).
const expected = golden<Expected>('standards');

type Pair = [number, number];
interface Figure {
  value: number;
  low: number;
  high: number;
}
interface Expected {
  shares: (Figure & {
    weights: number[];
    level: number;
    strata: { first: Pair; second: Pair }[];
    first: Figure & { variance: number };
    second: Figure & { variance: number };
    z: number;
    p: number;
  })[];
  curves: {
    weights: number[];
    strata: DayHistogram[];
    lastDay: number;
    points: (Figure & { day: number; variance: number })[];
    percentiles: { q: number; value: number | null; low: number | null; high: number | null }[];
  }[];
  decomposition: {
    before: Pair[];
    after: Pair[];
    change: number;
    mix: number;
    performance: number;
    strata: { mix: number; performance: number }[];
  }[];
  funnel: {
    limits: { target: number; n: number; level: number; exact: Pair; dispersed: Pair }[];
    dispersion: { bodies: ShareCount[]; target: number; ratio: number; untrimmed: number }[];
  };
}

const count = ([part, whole]: Pair): ShareCount => ({ part, whole });
const counts = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([part, rest]) => ({ part, whole: part + rest }));
const filled = counts.filter((one) => one.whole > 0);

function curvesOf(strata: readonly DayHistogram[], weights: readonly number[]) {
  return strata.map((histogram, k) => ({
    weight: weights[k] as number,
    points: aalenJohansen(histogram),
    started: Object.values(histogram)
      .flat()
      .reduce((all, n) => all + n, 0),
  }));
}

describe('standardised shares', () => {
  it('are the weighted contrasts of statsmodels, with their gap and its test', () => {
    for (const one of expected.shares) {
      const strata = one.strata.map(({ first, second }, k) => ({
        weight: one.weights[k] as number,
        first: count(first),
        second: count(second),
      }));
      const found = standardisedShareGap(strata, { level: one.level });
      for (const side of ['first', 'second'] as const) {
        for (const key of ['value', 'variance', 'low', 'high'] as const) {
          expectClose(found[side][key], one[side][key]);
        }
      }
      for (const key of ['value', 'low', 'high', 'z', 'p'] as const) {
        expectClose(found[key], one[key]);
      }
      expect(found.coveredWeight).toBe(1);
    }
  });

  it('are the plain share where the weights are the own mix', () => {
    fc.assert(
      fc.property(fc.array(filled, { minLength: 1, maxLength: 12 }), (strata) => {
        const whole = strata.reduce((all, one) => all + one.whole, 0);
        const part = strata.reduce((all, one) => all + one.part, 0);
        const found = standardise(strata.map((one) => shareStratum(one.whole, one)));
        expect(found.value).toBeCloseTo(part / whole, 12);
        expect(found.low).toBeLessThanOrEqual((found.value as number) + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual((found.value as number) - 1e-12);
      }),
    );
  });

  it('with one stratum are that stratum and its score test', () => {
    fc.assert(
      fc.property(filled, filled, (first, second) => {
        const options = { deff: 1.5, df: 12 };
        const found = standardisedShareGap([{ weight: 7, first, second }], options);
        const plain = scoreTest(first, second, options);
        expect(found.z).toBeCloseTo(plain.z, 9);
        expect(found.p).toBeCloseTo(plain.p as number, 9);
        expect(found.first.low).toBeCloseTo(wilson(first.part, first.whole, options).low, 12);
      }),
    );
  });

  it('tell the weight they cover, and are null without strata', () => {
    const some = [
      shareStratum(30, { part: 3, whole: 10 }),
      shareStratum(60, { part: 9, whole: 10 }),
    ];
    expect(standardise(some, 100)).toMatchObject({
      value: expect.closeTo(0.7, 12),
      coveredWeight: 0.9,
    });
    const none = standardise([], 100);
    expect(none).toEqual({ value: null, low: null, high: null, variance: null, coveredWeight: 0 });
    expect(standardisedShareGap([])).toMatchObject({ value: null, p: null, coveredWeight: 0 });
    expect(standardisedDifference(none, standardise(some)).p).toBeNull();
  });

  it('differ by a Wald test from their variances', () => {
    const first = standardise([shareStratum(1, { part: 50, whole: 100 })]);
    const second = standardise([shareStratum(1, { part: 30, whole: 100 })]);
    const found = standardisedDifference(first, second);
    expectClose(found.z, 0.2 / Math.sqrt(0.25 / 100 + 0.21 / 100));
    expect(standardisedDifference(first, second, 0).p).toBeNull();
    expect(standardisedDifference(first, first)).toMatchObject({ value: 0, z: 0, p: 1 });
    const [all, nothing] = [10, 0].map((part) =>
      standardise([shareStratum(1, { part, whole: 10 })]),
    );
    if (!all || !nothing) throw new Error('No figures.');
    expect(standardisedDifference(all, nothing)).toMatchObject({ value: 1, p: null });
  });
});

describe('standardised curves', () => {
  it('are the weighted incidences of statsmodels, with their percentiles', () => {
    for (const { weights, strata, lastDay, points, percentiles } of expected.curves) {
      const curve = standardisedCurve(curvesOf(strata, weights), lastDay);
      expect(curve).toHaveLength(lastDay + 1);
      for (const { day, ...wanted } of points) {
        for (const key of ['value', 'variance', 'low', 'high'] as const) {
          expectClose(curve[day]?.[key], wanted[key]);
        }
      }
      for (const { q, ...wanted } of percentiles) {
        expect(standardisedPercentile(curve, q)).toEqual(wanted);
      }
    }
  });

  it('with one stratum are its curve', () => {
    for (const { strata } of expected.curves) {
      for (const histogram of strata) {
        const [only] = curvesOf([histogram], [3]);
        if (!only) throw new Error('No curve.');
        const curve = standardisedCurve([only], 70);
        for (const q of [0.25, 0.5]) {
          const wanted = percentile(only.points.slice(0, 71), only.started, q);
          expect(standardisedPercentile(curve, q)).toEqual(wanted);
        }
      }
    }
  });

  it('keep the last value of a stratum in which all have ended', () => {
    const ended = { events: [6, 2], competing: [0, 2], censored: [0, 0] };
    const other = { events: [0, 5, 5], competing: [0, 0, 0], censored: [0, 0, 0] };
    const curve = standardisedCurve(curvesOf([ended, other], [1, 1]), 2);
    expect(curve.map((one) => one.value)).toEqual([0.3, 0.65, 0.9]);
    expect(standardisedCurve([], 5)).toEqual([]);
    expect(standardisedPercentile([], 0.5).value).toBeNull();
  });

  it('multiply the variance by the design effect', () => {
    const [point] = aalenJohansen({ events: [4], competing: [3], censored: [3] });
    if (!point) throw new Error('No point.');
    const plain = incidenceStratum(2, point, 10);
    const inflated = incidenceStratum(2, point, 10, { deff: 3 });
    expectClose(inflated.variance, 3 * plain.variance);
    expect(inflated.low).toBeLessThan(plain.low);
  });
});

describe("Kitagawa's decomposition", () => {
  it('has the parts of exact fractions', () => {
    for (const { before, after, ...wanted } of expected.decomposition) {
      const found = kitagawa(
        before.map((pair, k) => ({ before: count(pair), after: count(after[k] as Pair) })),
      );
      for (const key of ['change', 'mix', 'performance'] as const) {
        expectClose(found?.[key], wanted[key]);
      }
      for (const [k, part] of wanted.strata.entries()) {
        expectClose(found?.strata[k]?.mix, part.mix);
        expectClose(found?.strata[k]?.performance, part.performance);
      }
    }
  });

  it('adds up to the change of the share, with strata of no cases too', () => {
    const strata = fc.array(fc.record({ before: counts, after: counts }), { minLength: 1 });
    fc.assert(
      fc.property(strata, (list) => {
        const found = kitagawa(list);
        const sum = (key: 'before' | 'after', what: 'part' | 'whole') =>
          list.reduce((all, one) => all + one[key][what], 0);
        if (sum('before', 'whole') === 0 || sum('after', 'whole') === 0) {
          expect(found).toBeNull();
          return;
        }
        const share = (key: 'before' | 'after') => sum(key, 'part') / sum(key, 'whole');
        expect(found?.change).toBeCloseTo(share('after') - share('before'), 12);
        expect(found?.change).toBe((found?.mix as number) + (found?.performance as number));
        for (const [k, one] of list.entries()) {
          if (one.before.whole === 0 || one.after.whole === 0) {
            expect(found?.strata[k]?.performance).toBe(0);
          }
        }
      }),
    );
  });

  it('is all mix where no stratum changes, all performance where the mix stays', () => {
    const moved = kitagawa([
      { before: { part: 8, whole: 10 }, after: { part: 24, whole: 30 } },
      { before: { part: 2, whole: 10 }, after: { part: 2, whole: 10 } },
    ]);
    expect(moved?.performance).toBe(0);
    expect(moved?.mix).toBeCloseTo(0.15, 12);
    const better = kitagawa([
      { before: { part: 5, whole: 10 }, after: { part: 14, whole: 20 } },
      { before: { part: 5, whole: 10 }, after: { part: 10, whole: 20 } },
    ]);
    expect(better?.mix).toBe(0);
    expect(better?.performance).toBeCloseTo(0.1, 12);
  });
});

describe('funnel', () => {
  it('has the limits of scipy, exact and over-dispersed', () => {
    for (const { target, n, level, exact, dispersed } of expected.funnel.limits) {
      expectClose(funnelLimits(target, n, level).low, exact[0]);
      expectClose(funnelLimits(target, n, level).high, exact[1]);
      expectClose(funnelLimits(target, n, level, 2.4).low, dispersed[0]);
      expectClose(funnelLimits(target, n, level, 2.4).high, dispersed[1]);
    }
  });

  it('has the winsorised over-dispersion of scipy', () => {
    for (const { bodies, target, ratio, untrimmed } of expected.funnel.dispersion) {
      expectClose(funnelDispersion(bodies, target), Math.max(1, ratio));
      expectClose(funnelDispersion(bodies, target, 0), Math.max(1, untrimmed));
    }
    expect(funnelDispersion([], 0.5)).toBe(1);
    expect(funnelDispersion([{ part: 3, whole: 3 }], 1)).toBe(1);
  });

  it('flags a body by its farthest limit, unless dispersion explains it', () => {
    const flag = (part: number, dispersion?: number) => {
      const { beyond, side } = funnelFlag({ part, whole: 100 }, 0.5, dispersion);
      return [beyond, side];
    };
    expect(flag(50)).toEqual(['none', null]);
    expect(flag(61)).toEqual(['warning', 'above']);
    expect(flag(39)).toEqual(['warning', 'below']);
    expect(flag(70)).toEqual(['alarm', 'above']);
    expect(flag(70, 5)).toEqual(['none', null]);
    expect(funnelFlag({ part: 0, whole: 5 }, 0).beyond).toBe('none');
    expect(funnelFlag({ part: 4, whole: 5 }, 1)).toMatchObject({ beyond: 'alarm', side: 'below' });
  });

  it('narrows with n and holds the target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 400 }),
        fc.integer({ min: 1, max: 99 }),
        (n, percent) => {
          const target = percent / 100;
          const [warning, alarm] = [0.95, 0.998].map((level) => funnelLimits(target, n, level));
          if (!warning || !alarm) throw new Error('No limits.');
          expect(alarm.low).toBeLessThanOrEqual(warning.low);
          expect(alarm.high).toBeGreaterThanOrEqual(warning.high);
          expect(warning.low).toBeLessThanOrEqual(target);
          expect(warning.high).toBeGreaterThanOrEqual(target - 1 / n);
          const wider = funnelLimits(target, n, 0.95, 1.5);
          const narrower = funnelLimits(target, n * 4, 0.95, 1.5);
          expect(narrower.high - narrower.low).toBeLessThanOrEqual(wider.high - wider.low);
        },
      ),
    );
  });
});
