import { criticalValue, type IntervalOptions, twoSidedP } from './reference.ts';
import type { TwoSidedTest } from './score-test.ts';
import { wilson } from './wilson.ts';

/** A count of events and what it is a count over: residents, working days; 1 where the same. */
export interface Count {
  count: number;
  /** Above 0; 1 unless told. */
  exposure?: number;
}

/**
 * Comparison of two independent counts whose variance is `deff` times their mean (quasi-Poisson):
 * given both together, the first is a share of e1 / (e1 + e2) if the rates are the same, and the score
 * statistic is that of this share, over the square root of the dispersion. Zero counts need no care.
 *
 * Source: Przyborowski and Wilenski (1940), Biometrika 31, 313-323; score form Gu, Ng, Tang and
 * Schucany (2008), Testing the ratio of two Poisson rates, Biometrical J. 50, 283-298 (W2 at ratio 1);
 * dispersion as in McCullagh and Nelder (1989), Generalized Linear Models, 6.2.
 * @param options deff: dispersion, at least 1; df: its degrees of freedom (Student's t below 30)
 * @returns rate ratio first over second (null where the second is 0), its interval by inverting the
 * test (Wilson's of the share; high null where nothing bounds it), z with the sign of first less
 * second; p 1 and no interval where both are 0, p null where df is 0
 */
export function compareCounts(
  first: Count,
  second: Count,
  options: IntervalOptions = {},
): TwoSidedTest & { ratio: number | null; low: number | null; high: number | null } {
  const { deff = 1, df = null } = options;
  const [e1, e2] = [first.exposure ?? 1, second.exposure ?? 1];
  const all = first.count + second.count;
  if (all === 0) return { ratio: null, low: null, high: null, z: 0, p: twoSidedP(0, df) };

  const z = (first.count * e2 - second.count * e1) / Math.sqrt(all * (e1 * e2) * deff);
  const share = wilson(first.count, all, options);
  const unbounded = second.count === 0 || !Number.isFinite(criticalValue(options));
  return {
    ratio: second.count === 0 ? null : (first.count * e2) / (second.count * e1),
    low: (share.low / (1 - share.low)) * (e2 / e1),
    high: unbounded ? null : (share.high / (1 - share.high)) * (e2 / e1),
    z,
    p: twoSidedP(z, df),
  };
}
