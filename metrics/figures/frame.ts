import type { IsoDate } from '../../base/index.ts';
import type { Cohort } from '../cohorts.ts';
import type { MetricsContext } from '../context.ts';
import { type MetricName, unitOf } from '../definitions.ts';
import type { Group } from '../plan/groups.ts';
import type { Dims, MetricRow, Unit } from '../types.ts';

/** What the figures of one group are made from. */
export interface Frame {
  group: Group;
  context: MetricsContext;
  asOf: IsoDate;
  /** The first and the last day of the cohorts' periods. */
  first: IsoDate;
  last: IsoDate;
  /** Working days for which even the last start of the cohorts has been followed. */
  mature: number;
  unfinished: boolean;
  /** Reports that the source has the events of forwardings for, and all: see clock.ts. */
  forwardingCoverage: { covered: number; all: number };
  /** The last three parts of the unresolved over all reasons of the group's other dims. */
  reasons: { unknown: number; all: number };
  /** Reports of the place and time by sex, where sex is a dimension: bounds of a rate. */
  sexCounts: { unknown: number; all: number } | undefined;
  curveDays: number;
  /** Reasons without a report are rows of 0. */
  keepEmpty: boolean;
}

type FrameTimes = Pick<Frame, 'asOf' | 'first' | 'last' | 'mature' | 'unfinished'>;

const knownTimes = new WeakMap<readonly Cohort[], FrameTimes>();

/** What the cohorts of a frame say of its time; taken once of the same list. */
export function frameTimes(cohorts: readonly Cohort[]): FrameTimes {
  let times = knownTimes.get(cohorts);
  if (!times) {
    times = timesOf(cohorts);
    knownTimes.set(cohorts, times);
  }
  return times;
}

function timesOf(cohorts: readonly Cohort[]): FrameTimes {
  const sorted = (dayOf: (cohort: Cohort) => IsoDate) => cohorts.map(dayOf).sort();
  return {
    asOf: sorted(({ asOf }) => asOf).at(-1) ?? '',
    first: sorted(({ period }) => period.first)[0] ?? '',
    last: sorted(({ period }) => period.last).at(-1) ?? '',
    mature: Math.min(...cohorts.map((cohort) => cohort.mature)),
    unfinished: cohorts.some((cohort) => cohort.unfinished),
  };
}

const knownUnits = new Map<MetricName, Map<string, Unit>>();

function knownUnit(statistic: string, metric: MetricName): Unit {
  let units = knownUnits.get(metric);
  if (!units) {
    units = new Map();
    knownUnits.set(metric, units);
  }
  let unit = units.get(statistic);
  if (!unit) {
    unit = unitOf(statistic, metric);
    units.set(statistic, unit);
  }
  return unit;
}

/** A row to be filled in: null, ok, provisional where the cohort is unfinished. */
export function emptyRow(
  frame: Frame,
  metric: MetricName,
  statistic: string,
  n: number,
  more?: Dims,
): MetricRow {
  return {
    metric,
    statistic,
    dims: more ? { ...frame.group.dims, ...more } : frame.group.dims,
    value: null,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    n,
    unit: knownUnit(statistic, metric),
    status: 'ok',
    provisional: frame.unfinished,
    as_of: frame.asOf,
  };
}
