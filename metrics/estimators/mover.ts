import type { Interval } from './interval.ts';

/** A figure with its interval; an end is null where there is none (a percentile not reached). */
export interface Estimate extends Interval {
  value: number | null;
}

const nothing: Estimate = { value: null, low: null, high: null };

/**
 * Interval of the difference of two independent figures, first less second, from their own intervals
 * (MOVER, method of variance estimates recovery).
 *
 * Source: Zou and Donner (2008), Construction of confidence limits about effect measures: a general
 * approach, Statistics in Medicine 27, 1693-1702, formula 3. With Wilson's it is Newcombe's.
 * @returns an end is null where an end that it rests on is; all null where a figure is
 */
export function moverDifference(first: Estimate, second: Estimate): Estimate {
  if (first.value === null || second.value === null) return nothing;
  const value = first.value - second.value;
  const down = reach(first.value, first.low, second.high, second.value);
  const up = reach(first.value, first.high, second.low, second.value);
  return {
    value,
    low: down === null ? null : value - down,
    high: up === null ? null : value + up,
  };
}

function reach(a: number, endA: number | null, endB: number | null, b: number): number | null {
  return endA === null || endB === null ? null : Math.hypot(a - endA, b - endB);
}

/**
 * Interval of the ratio of two independent figures of 0 or more, first over second: the ratios r for
 * which MOVER's interval of first - r * second holds 0.
 *
 * Source: Donner and Zou (2012), Closed-form confidence intervals for functions of the normal mean and
 * standard deviation, Statistical Methods in Medical Research 21, 347-359, in the stable form of the
 * roots.
 * @returns null where the second is 0; high null (no upper end) where its low is 0
 */
export function moverRatio(first: Estimate, second: Estimate): Estimate {
  if (first.value === null || second.value === null || second.value <= 0) return nothing;
  const product = first.value * second.value;
  let low: number | null = null;
  let high: number | null = null;
  if (first.low !== null && second.high !== null) {
    const over = first.low * (2 * first.value - first.low);
    const under = second.high * (2 * second.value - second.high);
    const root = product + Math.sqrt(Math.max(0, product * product - over * under));
    low = root > 0 ? over / root : 0;
  }
  if (first.high !== null && second.low !== null && second.low > 0) {
    const over = first.high * (2 * first.value - first.high);
    const under = second.low * (2 * second.value - second.low);
    high = (product + Math.sqrt(Math.max(0, product * product - over * under))) / under;
  }
  return { value: first.value / second.value, low, high };
}
