import { describe, expect, it } from 'vitest';
import {
  type ClusterSums,
  compareCounts,
  dispersion,
  grayTest,
  pooledDesignEffect,
  scoreTest,
} from '../../metrics/estimators/index.ts';

/** Small generator of known quality (mulberry32), so that every run draws the same worlds. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Part of `runs` worlds without any difference in which p <= 0.05. */
function alarms(runs: number, p: () => number | null): number {
  let found = 0;
  for (let run = 0; run < runs; run++) if ((p() ?? 1) <= 0.05) found += 1;
  return found / runs;
}

function sums(list: readonly { n: number; x: number }[]): ClusterSums {
  const add = (term: (n: number, x: number) => number) =>
    list.reduce((all, { n, x }) => all + term(n, x), 0);
  return {
    clusters: list.length,
    n: add((n) => n),
    x: add((_, x) => x),
    nn: add((n) => n * n),
    xn: add((n, x) => n * x),
    xx: add((_, x) => x * x),
  };
}

describe('where nothing differs, about one in twenty is called a difference', () => {
  it('between shares of agency-weeks that are good or bad as a whole', () => {
    const random = generator(7);
    const group = (weeks: number) =>
      sums(
        Array.from({ length: weeks }, () => {
          const n = 4 + Math.floor(random() * 30);
          const share = 0.35 + random() * 0.5;
          return { n, x: Array.from({ length: n }, () => random() < share).filter(Boolean).length };
        }),
      );
    for (const weeks of [9, 40]) {
      const test = (clustered: boolean) => {
        const [a, b] = [group(weeks), group(weeks)];
        const counts = [a, b].map(({ x, n }) => ({ part: x, whole: n }));
        const design = clustered ? pooledDesignEffect([a, b]) : undefined;
        return scoreTest(counts[0] as never, counts[1] as never, design).p;
      };
      expect(alarms(2000, () => test(false))).toBeGreaterThan(0.15);
      const kept = alarms(2000, () => test(true));
      expect(kept).toBeGreaterThan(0.025);
      expect(kept).toBeLessThan(0.075);
    }
  });

  it('between times of agency-weeks that are fast or slow as a whole', () => {
    const random = generator(11);
    const horizon = 15;
    const days = [3, 6, 9, horizon];
    const group = () => {
      const histogram = {
        events: Array(horizon + 1).fill(0) as number[],
        competing: Array(horizon + 1).fill(0) as number[],
        censored: Array(horizon + 1).fill(0) as number[],
      };
      const weeks = Array.from({ length: 25 }, () => {
        const n = 4 + Math.floor(random() * 20);
        const daily = 0.04 + random() * 0.16;
        const waits: number[] = [];
        for (let k = 0; k < n; k++) {
          const wait = Math.floor(Math.log(1 - random()) / Math.log(1 - daily));
          if (wait > horizon) {
            histogram.censored[horizon] = (histogram.censored[horizon] as number) + 1;
            continue;
          }
          const list = random() < 0.15 ? histogram.competing : histogram.events;
          list[wait] = (list[wait] as number) + 1;
          if (list === histogram.events) waits.push(wait);
        }
        return { n, waits };
      });
      const by = days.map((day) =>
        sums(weeks.map(({ n, waits }) => ({ n, x: waits.filter((wait) => wait <= day).length }))),
      );
      return { histogram, by };
    };
    const test = (clustered: boolean) => {
      const groups = [group(), group()];
      // As the comparisons do: the largest design effect of the shares ended by several days.
      const designs = days.map((_, k) =>
        pooledDesignEffect(groups.map((one) => one.by[k] as ClusterSums)),
      );
      const deff = Math.max(...designs.map((one) => one.deff));
      const design = clustered ? { deff, df: designs[0]?.df ?? 0 } : undefined;
      const histograms = groups.map((one) => one.histogram);
      return grayTest(histograms, design).p;
    };
    expect(alarms(1500, () => test(false))).toBeGreaterThan(0.12);
    const kept = alarms(1500, () => test(true));
    expect(kept).toBeGreaterThan(0.025);
    expect(kept).toBeLessThan(0.085);
  });

  it('between counts whose variance is three times their mean', () => {
    const random = generator(13);
    const exponential = () => -Math.log(1 - random());
    const count = () => {
      // Mean 40, variance 120: Poisson with a gamma mean of shape 20.
      let mean = 0;
      for (let k = 0; k < 20; k++) mean += 2 * exponential();
      let events = 0;
      for (let time = exponential(); time < mean; time += exponential()) events += 1;
      return events;
    };
    const test = (dispersed: boolean) => {
      const history = Array.from({ length: 24 }, count);
      const [before, now] = [{ count: count() }, { count: count() }];
      return compareCounts(now, before, dispersed ? (dispersion(history) ?? {}) : {}).p;
    };
    expect(alarms(2000, () => test(false))).toBeGreaterThan(0.2);
    const kept = alarms(2000, () => test(true));
    expect(kept).toBeGreaterThan(0.025);
    expect(kept).toBeLessThan(0.075);
  });
});
