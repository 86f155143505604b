/** Smallest n of a share, a median, a rate, a mean (reference: docs/metrics.md). */
export const minimumN = 10;

/** A percentile needs n * min(q, 1 - q) >= 5: 10 cases for the median, 50 for the 90th. */
export function enoughForPercentile(n: number, q: number): boolean {
  return n * Math.min(q, 1 - q) >= 5 - 1e-9;
}
