import { isClock, type MetricName } from './definitions.ts';
import { boundsRow } from './figures/bounds.ts';
import { ClockFigures } from './figures/clock.ts';
import { countRow, statusRow } from './figures/counts.ts';
import type { Frame } from './figures/frame.ts';
import { bodiesRow, forwardingRow, ratingRow, reasonRows, unknownRows } from './figures/others.ts';
import { rateRow } from './figures/rate.ts';
import { stockRow } from './figures/stock.ts';
import type { Request } from './requests.ts';
import type { MetricRow } from './types.ts';

export { frameOf } from './group-frame.ts';
export { type SharedSums, sharedSums } from './shared-sums.ts';

/** All figures of one group. */
export function figureRows(frame: Frame, requests: readonly Request[]): MetricRow[] {
  const rows: MetricRow[] = [];
  for (const { metric, statistics, fields } of requests) {
    if (metric === 'unknown') {
      rows.push(...unknownRows(frame, fields));
      continue;
    }
    const clock = isClock(metric) ? new ClockFigures(frame, metric) : undefined;
    for (const statistic of statistics) {
      if (clock) rows.push(...clock.rows(statistic));
      else if (metric === 'unresolved_reason') rows.push(...reasonRows(frame, statistic));
      else rows.push(figureRow(frame, metric, statistic));
    }
  }
  return rows;
}

/** A figure of which a group has one row. */
function figureRow(frame: Frame, metric: MetricName, statistic: string): MetricRow {
  if (metric === 'rating') return ratingRow(frame, statistic);
  if (metric === 'backlog') return stockRow(frame, statistic);
  if (metric === 'bodies') return bodiesRow(frame, statistic);
  if (metric === 'resolve_bounds') return boundsRow(frame, statistic);
  if (metric === 'forwarding' || metric === 'returned') {
    return forwardingRow(frame, metric, statistic);
  }
  if (statistic === 'per_100k') return rateRow(frame);
  if (metric !== 'received') return statusRow(frame, metric, statistic);
  const received = frame.group.count('received');
  return countRow(frame, metric, statistic, received, received);
}
