import { horizons } from '../../metrics/index.ts';
import { isStateMeasure, stateMeasures } from './state-outcomes.ts';

/** Clocks that start with a report: the others count forwardings, whose cells would not be of reports. */
export const publishedClocks = ['verify', 'respond_citizen', 'resolve'] as const;
export type PublishedClock = (typeof publishedClocks)[number];

/** What one table counts beside the reports received, read from the metrics it names. */
export interface TableMeasures {
  /** Metrics of the state on the as-of day. */
  readonly states: readonly string[];
  readonly clocks: readonly ClockMeasures[];
}

export interface ClockMeasures {
  readonly clock: PublishedClock;
  /** Working days at which incidence is a share, in order. */
  readonly horizons: readonly number[];
  readonly withinLimit: boolean;
  /** Percentiles, for which day histograms are made. */
  readonly percentiles: readonly ('median' | 'p90')[];
}

const ofClock = [
  'started',
  'within_limit',
  'median',
  'p90',
  ...horizons.map((day) => `incidence_${day}`),
];

/** Every measure that a table may name. */
export const knownMeasures: readonly string[] = [
  'received.count',
  ...stateMeasures.flatMap((metric) => [`${metric}.count`, `${metric}.share`]),
  ...publishedClocks.flatMap((clock) => ofClock.map((statistic) => `${clock}.${statistic}`)),
];

/** Reads measures that are known (`knownMeasures`). */
export function readMeasures(measures: readonly string[]): TableMeasures {
  const parts = measures.map((one) => one.split('.') as [string, string]);
  const states = stateMeasures.filter((metric) => parts.some(([name]) => name === metric));
  const clocks = publishedClocks.flatMap((clock): ClockMeasures[] => {
    const of = new Set(parts.flatMap(([name, statistic]) => (name === clock ? [statistic] : [])));
    if (of.size === 0) return [];
    return [
      {
        clock,
        horizons: horizons.filter((day) => of.has(`incidence_${day}`)),
        withinLimit: of.has('within_limit'),
        percentiles: (['median', 'p90'] as const).filter((one) => of.has(one)),
      },
    ];
  });
  return { states: states.filter(isStateMeasure), clocks };
}
