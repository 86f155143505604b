import type { ClusterDesign, ClusterSums } from './design-effect.ts';

/** Sums over clusters of products of two groups that lie in the same clusters: of first and second. */
export interface CrossSums {
  /** Clusters that hold a case of either. */
  clusters: number;
  /** Sum of x_c of the first times x_c of the second; first letter the first group's. */
  xx: number;
  xn: number;
  nx: number;
  nn: number;
}

/**
 * Design effect of the difference of two groups' shares whose cases lie in the same clusters: the
 * variance between clusters of the linearised difference, over the pooled binomial one. What a bad
 * week does to both alike widens nothing.
 *
 * Source: Rao and Scott (1992), Biometrics 48, 577-585; the covariance of domains as in Cochran (1977),
 * Sampling Techniques, 6.4 and 10.
 * @returns deff at least 1; 1 where nothing varies or fewer than two clusters are there; df = clusters
 *   less 1
 */
export function pairedDesignEffect(
  first: ClusterSums,
  second: ClusterSums,
  cross: CrossSums,
): ClusterDesign {
  const { clusters } = cross;
  const df = Math.max(0, clusters - 1);
  const n = first.n + second.n;
  const pooled = (first.x + second.x) / n;
  if (clusters < 2 || first.n === 0 || second.n === 0 || !(pooled * (1 - pooled) > 0)) {
    return { deff: 1, df };
  }
  const [p, q] = [first.x / first.n, second.x / second.n];
  const between =
    spread(first, p) / first.n ** 2 +
    spread(second, q) / second.n ** 2 -
    (2 * (cross.xx - q * cross.xn - p * cross.nx + p * q * cross.nn)) / (first.n * second.n);
  const binomial = pooled * (1 - pooled) * (1 / first.n + 1 / second.n);
  return { deff: Math.max(1, ((clusters / (clusters - 1)) * between) / binomial), df };
}

/** Sum of (x_c - p n_c)^2. */
function spread({ xx, xn, nn }: ClusterSums, p: number): number {
  return xx - 2 * p * xn + p * p * nn;
}
