import type { Unit } from './types.ts';

/**
 * The four clocks; days are working days from the start to its first event or competing end. Beside
 * them `resolve_net`, which leaves out the days of postponement, and `reopened`, which starts with the
 * first resolution and waits for the first reopening.
 */
export const clocks = [
  'verify',
  'respond_agency',
  'respond_citizen',
  'resolve',
  'resolve_net',
  'reopened',
] as const;
export type Clock = (typeof clocks)[number];

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

const clockStatistics = [
  'started',
  ...horizons.map((day) => `incidence_${day}`),
  'median',
  'p90',
  'within_limit',
  'time_unknown',
  'time_invalid',
  'calendar_missing',
  'incidence',
];

/** Fields whose `unknown` share is counted; `events`: the report has no event log. */
export const unknownFields = [
  'age_band',
  'agency',
  'anonymity',
  'category',
  'channel',
  'classification',
  'disability',
  'events',
  'province',
  'rating',
  'regency',
  'sex',
  'status',
] as const;
export type UnknownField = (typeof unknownFields)[number];

const stockStatistics = [
  'count',
  'postponed',
  'beyond_limit',
  'age_median',
  'age_p90',
  'age_0_5',
  'age_6_14',
  'age_15_60',
  'age_over_60',
  'opening',
  'entered_new',
  'entered_again',
  'entered_transfer',
  'left_resolved',
  'left_archived',
  'left_other',
  'left_transfer',
] as const;

/** Every metric and its statistics, in the order in which rows come back. */
export const metricStatistics = {
  received: ['count', 'per_100k'],
  received_valid: ['count'],
  resolved: ['count', 'share'],
  archived: ['count', 'share'],
  postponed: ['count', 'share'],
  open_within: ['count', 'share'],
  open_beyond: ['count', 'share'],
  unresolved: ['count', 'share'],
  withdrawn: ['count', 'share'],
  status_unknown: ['count', 'share'],
  deleted: ['count'],
  verify: clockStatistics,
  respond_agency: clockStatistics,
  respond_citizen: clockStatistics,
  resolve: clockStatistics,
  resolve_net: clockStatistics,
  resolve_bounds: horizons.map((day) => `incidence_${day}`),
  reopened: ['started', 'incidence_60', 'time_invalid', 'incidence'],
  forwarding: ['count'],
  returned: ['count', 'share'],
  backlog: stockStatistics,
  bodies: ['count', 'zero', 'zero_share'],
  unresolved_reason: ['count', 'share'],
  rating: ['mean', 'share_rated'],
  unknown: ['share'],
} as const satisfies Record<string, readonly string[]>;
export type MetricName = keyof typeof metricStatistics;

export const metricNames = Object.keys(metricStatistics) as MetricName[];

export function isClock(metric: string): metric is Clock {
  return (clocks as readonly string[]).includes(metric);
}

/** The unit of a statistic; a count is of reports where the metric counts nothing else. */
export function unitOf(statistic: string, metric?: string): Unit {
  if (statistic === 'per_100k') return 'per_100k';
  if (statistic === 'mean') return 'score';
  if (/^(age_)?(median|p90)$/.test(statistic)) return 'working_days';
  if (/^(share|share_rated|zero_share|within_limit|incidence|incidence_\d+)$/.test(statistic))
    return 'share';
  if (metric === 'bodies') return 'bodies';
  return metric === 'forwarding' || metric === 'returned' ? 'forwardings' : 'reports';
}
