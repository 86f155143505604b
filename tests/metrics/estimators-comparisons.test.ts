import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  binomialLower,
  type ClusterSums,
  type CrossSums,
  chiSquareUpper,
  compareCounts,
  designEffect,
  dispersion,
  fcrLevel,
  fUpper,
  homogeneityTest,
  moverDifference,
  moverRatio,
  newcombe,
  normalCritical,
  normalTwoSided,
  pairedDesignEffect,
  poissonExact,
  pooledDesignEffect,
  satterthwaite,
  scoreTest,
  studentCritical,
  studentTwoSided,
  wilson,
} from '../../metrics/estimators/index.ts';
import { expectClose, golden } from './estimators-golden.ts';

// Printed by bench/peers/comparisons.py (scipy, statsmodels).
const expected = golden<Expected>('comparisons');

type Three = [number, number, number];
interface Expected {
  distributions: {
    tails: { name: string; x: number; df: number; df2: number; share: number; p: number }[];
    quantiles: { level: number; df?: number; value: number }[];
  };
  intervals: {
    shares: (Cells & {
      level: number;
      deff: number;
      df: number | null;
      wilson: [number, number];
      newcombe: [number, number];
    })[];
    poisson: { level: number; count: number; low: number; high: number }[];
  };
  design: {
    single: { sums: ClusterSums; ratio: number }[];
    pooled: { groups: ClusterSums[]; ratio: number; df: number }[];
    paired: { groups: [ClusterSums, ClusterSums]; cross: CrossSums; ratio: number }[];
  };
  score: {
    two: (Cells & { z: number; p: number; t: number; clustered: number })[];
    many: { parts: number[]; wholes: number[]; chi2: number; p: number; clustered: number }[];
  };
  mover: { first: Three; second: Three; low: number; high: number }[];
  counts: {
    a: number;
    e1: number;
    b: number;
    e2: number;
    phi: number;
    df: number | null;
    z: number;
    p: number;
    low: number;
    high: number;
  }[];
  dispersion: {
    trend: { series: number[]; exposures: number[]; ratio: number }[];
    constant: { series: number[]; ratio: number };
  };
  multiplicity: { p: number[]; q: number[] }[];
}
interface Cells {
  a: number;
  n: number;
  b: number;
  m: number;
}

describe('distributions, against scipy', () => {
  it('have the same tails', () => {
    for (const { name, x, df, df2, share, p } of expected.distributions.tails) {
      const found = {
        chi: () => chiSquareUpper(x, df),
        t: () => studentTwoSided(x, df),
        f: () => fUpper(x, df, df2),
        normal: () => normalTwoSided(x),
        binomial: () => binomialLower(x, df, share),
      }[name];
      expectClose(found?.(), p);
    }
  });

  it('have the same quantiles', () => {
    for (const { level, df, value } of expected.distributions.quantiles) {
      expectClose(df === undefined ? normalCritical(level) : studentCritical(level, df), value);
    }
  });
});

describe('intervals at any level and with clusters, against statsmodels', () => {
  it('Wilson and Newcombe', () => {
    for (const { a, n, b, m, level, deff, df, ...ends } of expected.intervals.shares) {
      const options = { level, deff, df };
      const one = wilson(a, n, options);
      expectClose(one.low, ends.wilson[0]);
      expectClose(one.high, ends.wilson[1]);
      const two = newcombe(a, n, b, m, options);
      expectClose(two.low, ends.newcombe[0]);
      expectClose(two.high, ends.newcombe[1]);
    }
  });

  it('exact Poisson', () => {
    for (const { level, count, low, high } of expected.intervals.poisson) {
      expectClose(poissonExact(count, level).low, low);
      expectClose(poissonExact(count, level).high, high);
    }
  });

  it('say nothing where the clusters leave no degree of freedom', () => {
    expect(wilson(5, 10, { df: 0 })).toEqual({ low: 0, high: 1 });
    expect(newcombe(5, 10, 2, 10, { df: 0 }).low).toBeCloseTo(0.3 - Math.hypot(0.5, 0.8), 12);
  });
});

