import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  curveEnd,
  type DayHistogram,
  enoughForPercentile,
  incidenceInterval,
  logLogInterval,
  meanOfScores,
  newcombe,
  percentile,
  poissonExact,
  share,
  wilson,
  withinLimit,
} from '../../metrics/estimators/index.ts';

// Printed by bench/peers/estimators.py (scipy, statsmodels).
const expected = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'golden', 'estimators.json'), 'utf8'),
) as Expected;

interface Ends {
  low: number;
  high: number;
}
interface Expected {
  wilson: (Ends & { events: number; n: number })[];
  poisson: (Ends & { count: number })[];
  newcombe: (Ends & { events1: number; n1: number; events2: number; n2: number })[];
  mean: (Ends & { n: number; sum: number; squares: number; value: number })[];
  incidence: {
    histogram: DayHistogram;
    points: (Partial<Ends> & { day: number; incidence: number; variance: number | null })[];
  }[];
}

/** Relative to the size of the number, at least 1e-9. */
function expectClose(actual: number | null, wanted: number): void {
  expect(Math.abs((actual as number) - wanted)).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
}

describe('against scipy and statsmodels, to 1e-9', () => {
  it('Wilson', () => {
    for (const { events, n, low, high } of expected.wilson) {
      expectClose(wilson(events, n).low, low);
      expectClose(wilson(events, n).high, high);
    }
  });

  it('exact Poisson', () => {
    for (const { count, low, high } of expected.poisson) {
      expectClose(poissonExact(count).low, low);
      expectClose(poissonExact(count).high, high);
    }
  });

  it('Newcombe', () => {
    for (const { events1, n1, events2, n2, low, high } of expected.newcombe) {
      const found = newcombe(events1, n1, events2, n2);
      expectClose(found.low, low);
      expectClose(found.high, high);
    }
  });

  it('mean of scores with Student t', () => {
    for (const { n, sum, squares, value, low, high } of expected.mean) {
      const found = meanOfScores(n, sum, squares, { least: 1, most: 5 });
      expectClose(found.value, value);
      expectClose(found.low, low);
      expectClose(found.high, high);
    }
  });

  it('Aalen-Johansen incidence, variance and log(-log) interval', () => {
    for (const { histogram, points } of expected.incidence) {
      const curve = aalenJohansen(histogram);
      const started = total(histogram);
      for (const { day, incidence, variance, low, high } of points) {
        const point = curve[day];
        if (!point) throw new Error(`The curve has no day ${day}.`);
        expectClose(point.incidence, incidence);
        if (variance === null) continue;
        expectClose(point.variance, variance);
        if (low === undefined || high === undefined) continue;
        const interval = logLogInterval(point.incidence, point.variance, started);
        expectClose(interval.low, low);
        expectClose(interval.high, high);
      }
    }
  });
});

const days = (most: number) => fc.array(fc.nat(most), { minLength: 1, maxLength: 40 });
const histograms = fc
  .tuple(days(30), days(10), days(10))
  .map(([events, competing, censored]) => padded({ events, competing, censored }))
  .filter((histogram) => total(histogram) > 0);

