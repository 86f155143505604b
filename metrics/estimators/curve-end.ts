/** Fewest cases that must have been followed up to a day for the curve to go on to it. */
export const curveMinimum = 10;

/**
 * The last day of a curve: the last day d for which at least 10 cases started d or more working days
 * before the as-of day, finished or not (cases that ended are information, not loss).
 *
 * Source: the rule of this project (docs/metrics.md); after Pocock, Clayton and Altman (2002), Lancet
 * 359, 1686-1689, who end a curve where too few are left to follow.
 * @param followUp cases by number of working days from start to as-of day (index = days)
 * @returns null where fewer than 10 cases started
 */
export function curveEnd(followUp: readonly number[]): number | null {
  let cases = 0;
  for (let day = followUp.length - 1; day >= 0; day--) {
    cases += followUp[day] ?? 0;
    if (cases >= curveMinimum) return day;
  }
  return null;
}
