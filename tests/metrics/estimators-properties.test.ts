import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  compareCounts,
  designEffect,
  dispersion,
  homogeneityTest,
  moverDifference,
  moverRatio,
  newcombe,
  pooledDesignEffect,
  scoreTest,
  wilson,
} from '../../metrics/estimators/index.ts';

const share = fc
  .tuple(fc.nat(500), fc.nat(500))
  .filter(([part, rest]) => part + rest > 0)
  .map(([part, rest]) => ({ part, whole: part + rest }));
const design = fc.record({
  deff: fc.double({ min: 1, max: 20, noNaN: true }),
  df: fc.option(fc.integer({ min: 1, max: 60 })),
});
const clusters = fc.array(share, { minLength: 2, maxLength: 30 });

function sums(list: readonly { part: number; whole: number }[]) {
  const add = (term: (x: number, n: number) => number) =>
    list.reduce((all, { part, whole }) => all + term(part, whole), 0);
  return {
    clusters: list.length,
    n: add((_, n) => n),
    x: add((x) => x),
    nn: add((_, n) => n * n),
    xn: add((x, n) => x * n),
    xx: add((x) => x * x),
  };
}

describe('q values', () => {
  const family = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })));

  it('keep the order of the p values, are never below them nor above 1', () => {
    fc.assert(
      fc.property(family, (p) => {
        const q = benjaminiHochberg(p);
        for (const [i, a] of p.entries()) {
          expect(q[i] === null).toBe(a === null);
          if (a === null) continue;
          expect(q[i]).toBeGreaterThanOrEqual(a);
          expect(q[i]).toBeLessThanOrEqual(1);
          for (const [j, b] of p.entries()) {
            if (b !== null && a <= b) expect(q[i]).toBeLessThanOrEqual(q[j] as number);
          }
        }
      }),
    );
  });

  it('are the same in any order, and whatever was not tested', () => {
    fc.assert(
      fc.property(family, (p) => {
        const q = benjaminiHochberg(p);
        expect(benjaminiHochberg([...p].reverse()).reverse()).toEqual(q);
        const tested = p.filter((one) => one !== null);
        expect(benjaminiHochberg(tested)).toEqual(q.filter((one) => one !== null));
      }),
    );
  });
});

describe('tests of shares and counts', () => {
  it('change only their sign when the groups are swapped', () => {
    fc.assert(
      fc.property(share, share, design, (a, b, clustered) => {
        const [one, other] = [scoreTest(a, b, clustered), scoreTest(b, a, clustered)];
        expect(one.z + other.z).toBe(0);
        expect(one.p).toBe(other.p);
        const [counted, swapped] = [
          compareCounts({ count: a.part }, { count: b.part }, clustered),
          compareCounts({ count: b.part }, { count: a.part }, clustered),
        ];
        expect(counted.z + swapped.z).toBe(0);
        expect(counted.p).toBe(swapped.p);
      }),
    );
  });

  it('of two groups are those of several', () => {
    fc.assert(
      fc.property(share, share, design, (a, b, clustered) => {
        const two = scoreTest(a, b, clustered);
        const many = homogeneityTest([a, b], clustered);
        expect(Math.abs(many.chi2 - two.z ** 2)).toBeLessThan(1e-9 * Math.max(1, many.chi2));
        expect(many.p).toBeCloseTo(two.p as number, 9);
      }),
    );
  });

  it('find less the more the cases of a cluster are alike, the fewer clusters there are', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const p = [
          scoreTest(a, b),
          scoreTest(a, b, { deff: 2, df: 40 }),
          scoreTest(a, b, { deff: 2, df: 8 }),
        ].map((one) => one.p as number);
        expect(p[1]).toBeGreaterThanOrEqual((p[0] as number) - 1e-12);
        expect(p[2]).toBeGreaterThanOrEqual((p[1] as number) - 1e-12);
      }),
    );
  });

  it('have a ratio within its interval, which holds 1 unless p is small', () => {
    const counts = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(counts, counts, design, (a, b, clustered) => {
        const { ratio, low, high, p } = compareCounts({ count: a }, { count: b }, clustered);
        expect(low).toBeLessThanOrEqual((ratio as number) * (1 + 1e-12));
        expect(high).toBeGreaterThanOrEqual((ratio as number) * (1 - 1e-12));
        const holdsOne = (low as number) <= 1 && (high as number) >= 1;
        if (Math.abs((p as number) - 0.05) > 1e-9) expect(holdsOne).toBe((p as number) > 0.05);
      }),
    );
  });
});

