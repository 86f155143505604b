import { gammaQuantile } from './gamma.ts';

/**
 * Exact interval of the mean of a Poisson count.
 *
 * Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442, in
 * its gamma form.
 * @param count a whole number, 0 or more
 */
export function poissonExact(count: number): { low: number; high: number } {
  return {
    low: count === 0 ? 0 : gammaQuantile(0.025, count),
    high: gammaQuantile(0.975, count + 1),
  };
}
