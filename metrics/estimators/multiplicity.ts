/**
 * Benjamini and Hochberg's adjusted p values (q): the smallest false discovery rate at which the
 * finding would count as one.
 *
 * Source: Benjamini and Hochberg (1995), Controlling the false discovery rate, J. Royal Statistical
 * Society B 57, 289-300.
 * @param values p, 0 to 1; null where nothing was tested: left out of the family
 * @returns q in the same places
 */
export function benjaminiHochberg(values: readonly (number | null)[]): (number | null)[] {
  const tested = values
    .flatMap((p, place) => (p === null ? [] : [{ p, place }]))
    .sort((a, b) => b.p - a.p);
  const q: (number | null)[] = values.map(() => null);
  let least = 1;
  for (const [k, { p, place }] of tested.entries()) {
    least = Math.min(least, p * (tested.length / (tested.length - k)));
    q[place] = least;
  }
  return q;
}

/**
 * Level of the intervals shown beside selected findings, so that of those shown a share of at most `q`
 * is expected to miss: 1 - selected * q / tested.
 *
 * Source: Benjamini and Yekutieli (2005), False discovery rate-adjusted multiple confidence intervals
 * for selected parameters, JASA 100, 71-81.
 * @param tested size of the family
 * @param selected findings called clear; where none is, the level is that of one
 * @param q false coverage rate; an empty family has the plain level 1 - q
 */
export function fcrLevel(tested: number, selected: number, q = 0.05): number {
  return 1 - (Math.min(Math.max(1, selected), Math.max(1, tested)) * q) / Math.max(1, tested);
}
