import { criticalValue, type IntervalOptions } from './reference.ts';

/**
 * Wilson's score interval of a share, without continuity correction.
 *
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference,
 * JASA 22, 209-212; recommended by Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133.
 * With a design effect, n is the effective number n / deff, as in Korn and Graubard (1998), Survey
 * Methodology 24, 193-201, and Dean and Pagano (2015), J. Survey Statistics and Methodology 3, 484-503.
 * @param events 0 <= events <= n
 * @param n at least 1
 * @returns both ends between 0 and 1; exactly 0 at no event, exactly 1 where all are events
 */
export function wilson(
  events: number,
  n: number,
  options: IntervalOptions = {},
): { low: number; high: number } {
  const z = criticalValue(options);
  if (!Number.isFinite(z)) return { low: 0, high: 1 };
  const share = events / n;
  const effective = n / (options.deff ?? 1);
  const z2 = z * z;
  const middle = share + z2 / (2 * effective);
  const half = z * Math.sqrt((share * (1 - share)) / effective + z2 / (4 * effective * effective));
  const scale = 1 + z2 / effective;
  return {
    low: events === 0 ? 0 : (middle - half) / scale,
    high: events === n ? 1 : (middle + half) / scale,
  };
}
