import type { IsoDate } from '../../base/index.ts';
import type { MetricRow } from '../../metrics/index.ts';

/** What a figure is held against; the metrics say how (docs/metrics.md#comparisons). */
export interface Comparison {
  with: 'previous' | 'year' | 'others' | IsoDate;
  base: {
    value: number | null;
    low: number | null;
    high: number | null;
    n: number | null;
    numerator: number | null;
    denominator: number | null;
  };
  /** In the unit of the figure; of a share a difference of two shares. */
  difference: number | null;
  low: number | null;
  high: number | null;
  /** Of counts. */
  ratio?: number | null;
  ratio_low?: number | null;
  ratio_high?: number | null;
  test: string | null;
  design_effect: number | null;
  p: number | null;
  q: number | null;
  clear: boolean | null;
  fcr_low: number | null;
  fcr_high: number | null;
  family: number;
}

/** A row with its comparison, where one was asked for. */
export type Figure = MetricRow & { comparison?: Comparison };
