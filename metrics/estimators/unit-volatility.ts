import type { ClusterSums } from './design-effect.ts';
import { minimumN } from './minimum.ts';

/** Fewest agencies that a volatility is estimated from. */
export const volatilityMinimum = 10;

/**
 * How much the share of one agency moves from one period to the next beyond what its own weeks allow and
 * beyond the common move: the variance of one period's level, half of that of a change. By moments, each
 * agency's squared change less its variance between weeks, weighed by its cases; never below 0.
 *
 * Shocks may last longer than a week, which clusters of weeks alone do not see.
 * Source: DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177-188 (method of moments for the
 * variance between units), for changes; Cochran (1954), Biometrics 10, 101-129.
 * @param now, base sums over the weeks of each agency in both periods
 * @returns 0 where fewer than 10 agencies have 10 cases in both
 */
export function unitVolatility(
  now: ReadonlyMap<string, ClusterSums>,
  base: ReadonlyMap<string, ClusterSums>,
): number {
  const pairs = [...now].flatMap(([agency, one]) => {
    const other = base.get(agency);
    return other && one.n >= minimumN && other.n >= minimumN ? [{ one, other }] : [];
  });
  if (pairs.length < volatilityMinimum) return 0;
  const shares = (pick: (pair: { one: ClusterSums; other: ClusterSums }) => ClusterSums) => {
    const x = pairs.reduce((sum, pair) => sum + pick(pair).x, 0);
    return x / pairs.reduce((sum, pair) => sum + pick(pair).n, 0);
  };
  const common = shares(({ one }) => one) - shares(({ other }) => other);
  let excess = 0;
  let weights = 0;
  for (const { one, other } of pairs) {
    const change = one.x / one.n - other.x / other.n - common;
    const weight = (one.n * other.n) / (one.n + other.n);
    excess += weight * (change * change - weeklyVariance(one) - weeklyVariance(other));
    weights += weight;
  }
  return Math.max(0, excess / weights / 2);
}

/** Of a share, between the weeks of one agency; binomial where that is more, or one week is all. */
function weeklyVariance({ clusters, n, x, xx, xn, nn }: ClusterSums): number {
  const share = x / n;
  const binomial = (share * (1 - share)) / n;
  if (clusters < 2) return binomial;
  const squares = xx - 2 * share * xn + share * share * nn;
  return Math.max(binomial, ((clusters / (clusters - 1)) * squares) / (n * n));
}
