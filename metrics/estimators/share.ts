import type { FigureStatus } from '../types.ts';
import { type Interval, noInterval } from './interval.ts';
import { minimumN } from './minimum.ts';
import { wilson } from './wilson.ts';

/**
 * A share with Wilson's interval; null below the minimum n, so also for an empty set.
 * @param part a count within `whole`
 */
export function share(
  part: number,
  whole: number,
): Interval & { value: number | null; status: FigureStatus } {
  if (whole < minimumN) return { value: null, ...noInterval, status: 'below_minimum' };
  return { value: part / whole, ...wilson(part, whole), status: 'ok' };
}
