import { logGamma } from './gamma.ts';

/**
 * The regularised incomplete beta function I_x(a, b), 0 <= x <= 1, a and b > 0.
 *
 * Source: the continued fraction of DLMF 8.17.22 by Lentz's method, on the side where it converges.
 * @param rest 1 - x, where it is known more exactly than the subtraction gives it
 */
export function betaI(x: number, a: number, b: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(rest, b, a, x);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest),
  );
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let fraction = d;
  for (let k = 1; ; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    fraction *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16 || k > 10_000) return (front * fraction) / a;
  }
}

/**
 * P(X <= successes) of a binomial count, by the incomplete beta function.
 *
 * Source: DLMF 8.17.5.
 */
export function binomialLower(successes: number, n: number, share: number): number {
  if (successes < 0) return 0;
  if (successes >= n) return 1;
  return betaI(1 - share, n - successes, successes + 1, share);
}
