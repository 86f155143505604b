import type { IsoDate } from '../base/index.ts';
import type { DimensionName } from './catalogue-types.ts';

export { type DimensionName, dimensionNames } from './catalogue-types.ts';

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

/**
 * What makes a figure provisional beyond its cohort. `truncated`: a stock, or what flowed out of one, so
 * early that reports from before the data are missing in it (truncation.ts).
 */
export const caveats = ['truncated'] as const;
export type Caveat = (typeof caveats)[number];

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
  /** Only where there is one; such a figure is provisional, and compared with nothing. */
  caveat?: Caveat;
  as_of: IsoDate;
  /** Only where the query compares. */
  comparison?: Comparison;
}

/**
 * Why a figure is not compared: it is of a kind that is not; true by definition; a province or body was
 * not there in both periods; a period was not over, or lies before the data; seen at different ages;
 * judged by another limit; a stock lacks the reports from before the data; who is judged depends on what became of them; the
 * coverage of sex moved; too few; one has no value.
 */
export const withheldReasons = [
  'no_comparison',
  'by_definition',
  'not_there',
  'period',
  'age',
  'limit',
  'truncated',
  'follow_up',
  'sex_coverage',
  'few',
  'no_value',
] as const;
export type Withheld = (typeof withheldReasons)[number];

/** What a figure is compared with: the same group a period or a year before, or the others of it. */
export const compareModes = ['previous', 'year', 'others'] as const;
export type CompareMode = (typeof compareModes)[number];

export const testNames = ['score', 'gray', 'quasi_poisson', 'cluster_mean'] as const;
export type TestName = (typeof testNames)[number];

/** Where a body of its size would stand by chance alone around the share of all bodies. */
export interface Funnel {
  target: number;
  /** Between bodies, at least 1. */
  dispersion: number;
  /** Limits of 95 %. */
  warning: { low: number; high: number };
  /** Limits of 99.8 %. */
  alarm: { low: number; high: number };
  beyond: 'none' | 'warning' | 'alarm';
  side: 'below' | 'above' | null;
}

/** What the mix of categories makes of a comparison. */
export interface Adjustment {
  /** `standardised`: the gap that is left with one mix; `decomposed`: the change in its two parts. */
  method: 'standardised' | 'decomposed';
  /** The standard's year and version, `category 2025 v1`; null of a decomposition. */
  standard: string | null;
  /** In the figure's unit; null where the strata cover under 90 % of the standard's weight. */
  difference: number | null;
  low: number | null;
  high: number | null;
  /** Parts of the change of a share, which add up to it (Kitagawa). */
  mix: number | null;
  performance: number | null;
  /** Part of the standard's weight in strata with 10 cases in both groups. */
  covered_weight: number;
  strata: number;
}

/** A figure against its base, both followed equally long. */
export interface Comparison {
  /** A day: what was known then. */
  with: CompareMode | IsoDate;
  base: Pick<
    MetricRow,
    'value' | 'low' | 'high' | 'numerator' | 'denominator' | 'n' | 'status' | 'as_of'
  >;
  withheld: Withheld | null;
  /** In the figure's own unit (a share: 0.05 is 5 points); null where either has no value. */
  difference: number | null;
  /** 95 % interval of the difference; null of counts, whose interval is that of the ratio. */
  low: number | null;
  high: number | null;
  /** Of counts and rates: figure over base, per day of their periods; of a stock as it is. */
  ratio: number | null;
  ratio_low: number | null;
  ratio_high: number | null;
  /** Null where nothing is tested. */
  test: TestName | null;
  /** What clusters (of counts: weeks) multiply the variance by, at least 1, and its degrees of freedom. */
  design_effect: number | null;
  df: number | null;
  p: number | null;
  /** Benjamini-Hochberg over the family; clear where it is at most 0.05. */
  q: number | null;
  clear: boolean | null;
  /** Of clear findings: the interval (of counts: of the ratio) at the FCR-adjusted level. */
  fcr_low: number | null;
  fcr_high: number | null;
  /** Tests in the family. */
  family: number;
  /** Only where the query adjusts. */
  adjusted?: Adjustment;
  /** Of shares that are compared with the others. */
  funnel?: Funnel;
}
