import type { DayHistogram } from './aalen-johansen.ts';
import { grayScores } from './gray-scores.ts';
import { type Design, independent } from './reference.ts';
import { chiSquareP } from './score-test.ts';

export interface GrayTest {
  /** The design effect taken out. */
  chi2: number;
  /** Groups compared, less one. */
  df: number;
  /** Null where fewer than two groups can be compared, or the clusters leave no degree of freedom. */
  p: number | null;
  /** By group: events less those expected if all had one incidence; positive = sooner or more. */
  excess: number[];
}

/**
 * Gray's test that two or more groups have the same cumulative incidence of the event, with competing
 * ends, over the design effect. A group that was never at risk beside others on a day with an event is
 * left out.
 *
 * Source: Gray (1988), Annals of Statistics 16, 1141-1154 (gray-scores.ts); it equals R's
 * cmprsk::cuminc, except that where its correction for ties makes a variance negative (a few cases,
 * most of which ended on one day) the correction is cut. With clusters as in homogeneityTest: below 30 degrees of freedom between them
 * chi-square / df is referred to F, for two groups Student's t squared.
 * @param groups day histograms of equal follow-up (same age at the cut)
 * @param rho weight (1 - F0)^rho of a day; 0 weighs all days alike
 * @returns chi-square 0 and p 1 where nothing varies
 */
export function grayTest(
  groups: readonly DayHistogram[],
  design: Design = independent,
  rho = 0,
): GrayTest {
  const found = grayScores(groups, rho);
  const { scores, compared } = found;
  const kept = groups.flatMap((_, i) => (compared[i] ? [i] : []));
  const df = Math.max(0, kept.length - 1);
  if (df === 0) return { chi2: 0, df, p: null, excess: scores };
  const some = kept.slice(0, df);
  const distance = (covariance: number[][]) =>
    quadratic(
      some.map((i) => some.map((j) => covariance[i]?.[j] ?? 0)),
      some.map((i) => scores[i] ?? 0),
    );
  const all = distance(found.covariance) ?? distance(grayScores(groups, rho, 0).covariance) ?? 0;
  const chi2 = all / design.deff;
  return { chi2, df, p: chiSquareP(chi2, df, design.df), excess: scores };
}

/**
 * v' inv(m) v of a symmetric matrix, by Cholesky's method; a direction of no variance counts nothing.
 * @returns null where a variance is negative
 */
function quadratic(matrix: number[][], vector: number[]): number | null {
  const rows: number[][] = [];
  const solved: number[] = [];
  let sum = 0;
  for (const [i, line] of matrix.entries()) {
    const row: number[] = [];
    const dot = (other: readonly number[], length: number) =>
      row.slice(0, length).reduce((all, value, k) => all + value * (other[k] ?? 0), 0);
    for (let j = 0; j < i; j++) {
      const other = rows[j] as number[];
      const pivot = other[j] as number;
      row.push(pivot > 0 ? ((line[j] as number) - dot(other, j)) / pivot : 0);
    }
    const own = line[i] as number;
    const rest = own - dot(row, i);
    if (rest < -1e-9 * Math.max(own, dot(row, i))) return null;
    const pivot = rest > own * 1e-12 ? Math.sqrt(rest) : 0;
    const value = pivot > 0 ? ((vector[i] as number) - dot(solved, i)) / pivot : 0;
    rows.push([...row, pivot]);
    solved.push(value);
    sum += value * value;
  }
  return sum;
}
