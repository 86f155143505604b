import type { IsoDate } from '../../base/index.ts';
import type { Cohort } from '../cohorts.ts';
import type { Clock, RelationName } from '../definitions.ts';
import type { TimeDimension } from '../dimensions.ts';
import type { DimensionName } from '../types.ts';
import type { CalendarName } from '../work-calendar.ts';

export type Where = Partial<Record<DimensionName, string | readonly string[]>>;

/** Cohorts cut once into temporary tables, for many statements (cut.ts). */
export interface Cut {
  cohorts: readonly Cohort[];
  /** The tables' names by relation, and the dimensions and counts that they were made for. */
  tables: Record<RelationName, string>;
  by: Record<RelationName, readonly DimensionName[]>;
  counts: readonly string[];
}

/**
 * A share or count whose spread between clusters is asked for: `x` and `n` are aggregates over the
 * rows of a cluster, as in counts.ts.
 */
export interface ClusterSum {
  /** `metric.statistic` */
  figure: string;
  relation: RelationName;
  x: string;
  n: string;
  /** A count: its bursts are told by the place and week they come from. */
  isCount: boolean;
}

/** What one statement is asked for: groups of cohorts, and what to count in each. */
export interface Plan {
  cohorts: readonly Cohort[];
  by: readonly DimensionName[];
  where: Where;
  /** Names of counts (counts.ts). */
  counts: readonly string[];
  /** Clocks whose day histograms are needed. */
  histograms: readonly Clock[];
  /** Groups in which fewer cases started give no histogram. */
  leastStarted: number;
  /** Sums over agency-weeks, for tests. */
  clusters: readonly ClusterSum[];
  /** Dimensions over which the `n` of those sums is the whole: a reason's share is of all reasons. */
  wholeOver: readonly DimensionName[];
  /** A group is compared with the others of this dimension: they lie in the same clusters. */
  othersOf?: DimensionName | undefined;
  /** The time that tells figure and base apart: sums of each agency are asked for by it. */
  unitTime?: TimeDimension | undefined;
  /** Where the stock of pending reports is taken, and what flowed in and out; empty where not asked. */
  stockCohorts: readonly Cohort[];
  /** That stock at the ends of the months of two years too. */
  stockSeries: boolean;
  /** Where bodies in office are counted, and those without any report; empty where not asked. */
  bodyCohorts: readonly Cohort[];
  /** Days whose states the reports of a period keep (relations/kept-state.ts); looked up where absent. */
  stateDays?: ReadonlyMap<string, IsoDate> | undefined;
  /** The calendar of all reports, where they have one; it need not be looked up then. */
  calendar?: CalendarName | undefined;
  /**
   * Reports are counted for nothing but the coverage of the log, which is the same whatever agency they
   * lie with: then nobody need know it (relations/coverage.ts).
   */
  coverageOnly?: boolean | undefined;
  /** Columns of fct_complaint that no figure reads, as SQL over `f` (records.ts). */
  extra?: readonly string[] | undefined;
  /** Where the cohorts lie cut already. */
  cut?: Cut | undefined;
}
