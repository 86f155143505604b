/**
 * Primary rules for magnitudes (sums of days, of money), over the contributions to one cell, non-negative and in
 * any order. Both are linear sensitivity measures (Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).
 */

/**
 * p % rule: sensitive where the second largest contributor, who knows the total and his own part, can estimate
 * the largest within p % of it: `total - x1 - x2 < p / 100 * x1`. A single contributor always is.
 */
export function isSensitiveByPercent(contributions: readonly number[], p = 10): boolean {
  const [first = 0, second = 0] = descending(contributions);
  return first > 0 && total(contributions) - first - second < (p / 100) * first;
}

/** (n, k) dominance: sensitive where the n largest contributions make up more than k % of the total. */
export function isDominated(contributions: readonly number[], n = 2, k = 90): boolean {
  const largest = total(descending(contributions).slice(0, n));
  return largest > 0 && 100 * largest > k * total(contributions);
}

/**
 * How far above the true total the upper end of a protected interval must lie, so that the second largest
 * contributor does not come within p % of the largest: `p / 100 * x1 - (total - x1 - x2)`, at least 0.
 */
export function protectionLevel(contributions: readonly number[], p = 10): number {
  const [first = 0, second = 0] = descending(contributions);
  return Math.max(0, (p / 100) * first - (total(contributions) - first - second));
}

const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