describe('incidence', () => {
  it('is the plain share, exactly, on every day of a mature cohort', () => {
    fc.assert(
      fc.property(days(1000), days(1000), fc.nat(1000), (events, competing, open) => {
        const length = Math.max(events.length, competing.length) + 1;
        const censored = Array.from({ length }, (_, day) => (day === length - 1 ? open : 0));
        const histogram = padded({ events, competing, censored });
        const started = total(histogram);
        fc.pre(started > 0);
        let resolved = 0;
        for (const point of aalenJohansen(histogram)) {
          resolved += histogram.events[point.day] as number;
          expect(point.incidence).toBe(resolved / started);
          expect(point.complete).toBe(true);
          expect(incidenceInterval(point, started)).toEqual(wilson(resolved, started));
        }
      }),
    );
  });

  it('adds up with the competing ends and what is left to one', () => {
    fc.assert(
      fc.property(histograms, (histogram) => {
        const { events, competing, censored } = histogram;
        const own = aalenJohansen(histogram);
        const other = aalenJohansen({ events: competing, competing: events, censored });
        const all = events.map((n, day) => n + (competing[day] as number));
        const any = aalenJohansen({ events: all, competing: events.map(() => 0), censored });
        for (const [day, point] of any.entries()) {
          const parts = (own[day]?.incidence ?? 0) + (other[day]?.incidence ?? 0);
          expect(parts).toBeCloseTo(point.incidence, 12);
          expect(point.incidence).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('never falls, and has an interval around it', () => {
    fc.assert(
      fc.property(histograms, (histogram) => {
        let before = 0;
        for (const point of aalenJohansen(histogram)) {
          expect(point.incidence).toBeGreaterThanOrEqual(before - 1e-12);
          const { low, high } = incidenceInterval(point, total(histogram));
          expect(low).toBeLessThanOrEqual(point.incidence + 1e-12);
          expect(high).toBeGreaterThanOrEqual(point.incidence - 1e-12);
          before = point.incidence;
        }
      }),
    );
  });

  it('does not take archived cases for censored ones', () => {
    // 749 of 1000 resolved, 250 archived, one left open: 1 - Kaplan-Meier would claim over 95 %.
    const histogram = padded({
      events: Array.from({ length: 60 }, (_, day) => (day < 29 ? 13 : 12)).map((n) => n),
      competing: Array.from({ length: 60 }, (_, day) => (day < 10 ? 5 : 4)),
      censored: [...Array(60).fill(0), 1],
    });
    const resolved = histogram.events.reduce((sum, n) => sum + n, 0);
    const last = aalenJohansen(histogram).at(-1);
    expect(last?.incidence).toBe(resolved / total(histogram));
    const wrong = aalenJohansen({
      ...histogram,
      competing: histogram.events.map(() => 0),
      censored: histogram.censored.map((n, day) => n + (histogram.competing[day] as number)),
    }).at(-1);
    expect(wrong?.incidence).toBeGreaterThan((last?.incidence ?? 1) + 0.15);
  });
});

describe('percentile', () => {
  it('is the first whole day on which the incidence reaches q', () => {
    const histogram = padded({ events: [2, 3, 5, 0, 10], competing: [], censored: [] });
    const points = aalenJohansen(histogram);
    expect(percentile(points, 20, 0.5).value).toBe(2);
    expect(percentile(points, 20, 0.25).value).toBe(1);
    expect(percentile(points, 20, 0.9).value).toBe(4);
  });

  it('is not reached where too many ended otherwise; its lower end may still be known', () => {
    const histogram = padded({ events: [45, 1], competing: [54], censored: [] });
    const found = percentile(aalenJohansen(histogram), 100, 0.5);
    expect(found).toEqual({ value: null, low: 0, high: null });
  });

  it('lies within its interval', () => {
    fc.assert(
      fc.property(histograms, fc.constantFrom(0.5, 0.9), (histogram, q) => {
        const { value, low, high } = percentile(aalenJohansen(histogram), total(histogram), q);
        if (value !== null) expect(low).not.toBeNull();
        if (value !== null && low !== null) expect(low).toBeLessThanOrEqual(value);
        if (high !== null) expect(value).not.toBeNull();
        if (high !== null && value !== null) expect(value).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('needs n * min(q, 1 - q) >= 5', () => {
    expect([9, 10].map((n) => enoughForPercentile(n, 0.5))).toEqual([false, true]);
    expect([49, 50].map((n) => enoughForPercentile(n, 0.9))).toEqual([false, true]);
  });
});

describe('curve end, limits, shares', () => {
  it('ends after the last day that at least 10 starts were followed to, finished or not', () => {
    expect(curveEnd([0, 0, 4, 0, 6, 3])).toBe(3 - 1);
    expect(curveEnd([0, 0, 0, 0, 7, 3])).toBe(4);
    expect(curveEnd([20])).toBe(0);
    expect(curveEnd([5, 4])).toBeNull();
  });

  it('judges every start old enough, a competing end as not kept', () => {
    const cases = [
      { followUp: 10, limit: 5, duration: 5 },
      { followUp: 10, limit: 5, duration: 6 },
      { followUp: 10, limit: 5, duration: null },
      { followUp: 5, limit: 5, duration: 5 },
      { followUp: 4, limit: 5, duration: 1 },
    ];
    expect(withinLimit(cases)).toEqual({ kept: 2, judged: 4 });
  });

  it('gives no share below 10 cases, and none of an empty set', () => {
    expect(share(0, 0)).toEqual({ value: null, low: null, high: null, status: 'below_minimum' });
    expect(share(9, 9).status).toBe('below_minimum');
    expect(share(5, 10)).toMatchObject({ value: 0.5, status: 'ok' });
    expect(meanOfScores(9, 30, 110, { least: 1, most: 5 }).value).toBeNull();
  });
});

function padded({ events, competing, censored }: DayHistogram): DayHistogram {
  const length = Math.max(events.length, competing.length, censored.length);
  const pad = (values: readonly number[]) => Array.from({ length }, (_, day) => values[day] ?? 0);
  return { events: pad(events), competing: pad(competing), censored: pad(censored) };
}

function total({ events, competing, censored }: DayHistogram): number {
  return [...events, ...competing, ...censored].reduce((sum, n) => sum + n, 0);
}
