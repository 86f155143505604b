/**
 * Seconds since a moment of `performance.now()`, to the millisecond: what is said and written has no
 * digits that were not measured, which could read like the number of a person.
 */
export function secondsSince(begin: number): number {
  return Math.round(performance.now() - begin) / 1000;
}
