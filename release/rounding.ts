import { roundHalfAway } from '../base/index.ts';
import type { MetricRow, Unit } from '../metrics/index.ts';

/** Digits after the point of a published value, by unit; ends of a count's interval have 2. */
const decimals: Record<Unit, number> = {
  reports: 2,
  forwardings: 2,
  bodies: 2,
  share: 6,
  working_days: 0,
  per_100k: 6,
  score: 6,
};

/** The one rounding: decimal, half away from zero. */
export function rounded(row: MetricRow): MetricRow {
  const digits = decimals[row.unit];
  const round = (value: number | null) => (value === null ? null : roundTo(value, digits));
  return { ...row, value: round(row.value), low: round(row.low), high: round(row.high) };
}

/**
 * Decimal, half away from zero.
 *
 * Binary arithmetic will do where no tie is near; decimal arithmetic is ten times slower.
 */
export function roundTo(value: number, digits: number): number {
  if (Number.isInteger(value)) return value;
  const scale = 10 ** digits;
  const scaled = Math.abs(value) * scale;
  const distance = Math.abs(scaled - Math.floor(scaled) - 0.5);
  if (distance < 1e-4 || scaled > 1e11) return roundHalfAway(value, digits);
  return (Math.sign(value) * Math.round(scaled)) / scale;
}