describe('design effects', () => {
  it('are about 1 with clusters of one case, and m / (m - 1) before the floor', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 200 }), (hits) => {
        const group = sums(hits.map((hit) => ({ part: hit ? 1 : 0, whole: 1 })));
        const { deff } = designEffect(group);
        const varied = group.x > 0 && group.x < group.n;
        expect(deff).toBeCloseTo(varied ? group.n / (group.n - 1) : 1, 12);
      }),
    );
  });

  it('are at least 1, alike in any order, and the same for parts and their complements', () => {
    fc.assert(
      fc.property(clusters, clusters, (a, b) => {
        const [one, other] = [sums(a), sums(b)];
        const found = pooledDesignEffect([one, other]);
        expect(found.deff).toBeGreaterThanOrEqual(1);
        expect(found.df).toBe(a.length + b.length - 2);
        const near = (deff: number) =>
          expect(Math.abs(deff - found.deff)).toBeLessThan(1e-9 * found.deff);
        near(pooledDesignEffect([other, one]).deff);
        const rest = (list: typeof a) =>
          sums(list.map(({ part, whole }) => ({ part: whole - part, whole })));
        near(pooledDesignEffect([rest(a), rest(b)]).deff);
      }),
    );
  });

  it('multiply with the clusters: every case doubled within its cluster doubles it', () => {
    fc.assert(
      fc.property(clusters, (list) => {
        const single = designEffect(sums(list)).deff;
        const doubled = list.map(({ part, whole }) => ({ part: 2 * part, whole: 2 * whole }));
        const { deff } = designEffect(sums(doubled));
        fc.pre(single > 1);
        expect(Math.abs(deff - 2 * single)).toBeLessThan(1e-9 * deff);
      }),
    );
  });
});

describe('dispersion', () => {
  const series = fc.array(fc.nat(200), { minLength: 4, maxLength: 40 });

  it('is at least 1, the same backwards, and grows in step with the counts', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const found = dispersion(counts);
        if (!found) throw new Error('No dispersion.');
        expect(found.deff).toBeGreaterThanOrEqual(1);
        const near = (deff: number | undefined, wanted: number) =>
          expect(Math.abs((deff as number) - wanted)).toBeLessThan(1e-8 * wanted);
        near(dispersion([...counts].reverse())?.deff, found.deff);
        if (found.deff > 1) near(dispersion(counts.map((n) => 3 * n))?.deff, 3 * found.deff);
      }),
    );
  });
});

describe('intervals', () => {
  it('of differences change sides when the groups are swapped', () => {
    fc.assert(
      fc.property(share, share, design, (a, b, clustered) => {
        const one = newcombe(a.part, a.whole, b.part, b.whole, clustered);
        const other = newcombe(b.part, b.whole, a.part, a.whole, clustered);
        expect(one.low).toBeCloseTo(-other.high, 12);
        expect(one.low).toBeLessThanOrEqual(one.value + 1e-12);
        expect(one.high).toBeGreaterThanOrEqual(one.value - 1e-12);
        expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      }),
    );
  });

  it('of equal figures by MOVER are symmetric around 0, of their ratio around 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (value, down, up) => {
          const figure = { value, low: value * (1 - down), high: value * (1 + up) };
          const gap = moverDifference(figure, figure);
          expect(gap.value).toBe(0);
          expect((gap.low as number) + (gap.high as number)).toBe(0);
          const ratio = moverRatio(figure, figure);
          expect((ratio.low as number) * (ratio.high as number)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('widen with the level, the design effect and fewer clusters', () => {
    fc.assert(
      fc.property(share, ({ part, whole }) => {
        const plain = wilson(part, whole);
        for (const options of [{ level: 0.99 }, { deff: 2 }, { df: 5 }]) {
          const wide = wilson(part, whole, options);
          expect(wide.low).toBeLessThanOrEqual(plain.low + 1e-12);
          expect(wide.high).toBeGreaterThanOrEqual(plain.high - 1e-12);
        }
      }),
    );
  });
});
