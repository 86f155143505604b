import type { Unit } from './types.ts';

/** The four clocks; days are working days from the start to its first event or competing end. */
export const clocks = ['verify', 'respond_agency', 'respond_citizen', 'resolve'] as const;
export type Clock = (typeof clocks)[number];

/** The clocks that start with a report; `respond_agency` starts with each forwarding. */
export const reportClocks = ['verify', 'respond_citizen', 'resolve'] as const;
export type ReportClock = (typeof reportClocks)[number];

/** The end that a clock waits for; every other `end_cause` competes with it. */
export const clockTarget: Record<Clock, string> = {
  verify: 'forwarded',
  respond_agency: 'responded',
  respond_citizen: 'responded',
  resolve: 'resolved',
};

/** Working days at which incidence is headlined. */
export const horizons = [3, 5, 14, 60] as const;

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
  unresolved_reason: ['count', 'share'],
  rating: ['mean', 'share_rated'],
  unknown: ['share'],
} as const satisfies Record<string, readonly string[]>;
export type MetricName = keyof typeof metricStatistics;

export const metricNames = Object.keys(metricStatistics) as MetricName[];

export function isClock(metric: string): metric is Clock {
  return (clocks as readonly string[]).includes(metric);
}

/** The unit of a statistic, whatever the metric. */
export function unitOf(statistic: string): Unit {
  if (statistic === 'per_100k') return 'per_100k';
  if (statistic === 'mean') return 'score';
  if (statistic === 'median' || statistic === 'p90') return 'working_days';
  if (/^(share|share_rated|within_limit|incidence|incidence_\d+)$/.test(statistic)) return 'share';
  return 'reports';
}
