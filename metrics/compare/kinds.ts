import { isClock, type MetricName } from '../definitions.ts';
import { horizonOf } from '../requests.ts';

/**
 * How a figure is compared: `count` (quasi-Poisson, dispersion between weeks), `stock` (the same,
 * between month's ends), `share` (score test), `time` (Gray's test of the whole curve), `mean`;
 * `plain` (a difference and no test); null not at all.
 */
export type FigureKind = 'count' | 'stock' | 'share' | 'time' | 'mean' | 'plain' | null;

/** @param mature working days for which every start of both cohorts has been followed */
export function kindOf(metric: MetricName, statistic: string, mature: number): FigureKind {
  if (isFollowedUnequally(metric, statistic)) return 'plain';
  if (isClock(metric)) return clockKind(statistic, mature);
  if (metric === 'backlog') return statistic === 'count' ? 'stock' : 'plain';
  if (metric === 'bodies') return 'plain';
  if (metric === 'resolve_bounds') return null;
  if (statistic === 'count' || statistic === 'per_100k') return 'count';
  return statistic === 'mean' ? 'mean' : 'share';
}

/**
 * Of the net clock a start is judged when it has run for the limit, and postponement stops it: which
 * starts are judged is told by what became of them, not by when they started. A report still postponed is
 * neither kept nor not, whatever day all are judged on, so that no cohort of starts is compared.
 */
export function isFollowedUnequally(metric: string, statistic: string): boolean {
  return metric === 'resolve_net' && statistic === 'within_limit';
}

function clockKind(statistic: string, mature: number): FigureKind {
  if (statistic === 'within_limit') return 'share';
  if (statistic === 'median' || statistic === 'p90') return 'time';
  const horizon = horizonOf(statistic);
  if (horizon !== undefined) return horizon <= mature ? 'share' : 'time';
  return statistic === 'started' ? 'plain' : null;
}
