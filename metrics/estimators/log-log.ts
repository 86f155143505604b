import { criticalValue, type IntervalOptions } from './reference.ts';
import { wilson } from './wilson.ts';

/**
 * Interval of a cumulative incidence on the scale log(-log(1 - F)).
 *
 * Source: Choudhury (2002), Non-parametric confidence interval estimation for competing risks
 * analysis, Statistics in Medicine 21, 1129-1144; after Kalbfleisch and Prentice (1980). At F = 0 or
 * 1 the scale has no value, and Wilson's interval on the number that started stands in. A design effect
 * multiplies the variance.
 * @param incidence F, 0 to 1
 * @param variance of F (Aalen-Johansen)
 * @param started cases that started, at least 1
 */
export function logLogInterval(
  incidence: number,
  variance: number,
  started: number,
  options: IntervalOptions = {},
): { low: number; high: number } {
  if (incidence <= 0) return wilson(0, started, options);
  if (incidence >= 1) return wilson(started, started, options);
  const z = criticalValue(options);
  if (!Number.isFinite(z)) return { low: 0, high: 1 };
  const survival = 1 - incidence;
  const spread =
    (z * Math.sqrt(variance * (options.deff ?? 1))) / (survival * Math.abs(Math.log(survival)));
  return {
    low: 1 - survival ** Math.exp(-spread),
    high: 1 - survival ** Math.exp(spread),
  };
}
