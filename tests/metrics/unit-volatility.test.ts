import { describe, expect, it } from 'vitest';
import { queryMetrics, unitVolatility } from '../../metrics/index.ts';
import { addDays, fixtureWarehouse } from './fixture.ts';

/** An agency whose ten weeks are all alike: nothing varies within. */
const even = (n: number, x: number) => ({
  ...{ clusters: 10, n: 10 * n, x: 10 * x, nn: 10 * n * n, xn: 10 * x * n, xx: 10 * x * x },
});

describe('the volatility of agencies', () => {
  it('is half the variance of their changes, less what chance gives', () => {
    // Half of the agencies go from 40 % to 60 %, half the other way: no common change, each moves by 0.2.
    const names = [...Array(12).keys()].map(String);
    const now = new Map(names.map((name, i) => [name, even(10, i % 2 ? 6 : 4)]));
    const base = new Map(names.map((name, i) => [name, even(10, i % 2 ? 4 : 6)]));
    const binomial = (0.4 * 0.6) / 100;
    expect(unitVolatility(now, base)).toBeCloseTo((0.04 - 2 * binomial) / 2, 12);
  });

  it('is none of a change that all share, of chance alone, and of few agencies', () => {
    const names = [...Array(12).keys()].map(String);
    const all = (x: number) => new Map(names.map((name) => [name, even(10, x)]));
    expect(unitVolatility(all(6), all(4))).toBe(0);
    expect(unitVolatility(all(5), all(5))).toBe(0);
    const few = (x: number) =>
      new Map(names.slice(0, 9).map((name, i) => [name, even(10, i % 2 ? x : 5)]));
    expect(unitVolatility(few(9), few(1))).toBe(0);
  });
});

describe('bursts', () => {
  it('of campaigns in several weeks are told by their places, where the weeks look even', async () => {
    // In every week of the third quarter another regency writes 30 letters on one day.
    const steady = Array.from({ length: 26 * 7 * 2 }, (_, i) => ({
      day: addDays('2026-04-01', Math.floor(i / 2)),
      regency: `35.0${1 + (i % 9)}`,
      province: '35',
    }));
    const burst = Array.from({ length: 13 * 30 }, (_, i) => ({
      day: addDays('2026-07-02', 7 * Math.floor(i / 30)),
      regency: `11.${10 + Math.floor(i / 30)}`,
      province: '11',
    }));
    const session = await fixtureWarehouse([...steady, ...burst]);
    const [row] = await queryMetrics(session, {
      ...{ metrics: ['received.count'], by: [], period: '2026Q3', compare: 'previous' },
    });
    session.close();
    const found = row?.comparison;
    // Each burst is 30 in one of 13 weeks of its place: 900 - 900 / 13, thirteen times; of all reports.
    const bursts = 13 * (13 / 12) * (900 - 900 / 13);
    expect(found?.design_effect as number).toBeGreaterThan(bursts / (row?.value as number) / 2);
    expect(found?.design_effect as number).toBeGreaterThan(8);
  });
});
