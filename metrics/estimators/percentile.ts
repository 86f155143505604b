import type { IncidencePoint } from './aalen-johansen.ts';
import { incidenceInterval } from './incidence.ts';
import type { Interval } from './interval.ts';
import type { IntervalOptions } from './reference.ts';

const tolerance = 1e-12;

/**
 * Percentile of a waiting time: the first whole day on which the incidence is at least q, with the
 * interval got by inverting the incidence's own day by day.
 *
 * Source: Brookmeyer and Crowley (1982), A confidence interval for the median survival time,
 * Biometrics 38, 29-41, applied to the cumulative incidence.
 * @param points from day 0, cut at the curve's end
 * @param started cases that started
 * @param q 0 < q < 1
 * @returns whole working days; null where the curve ends before q is reached
 */
export function percentile(
  points: readonly IncidencePoint[],
  started: number,
  q: number,
  options: IntervalOptions = {},
): Interval & { value: number | null } {
  let value: number | null = null;
  let low: number | null = null;
  let last: IncidencePoint | undefined;
  let interval = { low: 0, high: 0 };
  for (const point of points) {
    const reached = point.incidence >= q - tolerance;
    if (reached) value ??= point.day;
    // The low end lies below the incidence: no need of it before that has reached q.
    if (low !== null && !reached) continue;
    // Most days of a small group end nothing.
    if (!last || differs(point, last)) interval = incidenceInterval(point, started, options);
    last = point;
    if (interval.high >= q - tolerance) low ??= point.day;
    if (interval.low >= q - tolerance) return { value, low, high: point.day };
  }
  return { value, low, high: null };
}

function differs(one: IncidencePoint, other: IncidencePoint): boolean {
  return (
    one.incidence !== other.incidence ||
    one.variance !== other.variance ||
    one.complete !== other.complete
  );
}

export interface CurveDay {
  day: number;
  incidence: number;
  low: number;
  high: number;
}

/** First days on which the incidence, and the ends of its interval, reach q; null where they do not. */
export function firstDay(
  curve: Iterable<CurveDay>,
  q: number,
): Interval & { value: number | null } {
  let value: number | null = null;
  let low: number | null = null;
  let high: number | null = null;
  for (const point of curve) {
    if (value === null && point.incidence >= q - tolerance) value = point.day;
    if (low === null && point.high >= q - tolerance) low = point.day;
    if (point.low >= q - tolerance) {
      high = point.day;
      break;
    }
  }
  return { value, low, high };
}