describe('design effect', () => {
  it('is the cluster-robust variance of statsmodels over the binomial one', () => {
    for (const { sums, ratio } of expected.design.single) {
      expectClose(designEffect(sums).deff, ratio);
      expect(designEffect(sums).df).toBe(sums.clusters - 1);
    }
    for (const { groups, ratio, df } of expected.design.pooled) {
      expectClose(pooledDesignEffect(groups).deff, ratio);
      expect(pooledDesignEffect(groups).df).toBe(df);
    }
  });

  it('of groups in the same clusters is that of the effect of the group', () => {
    for (const { groups, cross, ratio } of expected.design.paired) {
      const found = pairedDesignEffect(...groups, cross);
      expectClose(found.deff, Math.max(1, ratio));
      expect(found.df).toBe(cross.clusters - 1);
    }
  });

  it('is defined where nothing can be estimated', () => {
    const none = { clusters: 0, n: 0, x: 0, nn: 0, xn: 0, xx: 0 };
    const one = { clusters: 1, n: 9, x: 4, nn: 81, xn: 36, xx: 16 };
    const all = { clusters: 3, n: 9, x: 9, nn: 27, xn: 27, xx: 27 };
    expect(designEffect(none)).toEqual({ deff: 1, df: 0 });
    expect(designEffect(one)).toEqual({ deff: 1, df: 0 });
    expect(designEffect(all)).toEqual({ deff: 1, df: 2 });
    expect(pooledDesignEffect([none, one])).toEqual({ deff: 1, df: 0 });
    expect(pooledDesignEffect([all, all])).toEqual({ deff: 1, df: 4 });
  });

  it('takes the effect of the others for a group of one cluster', () => {
    // Two clusters of 10, wholly alike within: variance 2 * (25 + 25) / 400, binomial 1 / 80.
    const alike = { clusters: 2, n: 20, x: 10, nn: 200, xn: 100, xx: 100 };
    const one = { clusters: 1, n: 20, x: 10, nn: 400, xn: 200, xx: 100 };
    expect(designEffect(alike)).toEqual({ deff: 20, df: 1 });
    expect(pooledDesignEffect([alike, one])).toEqual({ deff: 20, df: 1 });
  });

  it('is never below 1: clusters with equal shares are no gain', () => {
    const even = { clusters: 4, n: 40, x: 20, nn: 400, xn: 200, xx: 100 };
    expect(designEffect(even)).toEqual({ deff: 1, df: 3 });
    expect(pooledDesignEffect([even, even])).toEqual({ deff: 1, df: 6 });
  });
});

describe('score test, against statsmodels', () => {
  it('of two shares, plain and with clusters', () => {
    for (const { a, n, b, m, z, p, t, clustered } of expected.score.two) {
      const [first, second] = [
        { part: a, whole: n },
        { part: b, whole: m },
      ];
      expectClose(scoreTest(first, second).z, z);
      expectClose(scoreTest(first, second).p, p);
      const found = scoreTest(first, second, { deff: 1.8, df: 17 });
      expectClose(found.z, t);
      expectClose(found.p, clustered);
    }
  });

  it('of several shares', () => {
    for (const { parts, wholes, chi2, p, clustered } of expected.score.many) {
      const groups = parts.map((part, k) => ({ part, whole: wholes[k] as number }));
      const found = homogeneityTest(groups);
      expectClose(found.chi2, chi2);
      expectClose(found.p, p);
      expect(found.df).toBe(parts.length - 1);
      expectClose(homogeneityTest(groups, { deff: 2.2, df: 11 }).p, clustered);
    }
  });

  it('finds nothing where nothing varies, and tests nothing without cases or clusters', () => {
    const [none, half, all] = [0, 5, 10].map((part) => ({ part, whole: 10 }));
    const empty = { part: 0, whole: 0 };
    if (!none || !half || !all) throw new Error('No groups.');
    expect(scoreTest(none, none)).toEqual({ z: 0, p: 1 });
    expect(scoreTest(all, all, { deff: 2, df: 5 })).toEqual({ z: 0, p: 1 });
    expect(scoreTest(half, empty).p).toBeNull();
    expect(scoreTest(half, all, { deff: 1, df: 0 }).p).toBeNull();
    expect(homogeneityTest([none, none, none])).toEqual({ chi2: 0, df: 2, p: 1 });
    expect(homogeneityTest([half, empty]).p).toBeNull();
    expect(homogeneityTest([half, all], { deff: 1, df: 0 }).p).toBeNull();
  });
});

