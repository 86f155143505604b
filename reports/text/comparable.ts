import { parsePeriod } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';

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
