import type { FigureStatus } from '../types.ts';
import { type Interval, noInterval } from './interval.ts';
import { minimumN } from './minimum.ts';
import { t975 } from './student.ts';

/**
 * Mean of whole scores from their integer sums, with Student's t interval cut to the scale.
 *
 * Source: Student (1908), The probable error of a mean, Biometrika 6, 1-25.
 * @param sum of the scores, `squares` of their squares
 */
export function meanOfScores(
  n: number,
  sum: number,
  squares: number,
  scale: { least: number; most: number },
): Interval & { value: number | null; status: FigureStatus } {
  if (n < minimumN) return { value: null, ...noInterval, status: 'below_minimum' };
  const value = sum / n;
  // n * squares - sum^2 is a whole number: no cancellation.
  const variance = (n * squares - sum * sum) / (n * (n - 1));
  const half = t975(n - 1) * Math.sqrt(variance / n);
  return {
    value,
    low: Math.max(scale.least, value - half),
    high: Math.min(scale.most, value + half),
    status: 'ok',
  };
}
