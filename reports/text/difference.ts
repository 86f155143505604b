import { parsePeriod } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';

export interface Difference {
  /** now - before, in the figures' own unit. */
  value: number;
  low: number;
  high: number;
  /** The intervals of the two figures overlap: nothing is said about a direction. */
  uncertain: boolean;
}

/**
 * now - before with an interval from the two figures' own intervals, by the method of variance
 * estimates recovery (Zou & Donner 2008, Statistics in Medicine 27: 1693-1702, eq. 7); with Wilson's
 * limits for shares this is Newcombe's hybrid score interval (1998, method 10).
 * @returns undefined where one of them has no value or no interval
 */
export function difference(now: Figure, before: Figure): Difference | undefined {
  const ends = [now.value, now.low, now.high, before.value, before.low, before.high];
  if (ends.some((end) => end === null)) return undefined;
  const [a, aLow, aHigh, b, bLow, bHigh] = ends as [number, number, number, number, number, number];
  const value = a - b;
  return {
    value,
    low: value - Math.hypot(a - aLow, bHigh - b),
    high: value + Math.hypot(aHigh - a, b - bLow),
    uncertain: aLow <= bHigh && bLow <= aHigh,
  };
}

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Calendar days from the end of the figure's quarter to the day that it is cut at. */
function followUp(figure: Figure): number | undefined {
  const period = parsePeriod(figure.dims.quarter ?? '');
  return period && day(figure.as_of) - day(period.last);
}

const ageless = new Set(['received', 'received_valid', 'rating', 'unknown']);

/**
 * Whether two quarters may be compared: shares of states only where both quarters had about the same
 * time to be handled (within 10 days; holidays move the as-of day) and neither is cut short, clocks
 * only where both are mature.
 */
export function comparable(now: Figure, before: Figure): boolean {
  if (ageless.has(now.metric)) return true;
  if (['verify', 'respond_agency', 'respond_citizen', 'resolve'].includes(now.metric)) {
    return !now.provisional && !before.provisional;
  }
  if (now.provisional || before.provisional) return false;
  const [a, b] = [followUp(now), followUp(before)];
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 10;
}
