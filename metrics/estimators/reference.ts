import { z95 } from './interval.ts';
import { normalCritical, normalTwoSided } from './normal.ts';
import { studentCritical, studentTwoSided } from './student.ts';

/** From so many degrees of freedom on, Student's t is taken for normal. */
export const normalFrom = 30;

/**
 * What every interval and test can be given: level of confidence, and how far cases of one cluster
 * (agency-week) are alike.
 */
export interface Design {
  /** Factor by which clusters inflate the variance, at least 1. */
  deff: number;
  /** Degrees of freedom between clusters; null where no clusters are in question: normal. */
  df: number | null;
}

export interface IntervalOptions extends Partial<Design> {
  /** 0.95 unless told; an FCR-adjusted interval has a higher one. */
  level?: number;
}

/** No clusters: independent cases. */
export const independent: Design = { deff: 1, df: null };

/**
 * Two-sided p of a standardised statistic: Student's t where the clusters give fewer than 30 degrees
 * of freedom, else normal (Rao and Scott 1987; Thomas and Rao 1987, JASA 82, 630-636).
 * @returns null where the clusters give none: nothing can be tested
 */
export function twoSidedP(z: number, df: number | null): number | null {
  if (df === null || df >= normalFrom) return normalTwoSided(z);
  return df < 1 ? null : studentTwoSided(z, df);
}

/** Number of standard errors of an interval, by the same rule; infinite where df is 0. */
export function criticalValue({ level = 0.95, df = null }: IntervalOptions = {}): number {
  if (df !== null && df < 1) return Number.POSITIVE_INFINITY;
  if (df !== null && df < normalFrom) return studentCritical(level, df);
  return level === 0.95 ? z95 : normalCritical(level);
}

/**
 * Degrees of freedom of a sum of estimated variances: the square of their sum over the sum of their
 * squares, each over its own.
 *
 * Source: Satterthwaite (1946), Biometrics Bulletin 2, 110-114; Welch (1947), Biometrika 34, 28-35.
 * @returns a whole or broken number; 0 where a part that varies has none
 */
export function satterthwaite(parts: readonly { variance: number; df: number }[]): number {
  const varying = parts.filter(({ variance }) => variance > 0);
  if (varying.some(({ df }) => df <= 0)) return 0;
  const total = varying.reduce((sum, { variance }) => sum + variance, 0);
  return total ** 2 / varying.reduce((sum, { variance, df }) => sum + variance ** 2 / df, 0);
}
