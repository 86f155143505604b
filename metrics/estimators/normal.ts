import { gammaUpper } from './gamma.ts';

/** P(|Z| >= |z|) of the standard normal distribution (DLMF 7.11.2). */
export function normalTwoSided(z: number): number {
  return gammaUpper(0.5, (z * z) / 2);
}

/**
 * The z with P(|Z| <= z) = level, 0 < level < 1.
 *
 * Source: Abramowitz and Stegun 26.2.23 as a start, then Newton's method with Halley's correction.
 */
export function normalCritical(level: number): number {
  const alpha = 1 - level;
  const t = Math.sqrt(-2 * Math.log(alpha / 2));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  for (let step = 0; step < 3; step++) {
    const density = 2 * Math.exp((-z * z) / 2) * 0.3989422804014327;
    const newton = (normalTwoSided(z) - alpha) / density;
    z += newton / (1 + (z * newton) / 2);
  }
  return z;
}
