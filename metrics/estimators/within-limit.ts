/** What decides whether a limit was kept, in whole working days. */
export interface LimitCase {
  /** From the start to the as-of day, which counts to its end. */
  followUp: number;
  limit: number;
  /** From the start to the awaited event, where it came by the as-of day; else null. */
  duration: number | null;
}

/**
 * Kept and judged cases of a limit. Judged are all starts at least `limit` working days before the
 * as-of day, finished or not; a competing end stays among them as not kept. The same as the planner's
 * SQL does; here for tests and for cases at hand.
 *
 * Source: docs/metrics.md (the denominator is fixed by the start alone, so that waiting cannot leave
 * it; Clayton and Hills, 1993, Statistical Models in Epidemiology, ch. 4, on follow-up).
 */
export function withinLimit(cases: readonly LimitCase[]): { kept: number; judged: number } {
  const judged = cases.filter((one) => one.followUp >= one.limit);
  const kept = judged.filter((one) => one.duration !== null && one.duration <= one.limit);
  return { kept: kept.length, judged: judged.length };
}
