import { crossWithRest, pairedVariance } from '../estimators/paired-design-effect.ts';
import type { Side } from './design.ts';

/**
 * Difference of two mean scores and its variance between agency-weeks: of the linearised ratio
 * estimators, m/(m-1) * sum (x_c - mean n_c)^2 / n^2 each (Cochran 1977, Sampling Techniques, 6.4). Others
 * lie in the same agency-weeks, where the residuals of both are taken together.
 * @returns undefined where either has no case, or too few clusters
 */
export function meanDifference(
  now: Side,
  base: Side,
): { difference: number; variance: number; df: number } | undefined {
  const [first, second] = [now, base].map(({ group }) => group.cluster('rating.mean')) as [
    ReturnType<Side['group']['cluster']>,
    ReturnType<Side['group']['cluster']>,
  ];
  if (first.n === 0 || second.n === 0) return undefined;
  const difference = first.x / first.n - second.x / second.n;
  if (first.allClusters > 0) {
    const cross = crossWithRest(first);
    if (cross.clusters < 2) return undefined;
    return { difference, variance: pairedVariance(first, second, cross), df: cross.clusters - 1 };
  }
  if (first.clusters < 2 || second.clusters < 2) return undefined;
  const variance = meanVariance(first) + meanVariance(second);
  return { difference, variance, df: first.clusters + second.clusters - 2 };
}

function meanVariance({ clusters, x, n, xx, xn, nn }: ReturnType<Side['group']['cluster']>) {
  const mean = x / n;
  const squares = xx - 2 * mean * xn + mean * mean * nn;
  return ((clusters / (clusters - 1)) * Math.max(0, squares)) / (n * n);
}
