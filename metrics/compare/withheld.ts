import { type MetricName, reasonDimensions } from '../definitions.ts';
import { minimumN } from '../estimators/minimum.ts';
import { statesOfMetric } from '../figures/counts.ts';
import type { CompareMode, DimensionName, Withheld } from '../types.ts';
import type { Side } from './design.ts';
import { counted } from './interval.ts';
import { type FigureKind, isFollowedUnequally } from './kinds.ts';

/** Nothing by sex is compared over time where the share without a known sex moved by more. */
const mostCoverageMove = 0.05;

/**
 * What no follow-up changes. All else is compared at exactly one age: without a log the states are those
 * of the exports' days, which may lie differently after the ends of two periods.
 */
const timeless: ReadonlySet<string> = new Set([
  ...['received', 'forwarding', 'backlog', 'bodies', 'unknown'],
]);

/** Why a figure is not compared with its base; null where it is. */
export function withheldFor(
  now: Side,
  base: Side,
  kind: FigureKind,
  mode: CompareMode,
): Withheld | null {
  const { metric } = now.row;
  if (kind === null) return 'no_comparison';
  if (isFollowedUnequally(metric, now.row.statistic)) return 'follow_up';
  if (mode === 'others') {
    // Counts of groups of different size are no finding.
    if (kind === 'count' || kind === 'stock' || kind === 'plain') return 'no_comparison';
    if (isOfItself(metric, now.othersOf)) return 'by_definition';
  } else {
    if (!(now.isWhole && base.isWhole)) return 'not_there';
    if (now.isOpen || base.isOpen || base.isBeforeData) return 'period';
    if (now.isThin) return 'period';
    if (now.age !== base.age && !timeless.has(metric)) return 'age';
    if (now.isJudgedOtherwise) return 'limit';
    // A stock that is filling up grows because the data begin.
    if (now.row.caveat === 'truncated' || base.row.caveat === 'truncated') return 'truncated';
  }
  // That fewer reasons are not known is no finding about reasons.
  if (metric === 'unresolved_reason' && now.row.dims.reason === 'unknown') return 'no_comparison';
  if (Math.abs(now.unknownSex - base.unknownSex) > mostCoverageMove) return 'sex_coverage';
  const ofCounts = kind === 'count' || kind === 'stock';
  if (ofCounts && Math.max(counted(now), counted(base)) < minimumN) return 'few';
  const statuses = kind === 'time' ? ['ok', 'not_reached'] : ['ok'];
  const both = [now.row.status, base.row.status].every((status) => statuses.includes(status));
  return both ? null : 'no_value';
}

/** A state against the others of the state, a reason against those it is a share of: true by definition. */
function isOfItself(metric: string, othersOf: DimensionName | undefined): boolean {
  if (othersOf === undefined) return false;
  if (metric === 'returned') return othersOf === 'returns';
  const states: readonly string[] = ['status', ...reasonDimensions];
  return states.includes(othersOf) && statesOfMetric(metric as MetricName) !== undefined;
}
