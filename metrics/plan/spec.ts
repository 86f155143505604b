import type { Cohort } from '../cohorts.ts';
import type { Clock } from '../definitions.ts';
import type { DimensionName } from '../types.ts';

export type Where = Partial<Record<DimensionName, string | readonly string[]>>;

/** Cohorts cut once into temporary tables, for many statements (cut.ts). */
export interface Cut {
  cohorts: readonly Cohort[];
  /** The tables' names, and the dimensions and counts that they were made for. */
  complaint: string;
  forwarding: string;
  by: readonly DimensionName[];
  forwardingBy: readonly DimensionName[];
  counts: readonly string[];
}

/** What one statement is asked for: groups of cohorts, and what to count in each. */
export interface Plan {
  cohorts: readonly Cohort[];
  by: readonly DimensionName[];
  where: Where;
  /** Names of counts over reports (counts.ts). */
  counts: readonly string[];
  /** Names of counts over forwardings. */
  forwardingCounts: readonly string[];
  /** Clocks whose day histograms are needed. */
  histograms: readonly Clock[];
  /** Where the cohorts lie cut already. */
  cut?: Cut | undefined;
}
