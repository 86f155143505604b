/** Waiting times of one cell, exact: what a percentile is read from before its rank is shifted. */
export interface Waits {
  /** `days[d]`: complaints that took d whole working days. */
  readonly days: readonly number[];
  /** Complaints of the cell for which it has not come to an end, or after the last of `days`. */
  readonly beyond: number;
  /** Sum of the record keys of the cell. */
  readonly keySum: number;
  /** Published value of the cell's count; null where hidden. */
  readonly shown: number | null;
}

export type ProtectedPercentile =
  | {
      readonly kind: 'days';
      readonly days: number;
      /** "or more". */
      readonly topCoded: boolean;
    }
  /** The percentile lies among those that have not come to an end. */
  | { readonly kind: 'beyond' }
  | { readonly kind: 'hidden' };

/** Longest wait that is told. */
export const topCode = 365;
const leastCases = 20;

/**
 * A percentile of waiting times, the one published number that is read from exact data: the wait at
 * rank ceil(q n), moved by -1, 0 or +1 as the cell's key says, never the shortest or the longest of all.
 * @param q 0.5 for the median, 0.9
 */
export function protectedPercentile(waits: Waits, q: number): ProtectedPercentile {
  const { days, beyond, keySum, shown } = waits;
  const n = days.reduce((sum, count) => sum + count, 0) + beyond;
  // The exact count is looked at too: a rank needs neighbours to move to.
  if (shown === null || shown < leastCases || n < 3) return { kind: 'hidden' };
  const rank = Math.ceil(Number((q * n).toFixed(9))) + shiftOf(keySum, q);
  const moved = Math.min(Math.max(rank, 2), n - 1);
  let sum = 0;
  for (const [day, count] of days.entries()) {
    sum += count;
    if (sum < moved) continue;
    return { kind: 'days', days: Math.min(day, topCode), topCoded: day >= topCode };
  }
  return { kind: 'beyond' };
}

/** -1, 0 or +1 with a third each, unrelated to the noise of the count and to that of other percentiles. */
export function shiftOf(keySum: number, q: number): -1 | 0 | 1 {
  // Finaliser of MurmurHash3: every bit of the key moves every bit of the result.
  let h = (keySum ^ Math.imul(Math.round(q * 10_000) + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = (h ^ (h >>> 16)) >>> 0;
  return (Math.floor((h / 2 ** 32) * 3) - 1) as -1 | 0 | 1;
}
