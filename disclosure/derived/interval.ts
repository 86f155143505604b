/** Of the normal distribution for 95 % both sides. */
export const z95 = 1.959963984540054;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * How many exactly counted cases say as much about a share as these noisy ones do:
 * n* = r(1-r) / (r(1-r)/n' + V(1+r^2)/n'^2). The second term is what the noise of numerator and
 * denominator adds to the variance of their ratio (to first order).
 * @param r published numerator by published denominator, 0 to 1
 * @param n published denominator
 * @param variance of the noise
 */
export function effectiveCases(r: number, n: number, variance: number): number {
  // At 0 and 1 the formula is 0/0: half a case inside, as a continuity correction would have it.
  const inside = Math.min(Math.max(r, 0.5 / n), 1 - 0.5 / n);
  const spread = inside * (1 - inside);
  return spread / (spread / n + (variance * (1 + inside * inside)) / (n * n));
}

/** Wilson's score interval (1927) of a share of `n` cases, which need not be a whole number. */
export function wilson(r: number, n: number, z: number = z95): Interval {
  const zz = (z * z) / n;
  const centre = (r + zz / 2) / (1 + zz);
  const half = (z / (1 + zz)) * Math.sqrt((r * (1 - r)) / n + zz / (4 * n));
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}

/** Wilson's interval for a share of two published counts. */
export function noisyWilson(r: number, n: number, variance: number, z: number = z95): Interval {
  return wilson(r, effectiveCases(r, n, variance), z);
}

/**
 * Score interval of an expected count from a published one: count and noise together vary like
 * f times a Poisson count, f = (n' + V) / n'. Solves (n' - m)^2 = z^2 f m for m.
 */
export function noisyPoisson(n: number, variance: number, z: number = z95): Interval {
  const f = (n + variance) / Math.max(n, 1);
  const half = (z * z * f) / 2;
  const root = Math.sqrt(z * z * f * n + half * half);
  return { lower: Math.max(0, n + half - root), upper: n + half + root };
}
