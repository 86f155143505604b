import { binomialLower } from './beta.ts';
import { normalCritical } from './normal.ts';
import type { ShareCount } from './score-test.ts';

/** Levels of a funnel's two pairs of limits. */
export const funnelLevels = { warning: 0.95, alarm: 0.998 };

export interface FunnelLimits {
  low: number;
  high: number;
}

export interface FunnelFlag {
  warning: FunnelLimits;
  alarm: FunnelLimits;
  /** Beyond no limit, the warning limit, or the alarm limit. */
  beyond: 'none' | 'warning' | 'alarm';
  side: 'below' | 'above' | null;
}

/**
 * Limits of a funnel plot for a share: where a body of n cases would stand, at the level given, if it
 * differed from the target by chance alone.
 *
 * Without over-dispersion exact binomial, interpolated between whole counts; with it the score limits
 * target +/- z sqrt(dispersion * target (1 - target) / n), cut to 0 and 1.
 *
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in
 * Medicine 24, 1185-1202, appendix A.1.1 and section 4.
 * @param target overall share, 0 to 1
 * @param n cases of the body, at least 1
 * @param dispersion at least 1 (funnelDispersion)
 */
export function funnelLimits(
  target: number,
  n: number,
  level: number,
  dispersion = 1,
): FunnelLimits {
  if (target <= 0) return { low: 0, high: 0 };
  if (target >= 1) return { low: 1, high: 1 };
  if (dispersion > 1) {
    const half = normalCritical(level) * Math.sqrt((dispersion * target * (1 - target)) / n);
    return { low: Math.max(0, target - half), high: Math.min(1, target + half) };
  }
  const tail = (1 - level) / 2;
  return { low: exactLimit(target, n, tail), high: exactLimit(target, n, 1 - tail) };
}

/** (r - alpha) / n with r the least count with P(X <= r) >= p. */
function exactLimit(target: number, n: number, p: number): number {
  let low = -1;
  let r = n;
  while (r - low > 1) {
    const middle = Math.floor((low + r) / 2);
    if (binomialLower(middle, n, target) >= p) r = middle;
    else low = middle;
  }
  const reached = binomialLower(r, n, target);
  const step = reached - binomialLower(r - 1, n, target);
  return Math.max(0, (r - (reached - p) / step) / n);
}

/**
 * Over-dispersion of bodies around the target: the mean of z^2 with the outermost `trim` of the bodies
 * on either side drawn in to the next (winsorised), so that outliers do not hide themselves; at least 1.
 *
 * Source: Spiegelhalter (2005), as above, section 4; the same (2005), Handling
 * over-dispersion of performance indicators, Quality and Safety in Health Care 14, 347-351.
 * @param bodies those without cases are left out
 * @param trim part at either end, 0 to 0.5
 */
export function funnelDispersion(
  bodies: readonly ShareCount[],
  target: number,
  trim = 0.1,
): number {
  if (target <= 0 || target >= 1) return 1;
  const scores = bodies
    .filter(({ whole }) => whole > 0)
    .map(({ part, whole }) => (part - target * whole) / Math.sqrt(whole * target * (1 - target)))
    .sort((a, b) => a - b);
  if (scores.length === 0) return 1;
  const cut = Math.floor(trim * scores.length);
  const least = scores[cut] as number;
  const most = scores[scores.length - 1 - cut] as number;
  const squares = scores.map((z) => Math.min(most, Math.max(least, z)) ** 2);
  return Math.max(1, squares.reduce((all, square) => all + square, 0) / scores.length);
}

/** Where one body stands against both pairs of limits; on a limit is within it. */
export function funnelFlag(body: ShareCount, target: number, dispersion = 1): FunnelFlag {
  const warning = funnelLimits(target, body.whole, funnelLevels.warning, dispersion);
  const alarm = funnelLimits(target, body.whole, funnelLevels.alarm, dispersion);
  const share = body.part / body.whole;
  const outside = (limits: FunnelLimits) => share < limits.low || share > limits.high;
  if (!outside(warning)) return { warning, alarm, beyond: 'none', side: null };
  const side = share < target ? 'below' : 'above';
  return { warning, alarm, beyond: outside(alarm) ? 'alarm' : 'warning', side };
}
