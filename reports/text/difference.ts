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

function isOver({ dims, as_of }: Figure): boolean {
  const period = parsePeriod(dims.quarter ?? '');
  return period !== undefined && as_of >= period.last;
}

/** Their reports are those that came in, whatever became of them later. */
const ageless = new Set(['received', 'rating']);
const clocks = new Set(['verify', 'respond_agency', 'respond_citizen', 'resolve']);

/**
 * Whether two quarters may be compared: both over on their as-of day; clocks only where both are
 * mature, so that longer follow-up would change neither; all that depends on the state only where both
 * were followed for the same number of working days.
 */
export function comparable(now: Figure, before: Figure): boolean {
  if (!isOver(now) || !isOver(before)) return false;
  if (ageless.has(now.metric)) return true;
  if (clocks.has(now.metric)) return !now.provisional && !before.provisional;
  return now.age_working_days !== null && now.age_working_days === before.age_working_days;
}
