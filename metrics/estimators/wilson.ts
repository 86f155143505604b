import { z95 } from './interval.ts';

/**
 * Wilson's score interval of a share, without continuity correction.
 *
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference,
 * JASA 22, 209-212; recommended by Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133.
 * @param events 0 <= events <= n
 * @param n at least 1
 * @returns both ends between 0 and 1; exactly 0 at no event, exactly 1 where all are events
 */
export function wilson(events: number, n: number): { low: number; high: number } {
  const share = events / n;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    low: events === 0 ? 0 : (middle - half) / scale,
    high: events === n ? 1 : (middle + half) / scale,
  };
}
