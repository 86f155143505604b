import type { IsoDate } from '../base/index.ts';

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

/** A code per dimension, `unknown` included; an absent dimension is a total. */
export type Dims = Partial<Record<DimensionName, string>>;

export const units = [
  'reports',
  'forwardings',
  'bodies',
  'share',
  'working_days',
  'per_100k',
  'score',
] as const;
export type Unit = (typeof units)[number];

/**
 * `ok`; `not_reached`: the percentile lies beyond the end of the curve; `not_available`: no source
 * has what it takes; `below_minimum`: fewer cases than the minimum n; `low_coverage`: the event log
 * covers under 80 % of the reports; `bounds`: only `low` and `high` are known, as bounds and not as an
 * interval. Where it is not `ok`, `value` is null.
 */
export const figureStatuses = [
  'ok',
  'not_reached',
  'not_available',
  'below_minimum',
  'low_coverage',
  'bounds',
] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/** One figure. Shares lie between 0 and 1, days are working days, intervals are of 95 %. */
export interface MetricRow {
  metric: string;
  statistic: string;
  dims: Dims;
  value: number | null;
  /** Where a percentile is `not_reached`: the last day of its curve, so that it is over `low`. */
  low: number | null;
  /** null too where an interval has no upper end within the curve. */
  high: number | null;
  /** Of a share; of a count the count, of a mean the sum. Null where cases are censored. */
  numerator: number | null;
  /** Of a share or a mean; residents of a rate; of a percentile the last day of its curve. */
  denominator: number | null;
  /** Cases the figure stands on (a count: those it was counted among); 0 for an empty set. */
  n: number;
  unit: Unit;
  status: FigureStatus;
  /** The cohort is not mature yet, or the sources do not cover its as-of day. */
  provisional: boolean;
  as_of: IsoDate;
}
