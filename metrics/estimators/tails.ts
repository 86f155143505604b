import { betaI } from './beta.ts';
import { gammaUpper } from './gamma.ts';

/** P(X >= x) of chi-square with `df` degrees of freedom (DLMF 8.2.4); 1 at x <= 0. */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2);
}

/**
 * P(X >= x) of the F distribution with `df1` over `df2` degrees of freedom; 1 at x <= 0.
 *
 * Source: Abramowitz and Stegun 26.6.2.
 */
export function fUpper(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  const part = df1 * x;
  return betaI(df2 / (df2 + part), df2 / 2, df1 / 2, part / (df2 + part));
}
