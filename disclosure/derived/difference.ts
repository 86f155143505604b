import { defaultNoise, type NoiseParameters } from '../perturb/parameters.ts';
import { type Interval, noisyWilson } from './interval.ts';
import { protectedRate, type RateCells, type RateRules } from './rate.ts';

export interface ProtectedDifference extends Interval {
  /** Points, first less second. */
  readonly points: number;
  /** Whether the 95 % interval leaves out 0. */
  readonly clear: boolean;
}

/**
 * Difference of two rates from published cells only: Newcombe's interval (1998, method 10) of two
 * Wilson intervals that hold the noise. Nothing is said where either rate is not told as a number.
 * "Clear" follows from the limits as they are published, in whole points.
 */
export function protectedDifference(
  first: RateCells,
  second: RateCells,
  rules: RateRules = {},
): ProtectedDifference | undefined {
  const { noise = defaultNoise } = rules;
  const rates = [first, second].map((cells) => protectedRate(cells, rules));
  if (rates.some(({ kind }) => kind !== 'rate')) return undefined;
  const [a, b] = [sides(first, noise), sides(second, noise)];
  const points = 100 * (a.r - b.r);
  const lower = Math.floor(points - 100 * Math.hypot(a.r - a.lower, b.upper - b.r));
  const upper = Math.ceil(points + 100 * Math.hypot(a.upper - a.r, b.r - b.lower));
  return { points: Math.round(points), lower, upper, clear: lower > 0 || upper < 0 };
}

function sides({ numerator, denominator }: RateCells, { variance }: NoiseParameters) {
  const n = denominator ?? 0;
  const r = Math.min(1, (numerator ?? 0) / n);
  return { r, ...noisyWilson(r, n, variance) };
}
