import { roundHalfAway } from '../../base/index.ts';
import { defaultNoise, type NoiseParameters } from '../perturb/parameters.ts';
import { noisyWilson } from './interval.ts';

/** Published values of the three cells of a rate: `yes`, `no` and both. null where hidden. */
export interface RateCells {
  readonly numerator: number | null;
  readonly complement: number | null;
  readonly denominator: number | null;
}

export interface RateRules {
  readonly noise?: NoiseParameters;
  /** Below this many published cases there is no rate: 10, and 20 below province. */
  readonly leastCases?: number;
}

/** All in percent. */
export type ProtectedRate =
  | {
      readonly kind: 'rate';
      readonly percent: number;
      readonly decimals: 0 | 1;
      /** 95 %, sampling and noise; whole points, tenths from 1,000 cases. */
      readonly lower: number;
      readonly upper: number;
    }
  /** Surely within these limits: `at most 10 %`, `at least 95 %`. */
  | { readonly kind: 'band'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'hidden' };

const hidden: ProtectedRate = { kind: 'hidden' };
/** A numerator or complement below this is told as a band. */
const leastShown = 3;
const bands = [5, 10, 25];
/** Below this many cases nothing is said to be 0 % or 100 %. */
const leastForAll = 20;

/**
 * A rate from published cells only, so that whoever knows the formula learns nothing that the cells do
 * not say. Clipped to 0..100 %; one point under 100 cases, else a tenth.
 */
export function protectedRate(cells: RateCells, rules: RateRules = {}): ProtectedRate {
  const { noise = defaultNoise, leastCases = 10 } = rules;
  const { numerator, complement, denominator: n } = cells;
  if (numerator === null || complement === null || n === null || n < leastCases) return hidden;
  if (numerator < leastShown) return bandOf(numerator, n, noise, 'at-most');
  if (complement < leastShown) return bandOf(complement, n, noise, 'at-least');
  const r = Math.min(1, numerator / n);
  const decimals = n < 100 ? 0 : 1;
  const percent = roundHalfAway(100 * r, decimals);
  if (n < leastForAll && (percent === 0 || percent === 100)) {
    return bandOf(complement, n, noise, 'at-least');
  }
  const { lower, upper } = noisyWilson(r, n, noise.variance);
  const places = n >= 1000 ? 1 : 0;
  return {
    kind: 'rate',
    percent,
    decimals,
    lower: roundHalfAway(100 * lower, places),
    upper: roundHalfAway(100 * upper, places),
  };
}

function bandOf(
  part: number,
  n: number,
  { deviation }: NoiseParameters,
  side: 'at-most' | 'at-least',
): ProtectedRate {
  const least = n - deviation;
  const b = bands.find((band) => least > 0 && 100 * (part + deviation) <= band * least);
  if (b === undefined) return hidden;
  return side === 'at-most'
    ? { kind: 'band', lower: 0, upper: b }
    : { kind: 'band', lower: 100 - b, upper: 100 };
}
