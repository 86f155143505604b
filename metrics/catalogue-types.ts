// Written by `npm run generate` from models/metrics/*.yml; edit those.

/**
 * Every dimension a figure may have, in alphabetical order. `gender` is an alias of `sex` wherever a
 * person types it. `day` is the working day of a curve, `field` the field of an `unknown` share.
 */
export const dimensionNames = [
  'age_band',
  'agency',
  'agency_type',
  'anonymity',
  'category',
  'channel',
  'classification',
  'coordinator',
  'day',
  'derived_reason',
  'disability',
  'field',
  'month',
  'province',
  'quarter',
  'reason',
  'regency',
  'regency_kind',
  'returns',
  'sector',
  'sex',
  'status',
  'year',
] as const;
export type DimensionName = (typeof dimensionNames)[number];

/** Dimensions that a query can be grouped by; the others come of the metric. */
export type QueryDimension = Exclude<DimensionName, 'day' | 'field'>;

/** The clocks; days are working days from the start to its first event or competing end. */
export const clocks = [
  'verify',
  'respond_agency',
  'respond_citizen',
  'resolve',
  'resolve_net',
  'reopened',
] as const;
export type Clock = (typeof clocks)[number];

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
  verify: [
    'started',
    'incidence_3',
    'incidence_5',
    'incidence_14',
    'incidence_60',
    'median',
    'p90',
    'within_limit',
    'time_unknown',
    'time_invalid',
    'calendar_missing',
    'incidence',
  ],
  respond_agency: [
    'started',
    'incidence_3',
    'incidence_5',
    'incidence_14',
    'incidence_60',
    'median',
    'p90',
    'within_limit',
    'time_unknown',
    'time_invalid',
    'calendar_missing',
    'incidence',
  ],
  respond_citizen: [
    'started',
    'incidence_3',
    'incidence_5',
    'incidence_14',
    'incidence_60',
    'median',
    'p90',
    'within_limit',
    'time_unknown',
    'time_invalid',
    'calendar_missing',
    'incidence',
  ],
  resolve: [
    'started',
    'incidence_3',
    'incidence_5',
    'incidence_14',
    'incidence_60',
    'median',
    'p90',
    'within_limit',
    'time_unknown',
    'time_invalid',
    'calendar_missing',
    'incidence',
  ],
  resolve_net: [
    'started',
    'incidence_3',
    'incidence_5',
    'incidence_14',
    'incidence_60',
    'median',
    'p90',
    'within_limit',
    'time_unknown',
    'time_invalid',
    'calendar_missing',
    'incidence',
  ],
  resolve_bounds: ['incidence_3', 'incidence_5', 'incidence_14', 'incidence_60'],
  reopened: ['started', 'incidence_60', 'time_invalid', 'incidence'],
  forwarding: ['count'],
  returned: ['count', 'share'],
  backlog: [
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
  ],
  bodies: ['count', 'zero', 'zero_share'],
  unresolved_reason: ['count', 'share'],
  rating: ['mean', 'share_rated'],
  unknown: ['share'],
} as const;
export type MetricName = keyof typeof metricStatistics;

/** The statistics of a metric: `StatisticOf<'received'>` is `'count' | 'per_100k'`. */
export type StatisticOf<Metric extends MetricName> = (typeof metricStatistics)[Metric][number];

/** `resolve` (all its statistics but the curve) or `resolve.median`. */
export type MetricRef = {
  [Metric in MetricName]: Metric | `${Metric}.${StatisticOf<Metric>}`;
}[MetricName];
