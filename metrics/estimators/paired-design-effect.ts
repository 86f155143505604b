import type { ClusterDesign, ClusterSums } from './design-effect.ts';

/** What a ratio x / n needs of one group: its totals, and squares and products over clusters. */
type RatioSums = Pick<ClusterSums, 'x' | 'n' | 'xx' | 'xn' | 'nn'>;

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
  const binomial = pooled * (1 - pooled) * (1 / first.n + 1 / second.n);
  return { deff: Math.max(1, pairedVariance(first, second, cross) / binomial), df };
}

/**
 * Variance between clusters of the difference of two ratios x / n whose cases lie in the same clusters:
 * m/(m-1) times the sum of squares of the linearised difference, the same whichever comes first.
 * @param cross `clusters` at least 2; both n at least 1
 * @returns at least 0
 */
export function pairedVariance(first: RatioSums, second: RatioSums, cross: CrossSums): number {
  const [p, q] = [first.x / first.n, second.x / second.n];
  const between =
    spread(first, p) / first.n ** 2 +
    spread(second, q) / second.n ** 2 -
    (2 * (cross.xx - q * cross.xn - p * cross.nx + p * q * cross.nn)) / (first.n * second.n);
  return (cross.clusters / (cross.clusters - 1)) * Math.max(0, between);
}

/**
 * The products of a group and its rest, from those of the group with all: capital letters are the sums of
 * all in a cluster, so that x (X - x) = xX - x².
 */
export function crossWithRest(
  own: RatioSums & { xX: number; xN: number; nX: number; nN: number; allClusters: number },
): CrossSums {
  return {
    clusters: own.allClusters,
    xx: own.xX - own.xx,
    xn: own.xN - own.xn,
    nx: own.nX - own.xn,
    nn: own.nN - own.nn,
  };
}

/** Sum of (x_c - p n_c)^2. */
function spread({ xx, xn, nn }: RatioSums, p: number): number {
  return xx - 2 * p * xn + p * p * nn;
}
