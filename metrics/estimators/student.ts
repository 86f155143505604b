import { betaI } from './beta.ts';

/** P(|T| >= |t|) of Student's t with `df` > 0 degrees of freedom (Abramowitz and Stegun 26.7.1). */
export function studentTwoSided(t: number, df: number): number {
  const square = t * t;
  return betaI(df / (df + square), df / 2, 0.5, square / (df + square));
}

/** The t with P(|T| <= t) = level, by bisection; 0 < level < 1, `df` at least 1. */
export function studentCritical(level: number, df: number): number {
  const alpha = 1 - level;
  let low = 0;
  let high = 1;
  while (studentTwoSided(high, df) > alpha) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 100 && high - low > high * 1e-16; step++) {
    const t = (low + high) / 2;
    if (studentTwoSided(t, df) > alpha) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/** The 0.975 quantile of Student's t with `df` degrees of freedom. */
export function t975(df: number): number {
  return studentCritical(0.95, df);
}
