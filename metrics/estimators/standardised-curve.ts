import type { IncidencePoint } from './aalen-johansen.ts';
import type { Estimate } from './mover.ts';
import { firstDay } from './percentile.ts';
import type { IntervalOptions } from './reference.ts';
import { incidenceStratum, type Standardised, standardise } from './standardise.ts';

/** Curve of one stratum, from day 0; `started` at least 1. */
export interface StratumCurve {
  weight: number;
  points: readonly IncidencePoint[];
  started: number;
}

export type StandardisedPoint = Standardised & { day: number };

/**
 * Directly standardised incidence by day, from the curves of the strata.
 *
 * Source: standardise, day by day; Nieto and Coresh (1996), Adjusting survival curves for confounders,
 * American J. Epidemiology 143, 1059-1068.
 * @param lastDay where the curve ends: the earliest end of the strata's (curveEnd); a stratum whose
 * points end before it (all its cases have ended) keeps its last
 * @returns empty without strata
 */
export function standardisedCurve(
  strata: readonly StratumCurve[],
  lastDay: number,
  options: IntervalOptions & { totalWeight?: number } = {},
): StandardisedPoint[] {
  const some = strata.filter((one) => one.points.length > 0);
  if (some.length === 0) return [];
  return Array.from({ length: lastDay + 1 }, (_, day) => {
    const figures = some.map(({ weight, points, started }) => {
      const point = points[Math.min(day, points.length - 1)] as IncidencePoint;
      return incidenceStratum(weight, point, started, options);
    });
    return { day, ...standardise(figures, options.totalWeight) };
  });
}

/**
 * Percentile of a standardised curve, in whole working days, with the interval got by inverting the
 * curve's day by day (percentile.ts).
 * @param q 0 < q < 1
 */
export function standardisedPercentile(curve: readonly StandardisedPoint[], q: number): Estimate {
  return firstDay(
    curve.map(({ day, value, low, high }) => ({
      day,
      incidence: value ?? 0,
      low: low ?? 0,
      high: high ?? 1,
    })),
    q,
  );
}
