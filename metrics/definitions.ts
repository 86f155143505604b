import { type Clock, clocks, type MetricName, metricStatistics } from './catalogue-types.ts';
import type { Unit } from './types.ts';

export * from './catalogue-types.ts';

/** What a count is taken over: reports, forwardings to an agency, or first resolutions. */
export const relationNames = ['complaint', 'forwarding', 'resolution'] as const;
export type RelationName = (typeof relationNames)[number];

/** The clocks that fct_complaint has columns of. */
export const reportClocks = ['verify', 'respond_citizen', 'resolve'] as const;

/** What starts a clock. */
export const clockRelation: Record<Clock, RelationName> = {
  verify: 'complaint',
  respond_agency: 'forwarding',
  respond_citizen: 'complaint',
  resolve: 'complaint',
  resolve_net: 'complaint',
  reopened: 'resolution',
};

/** The end that a clock waits for; every other `end_cause` competes with it. */
export const clockTarget: Record<Clock, string> = {
  verify: 'forwarded',
  respond_agency: 'responded',
  respond_citizen: 'responded',
  resolve: 'resolved',
  resolve_net: 'resolved',
  reopened: 'reopened',
};

/** Working days at which incidence is headlined. */
export const horizons = [3, 5, 14, 60] as const;

/** States of a report that has not ended. */
export const pendingStatuses = ['unverified', 'forwarded', 'in_progress', 'postponed'] as const;

/** States that are neither finished nor put aside. */
export const openStatuses = ['unverified', 'forwarded', 'in_progress'] as const;

/** Every report is in one of these on the as-of day; a state that is not known is `unknown`. */
export const states = [
  'resolved',
  'archived',
  'postponed',
  'open_within',
  'open_beyond',
  'withdrawn',
  'deleted',
  'unknown',
] as const;

/** The last three of the four parts of the unresolved: those that a reason is counted for. */
export const reasonStates = ['open_beyond', 'postponed', 'archived'] as const;

/** Dimensions that are reasons: the share of one is of all of its group. */
export const reasonDimensions = ['derived_reason', 'reason', 'returns'] as const;

export const metricNames = Object.keys(metricStatistics) as MetricName[];

export function isClock(metric: string): metric is Clock {
  return (clocks as readonly string[]).includes(metric);
}

/** Metrics that count forwardings, not reports. */
const ofForwardings: ReadonlySet<string> = new Set(['forwarding', 'returned', 'respond_agency']);

/** The unit of a statistic; a count is of reports where the metric counts nothing else. */
export function unitOf(statistic: string, metric?: string): Unit {
  if (statistic === 'per_100k') return 'per_100k';
  if (statistic === 'mean') return 'score';
  if (/^(age_)?(median|p90)$/.test(statistic)) return 'working_days';
  if (/^(share|share_rated|zero_share|within_limit|incidence|incidence_\d+)$/.test(statistic))
    return 'share';
  if (metric === 'bodies') return 'bodies';
  return metric !== undefined && ofForwardings.has(metric) ? 'forwardings' : 'reports';
}
