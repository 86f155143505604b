import type { IncidencePoint } from './aalen-johansen.ts';
import { incidenceInterval } from './incidence.ts';
import { type Estimate, moverDifference } from './mover.ts';
import { type IntervalOptions, twoSidedP } from './reference.ts';
import type { ShareCount, TwoSidedTest } from './score-test.ts';
import { wilson } from './wilson.ts';

/** A figure of one stratum, with what its standard weighs. */
export interface StratumFigure {
  /** Weight of the stratum in the standard, above 0, on any scale. */
  weight: number;
  value: number;
  variance: number;
  low: number;
  high: number;
}

export interface Standardised extends Estimate {
  /** Null where no stratum is covered. */
  variance: number | null;
  /** Part of the standard's weight that the strata given cover, 0 to 1. */
  coveredWeight: number;
}

/** A share of one stratum with Wilson's interval; `whole` at least 1. */
export function shareStratum(
  weight: number,
  { part, whole }: ShareCount,
  options: IntervalOptions = {},
): StratumFigure {
  const value = part / whole;
  const variance = ((value * (1 - value)) / whole) * (options.deff ?? 1);
  return { weight, value, variance, ...wilson(part, whole, options) };
}

/** The incidence of one stratum on a day, of `started` cases. */
export function incidenceStratum(
  weight: number,
  point: IncidencePoint,
  started: number,
  options: IntervalOptions = {},
): StratumFigure {
  const variance = point.variance * (options.deff ?? 1);
  return {
    weight,
    value: point.incidence,
    variance,
    ...incidenceInterval(point, started, options),
  };
}

/**
 * Directly standardised figure: sum of w v over the strata given, w scaled to add up to 1 over them;
 * variance sum of w^2 var. The interval recovers the variances from those of the strata, so that it
 * does not vanish where a stratum's share is 0 or 1; with one stratum it is that stratum's own.
 *
 * Source: Breslow and Day (1987), Statistical Methods in Cancer Research II, 2.3 (direct
 * standardisation); Zou, Huang and Zhang (2009), A note on confidence interval estimation for a linear
 * function of binomial proportions, Computational Statistics and Data Analysis 53, 1080-1085.
 * @param strata those with enough cases; the others are left out by the caller
 * @param totalWeight weight of the whole standard on the same scale; the sum of those given unless told
 */
export function standardise(
  strata: readonly StratumFigure[],
  totalWeight: number = sum(strata, (one) => one.weight),
): Standardised {
  const covered = sum(strata, (one) => one.weight);
  if (!(covered > 0)) {
    return { value: null, low: null, high: null, variance: null, coveredWeight: 0 };
  }
  const squared = (term: (one: StratumFigure) => number) =>
    sum(strata, (one) => (one.weight / covered) ** 2 * term(one));
  const value = sum(strata, (one) => (one.weight / covered) * one.value);
  return {
    value,
    low: value - Math.sqrt(squared((one) => (one.value - one.low) ** 2)),
    high: value + Math.sqrt(squared((one) => (one.high - one.value) ** 2)),
    variance: squared((one) => one.variance),
    coveredWeight: covered / totalWeight,
  };
}

/**
 * Difference of two standardised figures, first less second, with MOVER's interval and Wald's test from
 * their variances (which hold the design effect already).
 * @returns z 0 and p 1 where neither varies and both are equal; p null where one is missing, both
 * variances are 0 with a difference, or df is 0
 */
export function standardisedDifference(
  first: Standardised,
  second: Standardised,
  df: number | null = null,
): Estimate & TwoSidedTest {
  const gap = moverDifference(first, second);
  if (gap.value === null) return { ...gap, z: 0, p: null };
  const variance = (first.variance ?? 0) + (second.variance ?? 0);
  if (gap.value === 0) return { ...gap, z: 0, p: twoSidedP(0, df) };
  if (!(variance > 0)) return { ...gap, z: 0, p: null };
  const z = gap.value / Math.sqrt(variance);
  return { ...gap, z, p: twoSidedP(z, df) };
}

/** One stratum of two groups whose shares are compared; both `whole` at least 1. */
export interface ShareGapStratum {
  weight: number;
  first: ShareCount;
  second: ShareCount;
}

/**
 * Directly standardised difference of shares, first less second, with both standardised shares. Its
 * test is the score test, shares pooled within strata: z^2 = (sum w (p1 - p2))^2 over
 * sum w^2 p(1-p) (1/n1 + 1/n2), over the design effect; with one stratum scoreTest's.
 *
 * Source: as standardise; Mantel and Haenszel (1959), J. National Cancer Institute 22, 719-748, with
 * the standard's weights in place of theirs; interval MOVER's.
 * @returns z 0 and p 1 where nothing varies within strata, p null without strata or where df is 0
 */
export function standardisedShareGap(
  strata: readonly ShareGapStratum[],
  options: IntervalOptions & { totalWeight?: number } = {},
): Estimate & TwoSidedTest & { first: Standardised; second: Standardised; coveredWeight: number } {
  const all = options.totalWeight;
  const side = (which: 'first' | 'second') =>
    standardise(
      strata.map((one) => shareStratum(one.weight, one[which], options)),
      all,
    );
  const [first, second] = [side('first'), side('second')];
  const gap = { ...moverDifference(first, second), first, second };
  const variance = sum(strata, ({ weight, first: a, second: b }) => {
    const pooled = (a.part + b.part) / (a.whole + b.whole);
    return weight ** 2 * pooled * (1 - pooled) * (1 / a.whole + 1 / b.whole);
  });
  const weighted = sum(
    strata,
    ({ weight, first: a, second: b }) => weight * (a.part / a.whole - b.part / b.whole),
  );
  const z = variance > 0 ? weighted / Math.sqrt(variance * (options.deff ?? 1)) : 0;
  const p = strata.length === 0 ? null : twoSidedP(z, options.df ?? null);
  return { ...gap, z, p, coveredWeight: first.coveredWeight };
}

function sum<T>(list: readonly T[], term: (one: T) => number): number {
  return list.reduce((all, one) => all + term(one), 0);
}
