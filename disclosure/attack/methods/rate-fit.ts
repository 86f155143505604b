import type { Ground } from '../model/ground.ts';
import { shownValue } from '../model/method.ts';
import type { Limit } from '../model/observation.ts';
import type { RateCell } from './rate-links.ts';

const z = 1.959963984540054;

/** Whether x of n, rounded as published, is the published rate. */
export function fitsRate({ reach }: RateCell, x: number, n: number): boolean {
  const share = x / n;
  return share >= reach[0] - 1e-9 && share <= reach[1] + 1e-9;
}

/** Whether Wilson's 95 % limits (1927) of x of n, rounded as published, are the published ones. */
export function fitsLimits(cell: RateCell, x: number, n: number): boolean {
  const { lower, upper } = cell.observation;
  if (lower === undefined && upper === undefined) return true;
  const [low, high] = wilson(x / n, n);
  return near(low, lower, cell, 0.5) && near(high, upper, cell, 0.5);
}

/**
 * Whether the published counts alone give the rate, and its limits by Wilson's formula, plain or with the noise
 * counted in: then it says nothing that the counts do not.
 */
export function reproducible(
  { book, method }: Ground,
  cell: RateCell,
  pair: { x: string; n: string },
): boolean {
  const x = shownValue(book, pair.x);
  const n = shownValue(book, pair.n);
  if (x === undefined || n === undefined || n === 0) return true;
  const share = Math.min(1, x / n);
  if (!fitsRate(cell, share * n, n)) return false;
  const { lower, upper } = cell.observation;
  if (lower === undefined && upper === undefined) return true;
  const inside = Math.min(Math.max(share, 0.5 / n), 1 - 0.5 / n);
  const spread = inside * (1 - inside);
  const noisy = spread / (spread / n + (method.variance * (1 + inside ** 2)) / n ** 2);
  return [n, noisy].some((cases) => {
    const [low, high] = wilson(share, cases);
    // Rounded outward or to the nearest.
    return near(low, lower, cell, 1) && near(high, upper, cell, 1);
  });
}

function wilson(share: number, n: number): [number, number] {
  const zz = (z * z) / n;
  const centre = (share + zz / 2) / (1 + zz);
  const half = (z / (1 + zz)) * Math.sqrt((share * (1 - share)) / n + zz / (4 * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

function near(value: number, limit: Limit | undefined, cell: RateCell, steps: number): boolean {
  if (limit === undefined) return true;
  const places = cell.scale === 1 ? Math.max(2, limit.decimals) : limit.decimals;
  return Math.abs(value * cell.scale - limit.value) <= steps * 10 ** -places + 1e-9;
}
