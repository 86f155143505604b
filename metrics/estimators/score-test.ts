import { type Design, independent, normalFrom, twoSidedP } from './reference.ts';
import { chiSquareUpper, fUpper } from './tails.ts';

export interface ShareCount {
  /** Cases with the property, a whole number of 0 to `whole`. */
  part: number;
  whole: number;
}

export interface TwoSidedTest {
  /** Standardised, with the sign of first less second, the design effect taken out. */
  z: number;
  /** Null where the clusters leave no degree of freedom, or a group is empty: not tested. */
  p: number | null;
}

/**
 * Score test for the difference of two independent shares, with the pooled variance; z^2 is Pearson's
 * chi-square without continuity correction, over the design effect.
 *
 * Source: Pearson (1900); Agresti (2013), Categorical Data Analysis, 3.2.1; Rao and Scott (1992),
 * Biometrics 48, 577-585. Student's t stands for normal below 30 degrees of freedom (reference.ts).
 * @returns z 0 and p 1 where all or none have the property in both
 */
export function scoreTest(
  first: ShareCount,
  second: ShareCount,
  design: Design = independent,
): TwoSidedTest {
  if (first.whole <= 0 || second.whole <= 0) return { z: 0, p: null };
  const n = first.whole + second.whole;
  const x = first.part + second.part;
  if (x === 0 || x === n) return { z: 0, p: twoSidedP(0, design.df) };
  const difference = first.part * second.whole - second.part * first.whole;
  const spread = (x / n) * (n - x) * (first.whole * second.whole) * design.deff;
  const z = difference / Math.sqrt(spread);
  return { z, p: twoSidedP(z, design.df) };
}

/**
 * Score test (Pearson's chi-square) that k groups have one share, over the design effect.
 *
 * Source: as above; below 30 degrees of freedom between clusters chi-square / (k - 1) is referred to F
 * with (k - 1, df) (Rao and Thomas 1989, in Skinner, Holt and Smith, Analysis of Complex Surveys, 4).
 * @returns df = groups with cases, less one; p null where fewer than two have any, or the clusters
 * leave no degree of freedom; chi-square 0 and p 1 where nothing varies
 */
export function homogeneityTest(
  groups: readonly ShareCount[],
  design: Design = independent,
): { chi2: number; df: number; p: number | null } {
  const filled = groups.filter((group) => group.whole > 0);
  const df = filled.length - 1;
  if (df < 1) return { chi2: 0, df: 0, p: null };
  const n = filled.reduce((sum, group) => sum + group.whole, 0);
  const x = filled.reduce((sum, group) => sum + group.part, 0);
  const share = x / n;
  const squares = filled.reduce(
    (sum, group) => sum + (group.part - share * group.whole) ** 2 / group.whole,
    0,
  );
  const chi2 = x === 0 || x === n ? 0 : squares / (share * (1 - share)) / design.deff;
  return { chi2, df, p: chiSquareP(chi2, df, design.df) };
}

/**
 * p of a chi-square statistic from which the design effect is taken out, by the same rule.
 * @param clusterDf degrees of freedom between clusters; null where none are in question
 */
export function chiSquareP(chi2: number, df: number, clusterDf: number | null): number | null {
  if (clusterDf === null || clusterDf >= normalFrom) return chiSquareUpper(chi2, df);
  return clusterDf < 1 ? null : fUpper(chi2 / df, df, clusterDf);
}
