/** A dispersion of at least 1, fit to be a comparison's `deff`, and its degrees of freedom. */
export interface Dispersion {
  deff: number;
  df: number;
}

/** Fewest counts of a series whose dispersion is estimated. */
export const dispersionMinimum = 4;

/**
 * Dispersion of a series of counts around a log-linear trend: Pearson's chi-square of the Poisson
 * regression y ~ 1 + t over n - 2, at least 1. The trend is the maximum-likelihood fit, so that its
 * total and its centre of time are those of the counts.
 *
 * Where all is counted at the first or the last point no trend fits (its slope has no end): the
 * constant mean stands in, over n - 1. A series of zeros has dispersion 1.
 *
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, 4.5 and 6.2; Wedderburn (1974),
 * Biometrika 61, 439-447.
 * @param series counts of equally long, successive periods, gaps filled with 0
 * @param exposures of the periods, above 0 (working days); all 1 unless told
 * @returns null with fewer than 4 counts
 */
export function dispersion(
  series: readonly number[],
  exposures: readonly number[] = series.map(() => 1),
): Dispersion | null {
  const n = series.length;
  if (n < dispersionMinimum) return null;
  const total = sum(series);
  if (total === 0) return { deff: 1, df: n - 2 };
  const centre = series.reduce((all, count, t) => all + count * t, 0) / total;
  const trend = centre > 0 && centre < n - 1;
  const weights = trend ? tilted(exposures, centre) : exposures;
  const whole = sum(weights);
  const df = trend ? n - 2 : n - 1;
  const chi2 = series.reduce((all, count, t) => {
    const mean = (total * (weights[t] as number)) / whole;
    return mean > 0 ? all + (count - mean) ** 2 / mean : all;
  }, 0);
  return { deff: Math.max(1, chi2 / df), df };
}

/**
 * e_t exp(slope t), with the slope at which their centre of time is `centre`: Newton's method inside a
 * bracket, since the centre grows with the slope.
 */
function tilted(exposures: readonly number[], centre: number): number[] {
  const middle = (exposures.length - 1) / 2;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let slope = 0;
  let weights = [...exposures];
  for (let step = 0; step < 200; step++) {
    const largest = Math.abs(slope) * middle;
    weights = exposures.map((e, t) => e * Math.exp(slope * (t - middle) - largest));
    const whole = sum(weights);
    const mean = weights.reduce((all, w, t) => all + w * t, 0) / whole;
    const spread = weights.reduce((all, w, t) => all + w * (t - mean) ** 2, 0) / whole;
    const miss = mean - centre;
    if (miss > 0) high = slope;
    else low = slope;
    let next = slope - miss / spread;
    if (!(next > low && next < high)) {
      next = Number.isFinite(low + high) ? (low + high) / 2 : slope - Math.sign(miss);
    }
    if (Math.abs(next - slope) <= 1e-15 * Math.max(1, Math.abs(slope))) break;
    slope = next;
  }
  return weights;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
