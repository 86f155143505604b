const coefficients = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/**
 * Natural logarithm of the gamma function, x > 0.
 *
 * Source: Lanczos (1964), SIAM J. Numerical Analysis B 1, 86-96 (g = 7, 9 terms) below 15, Stirling's
 * series (Abramowitz and Stegun 6.1.41) from there on.
 */
export function logGamma(x: number): number {
  if (x >= 15) {
    const inverse = 1 / x;
    const square = inverse * inverse;
    const series =
      inverse *
      (1 / 12 -
        square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188)))));
    return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + series;
  }
  const y = x - 1;
  const base = y + 7.5;
  const sum = coefficients.reduce((total, c, k) => (k === 0 ? c : total + c / (y + k)), 0);
  return 0.9189385332046727 + (y + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** x^a e^-x / Gamma(a). */
function density(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** P(a, x) by its series (DLMF 8.11.4), below a + 1. */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; Math.abs(term) > Math.abs(sum) * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * density(a, x);
}

/** 1 - P(a, x) by Legendre's continued fraction (DLMF 8.9.2) with Lentz's method, from a + 1 on. */
function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; ; k++) {
    const factor = -k * (k - a);
    b += 2;
    d = 1 / (factor * d + b || tiny);
    c = b + factor / c || tiny;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-15) return value * density(a, x);
  }
}

/** The regularised lower incomplete gamma function P(a, x), a > 0. */
function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Its complement Q(a, x) = 1 - P(a, x), without cancellation in the far tail. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/**
 * The x at which P(a, x) = p, for 0 < p < 1: Newton's method inside a bracket that only shrinks,
 * started at Wilson and Hilferty's approximation (1931, PNAS 17, 684-688).
 */
export function gammaQuantile(p: number, a: number): number {
  const normal = p < 0.5 ? -1.959963984540054 : 1.959963984540054;
  const start = a * (1 - 1 / (9 * a) + normal / (3 * Math.sqrt(a))) ** 3;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let x = Math.max(start, a * 1e-3);
  for (let step = 0; step < 200; step++) {
    const miss = gammaLower(a, x) - p;
    if (miss > 0) high = x;
    else low = x;
    const slope = density(a, x) / x;
    let next = x - miss / slope;
    if (!(next > low && next < high)) {
      next = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2;
    }
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}
