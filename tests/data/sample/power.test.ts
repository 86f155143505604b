import { describe, expect, it } from 'vitest';
import {
  fisherP,
  normalCdf,
  powerOf,
  ratioZ,
  shareZ,
  stoppedPower,
  waitZ,
} from '../../../data/sample/power.ts';

/** The expected figures are scipy's and statsmodels'. */
describe('the tests that know the truth', () => {
  it('normal distribution and power', () => {
    expect(normalCdf(0.3)).toBeCloseTo(0.617911422, 6);
    expect(normalCdf(-1.7)).toBeCloseTo(0.044565463, 6);
    expect(normalCdf(2.5)).toBeCloseTo(0.993790335, 6);
    expect(powerOf(0)).toBeCloseTo(0.05, 6);
    // norm.cdf(4 - 1.959964)
    expect(powerOf(4)).toBeCloseTo(0.979327, 5);
  });

  it('rank-sum with ties, as scipy.stats.mannwhitneyu', () => {
    const women = { started: 12, byDay: [3, 5, 0, 0, 2] };
    const men = { started: 14, byDay: [6, 4, 3] };
    expect(waitZ(women, men)).toBeCloseTo(0.96793565, 7);
    expect(waitZ(men, women)).toBeCloseTo(-0.96793565, 7);
  });

  it('score test for shares, as proportions_ztest', () => {
    const z = shareZ({ part: 40, whole: 1433 }, { part: 101, whole: 1472 }, 1);
    expect(z).toBeCloseTo(5.10355698, 7);
  });

  it('ratio of counts', () => {
    expect(ratioZ(50, 100, 1)).toBeCloseTo(Math.log(2) / Math.sqrt(0.03), 10);
    expect(ratioZ(50, 100, 1.44)).toBeCloseTo(Math.log(2) / Math.sqrt(0.03) / 1.2, 10);
  });

  it("Fisher's exact test, as scipy.stats.fisher_exact", () => {
    const p = (a: number, b: number, c: number, d: number) =>
      fisherP({ part: a, whole: a + b }, { part: c, whole: c + d });
    expect(p(4, 9, 16, 0)).toBeCloseTo(7.13928749910759e-5, 10);
    expect(p(8, 4, 12, 0)).toBeCloseTo(0.09316770186335403, 10);
    expect(p(3, 7, 5, 2)).toBeCloseTo(0.15343480049362404, 10);
  });

  it('its power by enumeration', () => {
    expect(stoppedPower(13, 16, 0.43)).toBeCloseTo(0.9858851173161407, 9);
    expect(stoppedPower(11, 12, 0.43)).toBeCloseTo(0.9538554995848436, 9);
  });
});
