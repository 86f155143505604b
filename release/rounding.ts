import { roundHalfAway } from '../base/index.ts';
import type { MetricRow, Unit } from '../metrics/index.ts';

/** Digits after the point of a published value, by unit; ends of a count's interval have 2. */
const decimals: Record<Unit, number> = {
  reports: 2,
  share: 6,
  working_days: 0,
  per_100k: 6,
  score: 6,
};

/** The one rounding: decimal, half away from zero. */
export function rounded(row: MetricRow): MetricRow {
  const digits = decimals[row.unit];
  const round = (value: number | null) => (value === null ? null : roundHalfAway(value, digits));
  return { ...row, value: round(row.value), low: round(row.low), high: round(row.high) };
}
