import { groupKey } from '../plan/groups.ts';
import type { Side } from './design.ts';
import type { FigureKind } from './kinds.ts';

/**
 * Names the hypothesis that a comparison tests: what has one name stands in a family once. One are the
 * median and the 90th percentile of a curve; the number of reports and the rate of the same residents;
 * two groups of which each is all the others of the other, women and men.
 */
export function hypothesisOf(now: Side, kind: FigureKind): string {
  const { metric, statistic, dims } = now.row;
  const volume = metric === 'received' && (statistic === 'count' || statistic === 'per_100k');
  const of = kind === 'time' ? 'curve' : volume ? 'volume' : statistic;
  const { othersOf, opposite } = now;
  const mirrored =
    othersOf !== undefined && opposite !== undefined ? [{ ...dims, [othersOf]: opposite }] : [];
  const groups = [dims, ...mirrored].map(groupKey).sort();
  return JSON.stringify([metric, of, groups, now.scope]);
}
