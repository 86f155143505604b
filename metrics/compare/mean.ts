import type { Side } from './design.ts';

/**
 * Mean score and its variance between agency-weeks: the linearised ratio estimator,
 * m/(m-1) * sum (x_c - mean n_c)^2 / n^2 (Cochran 1977, Sampling Techniques, 6.4).
 * @returns undefined with fewer than two clusters
 */
export function clusterMean(
  side: Side,
): { mean: number; variance: number; df: number } | undefined {
  const { clusters, x, n, xx, xn, nn } = side.group.cluster(`${side.row.metric}.mean`);
  if (clusters < 2 || n === 0) return undefined;
  const mean = x / n;
  const squares = xx - 2 * mean * xn + mean * mean * nn;
  const variance = ((clusters / (clusters - 1)) * Math.max(0, squares)) / (n * n);
  return { mean, variance, df: clusters - 1 };
}
