import type { IntervalOptions } from './reference.ts';
import { wilson } from './wilson.ts';

/**
 * Newcombe's hybrid score interval of a difference of two independent shares, first less second.
 *
 * Source: Newcombe (1998), Interval estimation for the difference between independent proportions:
 * comparison of eleven methods, Statistics in Medicine 17, 873-890, method 10. With a design effect,
 * both n are effective numbers n / deff.
 * @param events1 events among n1; n1 and n2 at least 1
 * @returns difference and its ends, each between -1 and 1
 */
export function newcombe(
  events1: number,
  n1: number,
  events2: number,
  n2: number,
  options: IntervalOptions = {},
): { value: number; low: number; high: number } {
  const p1 = events1 / n1;
  const p2 = events2 / n2;
  const first = wilson(events1, n1, options);
  const second = wilson(events2, n2, options);
  const value = p1 - p2;
  return {
    value,
    low: value - Math.hypot(p1 - first.low, second.high - p2),
    high: value + Math.hypot(first.high - p1, p2 - second.low),
  };
}
