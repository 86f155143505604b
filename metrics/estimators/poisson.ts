import { gammaQuantile } from './gamma.ts';

/** Intervals of 95 % of counts below `remembered`: those of small groups come up again and again. */
const known: (Readonly<Limits> | undefined)[] = [];
const remembered = 10_000;

interface Limits {
  low: number;
  high: number;
}

/**
 * Exact interval of the mean of a Poisson count.
 *
 * Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442, in
 * its gamma form.
 * @param count a whole number, 0 or more
 * @param level of confidence, 0.95 unless told
 */
export function poissonExact(count: number, level = 0.95): Readonly<Limits> {
  if (level !== 0.95 || count >= remembered) return limits(count, level);
  known[count] ??= limits(count, level);
  return known[count];
}

function limits(count: number, level: number): Limits {
  const tail = level === 0.95 ? 0.025 : (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
  };
}
