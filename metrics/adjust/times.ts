import type { Clock } from '../definitions.ts';
import { aalenJohansen } from '../estimators/aalen-johansen.ts';
import { moverDifference } from '../estimators/mover.ts';
import type { Design } from '../estimators/reference.ts';
import { standardisedCurve, standardisedPercentile } from '../estimators/standardised-curve.ts';
import { filledDays } from '../figures/clock.ts';
import type { Group } from '../plan/groups.ts';
import { horizonOf } from '../requests.ts';
import type { MetricRow } from '../types.ts';
import type { Stratum } from './strata.ts';

/**
 * The gap of a waiting time, percentile or incidence, between two groups of one mix: each one's curves
 * by stratum, weighed to the standard; the curve ends where the first of them does.
 */
export function standardisedTimes(
  strata: readonly Stratum[],
  row: MetricRow,
  design: Design,
  totalWeight: number,
): { value: number | null; low: number | null; high: number | null; coveredWeight: number } {
  const clock = row.metric as Clock;
  const covered = strata.reduce((sum, { weight }) => sum + weight, 0) / totalWeight;
  const nothing = { value: null, low: null, high: null, coveredWeight: covered };
  const ends = strata.flatMap(({ first, second }) => [
    first.days(clock).end,
    second.days(clock).end,
  ]);
  if (strata.length === 0 || ends.includes(null)) return nothing;
  const last = Math.min(...(ends as number[]));
  const side = (of: (stratum: Stratum) => Group) => {
    const curve = standardisedCurve(
      strata.map((stratum) => ({
        weight: stratum.weight,
        points: aalenJohansen(filledDays(of(stratum), clock, last + 1)),
        started: of(stratum).count(`${clock}_started`),
      })),
      last,
      { ...design, totalWeight },
    );
    const horizon = horizonOf(row.statistic);
    if (horizon !== undefined) return curve[horizon] ?? { value: null, low: null, high: null };
    return standardisedPercentile(curve, row.statistic === 'p90' ? 0.9 : 0.5);
  };
  const [first, second] = [side((one) => one.first), side((one) => one.second)];
  return { ...moverDifference(first, second), coveredWeight: covered };
}
