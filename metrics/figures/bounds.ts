import { minimumN } from '../estimators/minimum.ts';
import { horizonOf } from '../requests.ts';
import type { MetricRow } from '../types.ts';
import { emptyRow, type Frame } from './frame.ts';

/**
 * Share resolved within a horizon as successive exports bound it: at least those seen resolved by an
 * export in time, at most those that an export in time no longer showed unresolved. Bounds of what
 * happened, no interval of chance. Reports with an event log count by their day.
 */
export function boundsRow(frame: Frame, statistic: string): MetricRow {
  const day = horizonOf(statistic) ?? 0;
  const n = frame.group.count('bounded');
  const row = {
    ...emptyRow(frame, 'resolve_bounds', statistic, n),
    denominator: n,
    provisional: frame.unfinished || day > frame.mature,
  };
  if (n === 0 && frame.group.count('received') > 0) return { ...row, status: 'not_available' };
  if (n < minimumN) return { ...row, status: 'below_minimum' };
  const low = frame.group.count(`bounded_surely_${day}`) / n;
  const high = frame.group.count(`bounded_maybe_${day}`) / n;
  return { ...row, low, high: Math.max(low, high), status: 'bounds' };
}
