/**
 * Sums over the clusters (agency-weeks) of one group, whole numbers: cluster c has n_c cases, x_c of
 * them with the property whose share is asked for.
 */
export interface ClusterSums {
  clusters: number;
  /** Sum of n_c. */
  n: number;
  /** Sum of x_c. */
  x: number;
  /** Sum of n_c^2. */
  nn: number;
  /** Sum of x_c n_c. */
  xn: number;
  /** Sum of x_c^2. */
  xx: number;
}

/** A design effect of at least 1 and the degrees of freedom that its estimate rests on. */
export interface ClusterDesign {
  deff: number;
  df: number;
}

/**
 * Design effect of the share x / n of one group: the variance between clusters of the linearised ratio
 * estimator, m/(m-1) * sum (x_c - p n_c)^2 / n^2, over the binomial p(1-p)/n.
 *
 * Source: Rao and Scott (1992), A simple method for the analysis of clustered binary data, Biometrics
 * 48, 577-585, formula 2; Cochran (1977), Sampling Techniques, 6.
 * @returns deff 1 where fewer than two clusters are there (df 0: nothing is known of them) and where
 * the share is 0 or 1, or no case is there (nothing varies); never below 1
 */
export function designEffect(group: ClusterSums): ClusterDesign {
  return { deff: Math.max(1, varianceRatio(group) ?? 1), df: Math.max(0, group.clusters - 1) };
}

/**
 * Design effect of the comparison of two or more groups, by which chi-square of a pooled score test is
 * divided: sum over groups of (1 - f) p(1-p) d, over (k - 1) times the pooled p(1-p), where f is the
 * group's part of all cases and d its own ratio of variances. With two groups the quotient is Wald's
 * statistic with the variances between clusters.
 *
 * Source: Rao and Scott (1992), as above, section 3.2 (first-order correction by a common effect). A
 * group of a single cluster has no d: the others' weighted mean stands in.
 * @returns df = clusters less groups, groups without a case not counted; deff never below 1
 */
export function pooledDesignEffect(groups: readonly ClusterSums[]): ClusterDesign {
  const filled = groups.filter((group) => group.n > 0);
  const df = filled.reduce((sum, group) => sum + Math.max(1, group.clusters) - 1, 0);
  const n = filled.reduce((sum, group) => sum + group.n, 0);
  const x = filled.reduce((sum, group) => sum + group.x, 0);
  const pooled = (x / n) * (1 - x / n);
  if (filled.length < 2 || !(pooled > 0)) return { deff: 1, df };

  let known = 0;
  let unknown = 0;
  let effect = 0;
  for (const group of filled) {
    const share = group.x / group.n;
    const weight = ((1 - group.n / n) * share * (1 - share)) / pooled / (filled.length - 1);
    const ratio = varianceRatio(group);
    if (ratio === null) unknown += weight;
    else {
      known += weight;
      effect += weight * ratio;
    }
  }
  if (known > 0) effect += (effect / known) * unknown;
  return { deff: Math.max(1, effect), df };
}

/** Null where there is nothing to compare: fewer than two clusters, or nothing varies. */
function varianceRatio({ clusters, n, x, nn, xn, xx }: ClusterSums): number | null {
  if (clusters < 2 || x <= 0 || x >= n) return null;
  // n^2 sum (x_c - p n_c)^2, in whole numbers, since the difference of the products cancels.
  const [bigN, bigX] = [BigInt(n), BigInt(x)];
  const squares =
    bigN * bigN * BigInt(xx) - 2n * bigN * bigX * BigInt(xn) + bigX * bigX * BigInt(nn);
  return ((clusters / (clusters - 1)) * Number(squares)) / (n * x * (n - x));
}
