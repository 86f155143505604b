import type { Cohort } from './cohorts.ts';
import type { MetricsContext } from './context.ts';
import { isClock, reasonDimensions, reasonStates } from './definitions.ts';
import { agencyDimensions } from './dimensions.ts';
import { boundsRow } from './figures/bounds.ts';
import { ClockFigures } from './figures/clock.ts';
import { countRow, statusRow, sumOf } from './figures/counts.ts';
import { type Frame, frameTimes } from './figures/frame.ts';
import { bodiesRow, forwardingRow, ratingRow, reasonRows, unknownRows } from './figures/others.ts';
import { rateRow } from './figures/rate.ts';
import { stockRow } from './figures/stock.ts';
import { type Group, keyWithout } from './plan/groups.ts';
import type { Request } from './requests.ts';
import type { MetricRow } from './types.ts';

/** Sums over a dimension of the query, by the key of a group without it. */
export interface SharedSums {
  overReasons: Map<string, { unknown: number; all: number }>;
  overAgencies: Map<string, { covered: number; all: number }>;
  overSexes: Map<string, { unknown: number; all: number }>;
}

/**
 * What a group needs of its neighbours. A forwarding's coverage is that of the reports, whatever
 * agency they lie with: only the event log says which agencies a report was forwarded to.
 */
export function sharedSums(groups: Iterable<Group>): SharedSums {
  const sums: SharedSums = {
    overReasons: new Map(),
    overAgencies: new Map(),
    overSexes: new Map(),
  };
  for (const group of groups) {
    const reasonKey = keyWithout(group, reasonDimensions);
    const reasons = sums.overReasons.get(reasonKey) ?? { unknown: 0, all: 0 };
    const reasonCount = sumOf(group, reasonStates);
    reasons.all += reasonCount;
    if (reasonDimensions.some((name) => group.dims[name] === 'unknown')) {
      reasons.unknown += reasonCount;
    }
    sums.overReasons.set(reasonKey, reasons);

    const agencyKey = keyWithout(group, agencyDimensions);
    const coverage = sums.overAgencies.get(agencyKey) ?? { covered: 0, all: 0 };
    coverage.covered += group.count('log_covered');
    coverage.all += group.count('received');
    sums.overAgencies.set(agencyKey, group.coverage ?? coverage);

    const sexKey = keyWithout(group, ['sex']);
    const sexes = sums.overSexes.get(sexKey) ?? { unknown: 0, all: 0 };
    sexes.all += group.count('received');
    if (group.dims.sex === 'unknown') sexes.unknown += group.count('received');
    sums.overSexes.set(sexKey, sexes);
  }
  return sums;
}

interface Place {
  group: Group;
  context: MetricsContext;
  cohorts: readonly Cohort[];
  curveDays: number;
  /** Reasons without a report are rows of 0, for what they are compared with. */
  keepEmpty: boolean;
}

/** What the figures of a group are made from: its own integers, and those of its neighbours. */
export function frameOf(place: Place, sums: SharedSums): Frame {
  const { group, context, cohorts, curveDays, keepEmpty } = place;
  const { dims } = group;
  return {
    group,
    context,
    ...frameTimes(cohorts),
    forwardingCoverage: sums.overAgencies.get(keyWithout(group, agencyDimensions)) ?? {
      covered: 0,
      all: 0,
    },
    reasons: sums.overReasons.get(keyWithout(group, reasonDimensions)) ?? { unknown: 0, all: 0 },
    sexCounts: dims.sex === undefined ? undefined : sums.overSexes.get(keyWithout(group, ['sex'])),
    curveDays,
    keepEmpty,
  };
}

/** All figures of one group. */
export function figureRows(frame: Frame, requests: readonly Request[]): MetricRow[] {
  const { group } = frame;
  return requests.flatMap(({ metric, statistics, fields }) => {
    if (isClock(metric)) {
      const figures = new ClockFigures(frame, metric);
      return statistics.flatMap((statistic) => figures.rows(statistic));
    }
    if (metric === 'unknown') return unknownRows(frame, fields);
    return statistics.flatMap((statistic) => {
      if (metric === 'unresolved_reason') return reasonRows(frame, statistic);
      if (metric === 'rating') return [ratingRow(frame, statistic)];
      if (metric === 'backlog') return [stockRow(frame, statistic)];
      if (metric === 'bodies') return [bodiesRow(frame, statistic)];
      if (metric === 'resolve_bounds') return [boundsRow(frame, statistic)];
      if (metric === 'forwarding' || metric === 'returned') {
        return [forwardingRow(frame, metric, statistic)];
      }
      if (statistic === 'per_100k') return [rateRow(frame)];
      if (metric === 'received') {
        const received = group.count('received');
        return [countRow(frame, metric, statistic, received, received)];
      }
      return [statusRow(frame, metric, statistic)];
    });
  });
}
