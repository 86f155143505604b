import { reasonStates, unknownFields } from '../definitions.ts';
import { meanOfScores } from '../estimators/mean.ts';
import type { MetricRow } from '../types.ts';
import { countRow, shareRow, sumOf } from './counts.ts';
import { emptyRow, type Frame } from './frame.ts';

/** Reports open beyond the limit, postponed or archived for a reason; a share of all three. */
export function reasonRows(frame: Frame, statistic: string): MetricRow[] {
  const count = sumOf(frame.group, reasonStates);
  if (count === 0 && !frame.keepEmpty) return [];
  const { all } = frame.reasons;
  const row =
    statistic === 'count'
      ? countRow(frame, 'unresolved_reason', statistic, count, all)
      : shareRow(frame, 'unresolved_reason', statistic, count, all);
  // What its course shows of a report needs no reason of the source's own.
  if (frame.context.hasReasons || frame.group.dims.reason === undefined) return [row];
  return [{ ...row, value: null, low: null, high: null, status: 'not_available' }];
}

/** Mean score of the reports that were rated (1 to 5), or the share that was. */
export function ratingRow(frame: Frame, statistic: string): MetricRow {
  const { group } = frame;
  const rated = group.count('rated');
  if (!frame.context.available.has('rating')) {
    return { ...emptyRow(frame, 'rating', statistic, 0), status: 'not_available' };
  }
  if (statistic === 'share_rated') {
    return shareRow(frame, 'rating', statistic, rated, group.count('received'));
  }
  const [sum, squares] = [group.count('rating_sum'), group.count('rating_squares')];
  return {
    ...emptyRow(frame, 'rating', statistic, rated),
    ...meanOfScores(rated, sum, squares, { least: 1, most: 5 }),
    numerator: sum,
    denominator: rated,
  };
}

/** Share of the reports whose value is not known, one row a field. */
export function unknownRows(frame: Frame, fields?: readonly string[]): MetricRow[] {
  const asked = unknownFields.filter((field) => !fields || fields.includes(field));
  return asked.map((field) =>
    shareRow(
      frame,
      'unknown',
      'share',
      frame.group.count(`unknown_${field}`),
      frame.group.count('received'),
      { field },
    ),
  );
}

/** Bodies in office in the period, and those without any report: none forwarded to them, none with them. */
export function bodiesRow(frame: Frame, statistic: string): MetricRow {
  const all = frame.group.count('bodies');
  const silent = frame.group.count('bodies_silent');
  if (statistic === 'zero_share') {
    const row = shareRow(frame, 'bodies', statistic, silent, all);
    // A complete list is no sample: the share of seven bodies is as certain as that of seven hundred.
    const whole = all > 0 ? { value: silent / all, status: 'ok' as const } : {};
    return { ...row, ...whole, low: null, high: null };
  }
  const count = statistic === 'zero' ? silent : all;
  // All bodies are counted: there is no chance in it.
  return { ...emptyRow(frame, 'bodies', statistic, all), value: count, numerator: count };
}

/** Forwardings of the period: a report forwarded twice counts twice, so that they do not add up to reports. */
export function forwardingRow(
  frame: Frame,
  metric: 'forwarding' | 'returned',
  statistic: string,
): MetricRow {
  const forwardings = frame.group.count('forwarding_count');
  const { covered, all } = frame.forwardingCoverage;
  if (all > 0 && covered === 0) {
    return { ...emptyRow(frame, metric, statistic, 0), status: 'not_available' };
  }
  if (metric === 'forwarding') return countRow(frame, metric, statistic, forwardings, forwardings);
  const returned = frame.group.count('returned_count');
  if (statistic === 'share') return shareRow(frame, metric, statistic, returned, forwardings);
  return countRow(frame, metric, statistic, returned, forwardings);
}
