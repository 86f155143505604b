import { type MetricName, reasonStates } from '../definitions.ts';
import { poissonExact } from '../estimators/poisson.ts';
import { share } from '../estimators/share.ts';
import type { Group } from '../plan/groups.ts';
import type { Dims, MetricRow } from '../types.ts';
import { emptyRow, type Frame } from './frame.ts';

/** Parts of the unresolved, always shown apart. */
const unresolvedStates = ['open_within', 'open_beyond', 'postponed', 'archived'];

/** States that a status metric counts. */
const statesOf: Partial<Record<MetricName, readonly string[]>> = {
  resolved: ['resolved'],
  archived: ['archived'],
  postponed: ['postponed'],
  open_within: ['open_within'],
  open_beyond: ['open_beyond'],
  unresolved: unresolvedStates,
  withdrawn: ['withdrawn'],
  deleted: ['deleted'],
  status_unknown: ['unknown'],
};

/** Those of reports that were not deleted. */
export const validStates = [
  ...['resolved', 'archived', 'postponed', 'open_within', 'open_beyond', 'withdrawn', 'unknown'],
];

/** The states whose reports a metric counts; undefined where it counts none by their state. */
export function statesOfMetric(metric: MetricName): readonly string[] | undefined {
  if (metric === 'received_valid') return validStates;
  return metric === 'unresolved_reason' ? reasonStates : statesOf[metric];
}

/** Names of the counts (plan/counts.ts) that a status metric is made from. */
export function statesNeeded(metric: MetricName): string[] {
  return [...validStates, 'deleted', ...(statesOf[metric] ?? [])].map((state) => `state_${state}`);
}

/**
 * A count with its exact Poisson interval; 0 is a figure, not an empty one.
 * @param n the cases that it was counted among
 */
export function countRow(
  frame: Frame,
  metric: MetricName,
  statistic: string,
  count: number,
  n: number,
): MetricRow {
  return {
    ...emptyRow(frame, metric, statistic, n),
    value: count,
    ...poissonExact(count),
    numerator: count,
  };
}

/** A share of `whole` with Wilson's interval. */
export function shareRow(
  frame: Frame,
  metric: MetricName,
  statistic: string,
  part: number,
  whole: number,
  more?: Dims,
): MetricRow {
  return {
    ...emptyRow(frame, metric, statistic, whole, more),
    ...share(part, whole),
    numerator: part,
    denominator: whole,
  };
}

export function statusRow(frame: Frame, metric: MetricName, statistic: string): MetricRow {
  const states = statesOf[metric] ?? validStates;
  const count = sumOf(frame.group, states);
  const valid = sumOf(frame.group, validStates);
  if (statistic === 'share') return shareRow(frame, metric, statistic, count, valid);
  return countRow(frame, metric, statistic, count, valid + frame.group.count('state_deleted'));
}

export function sumOf(group: Group, states: readonly string[]): number {
  return states.reduce((total, state) => total + group.count(`state_${state}`), 0);
}
