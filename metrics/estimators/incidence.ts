import type { IncidencePoint } from './aalen-johansen.ts';
import { logLogInterval } from './log-log.ts';
import type { IntervalOptions } from './reference.ts';
import { wilson } from './wilson.ts';

/**
 * Interval of the incidence on one day: Wilson's where nothing was censored before it, else
 * log(-log(1 - F)) with the Aalen-Johansen variance.
 * @param started cases that started, at least 1
 */
export function incidenceInterval(
  point: IncidencePoint,
  started: number,
  options: IntervalOptions = {},
): { low: number; high: number } {
  return point.complete
    ? wilson(point.events, started, options)
    : logLogInterval(point.incidence, point.variance, started, options);
}