describe('MOVER', () => {
  const estimate = ([value, low, high]: Three) => ({ value, low, high });

  it("is Newcombe's with Wilson's intervals", () => {
    for (const { a, n, b, m, newcombe } of expected.intervals.shares.slice(0, 5)) {
      const found = moverDifference(
        { value: a / n, ...wilson(a, n) },
        { value: b / m, ...wilson(b, m) },
      );
      expectClose(found.low, newcombe[0]);
      expectClose(found.high, newcombe[1]);
    }
  });

  it("gives the ratios at which a difference's limit is 0", () => {
    for (const { first, second, low, high } of expected.mover) {
      const found = moverRatio(estimate(first), estimate(second));
      expectClose(found.low, low);
      expectClose(found.high, high);
    }
  });

  it('leaves open what rests on an end that is not there', () => {
    const open = { value: 12, low: 9, high: null };
    const closed = { value: 8, low: 4, high: 10 };
    expect(moverDifference(open, closed)).toEqual({
      value: 4,
      low: 4 - Math.hypot(3, 2),
      high: null,
    });
    expect(moverDifference(closed, open)).toEqual({
      value: -4,
      low: null,
      high: -4 + Math.hypot(2, 3),
    });
    expect(moverDifference(closed, { value: null, low: 9, high: null }).low).toBeNull();
    expect(moverRatio(open, closed).high).toBeNull();
    expect(moverRatio(closed, open).low).toBeNull();
    expect(moverRatio(closed, { value: 3, low: 0, high: 5 }).high).toBeNull();
    expect(moverRatio(closed, { value: 0, low: 0, high: 5 }).value).toBeNull();
  });
});

describe('counts, against statsmodels', () => {
  it('compare as its score test of two Poisson rates', () => {
    for (const { a, e1, b, e2, phi, df, z, p, low, high } of expected.counts) {
      const options = { deff: phi, df };
      const found = compareCounts({ count: a, exposure: e1 }, { count: b, exposure: e2 }, options);
      expectClose(found.z, z);
      expectClose(found.p, p);
      expectClose(found.low, low);
      expectClose(found.high, high);
      expectClose(found.ratio, a / e1 / (b / e2));
    }
  });

  it('handle 0 against many, many against 0, and 0 against 0', () => {
    expect(compareCounts({ count: 9 }, { count: 0 })).toMatchObject({
      z: 3,
      ratio: null,
      high: null,
    });
    expect(compareCounts({ count: 0 }, { count: 9 })).toMatchObject({ z: -3, ratio: 0, low: 0 });
    expect(compareCounts({ count: 0 }, { count: 0 })).toMatchObject({ z: 0, p: 1, low: null });
    expect(compareCounts({ count: 5 }, { count: 9 }, { df: 0 })).toMatchObject({
      p: null,
      high: null,
    });
  });

  it('have the dispersion of its Poisson regression on time', () => {
    for (const { series, exposures, ratio } of expected.dispersion.trend) {
      const found = dispersion(series, exposures);
      expectClose(found?.deff, Math.max(1, ratio));
      expect(found?.df).toBe(series.length - 2);
    }
  });

  it('have a dispersion also where no trend fits, and none with fewer than four', () => {
    const { series, ratio } = expected.dispersion.constant;
    expectClose(dispersion(series)?.deff, ratio);
    expectClose(dispersion([...series].reverse())?.deff, ratio);
    expect(dispersion(series)?.df).toBe(4);
    expect(dispersion([0, 0, 0, 0])).toEqual({ deff: 1, df: 2 });
    expect(dispersion([3, 9, 1])).toBeNull();
  });
});

describe('multiplicity', () => {
  it('has the q values of statsmodels, those not tested left out', () => {
    for (const { p, q } of expected.multiplicity) {
      const found = benjaminiHochberg([null, ...p, null]);
      expect([found[0], found.at(-1)]).toEqual([null, null]);
      for (const [k, value] of q.entries()) expectClose(found[k + 1], value);
    }
    expect(benjaminiHochberg([null])).toEqual([null]);
  });

  it('widens the intervals of the selected', () => {
    expect(fcrLevel(20, 20)).toBe(0.95);
    expect(fcrLevel(20, 4)).toBeCloseTo(0.99, 12);
    expect(fcrLevel(20, 0)).toBe(0.9975);
    expect(fcrLevel(0, 0)).toBe(0.95);
    expect(fcrLevel(10, 1, 0.1)).toBe(0.99);
  });
});

describe('degrees of freedom of a sum of variances', () => {
  it('are those of Satterthwaite', () => {
    // 13^2 / (4^2 / 10 + 9^2 / 5), reckoned by hand: 169 / 17.8.
    expect(
      satterthwaite([
        { variance: 4, df: 10 },
        { variance: 9, df: 5 },
      ]),
    ).toBeCloseTo(9.49438202247191, 12);
    const one = { variance: 4, df: 10 };
    expect(satterthwaite([one, { variance: 0, df: 0 }])).toBe(10);
    expect(satterthwaite([one, { variance: 1, df: 0 }])).toBe(0);
  });
});
