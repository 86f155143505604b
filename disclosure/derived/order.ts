/** One thing to be put in order by what is published of it. */
export interface Ranked<T> {
  readonly item: T;
  /** 1 for the largest; equal values share a rank; undefined where the value is hidden. */
  readonly rank: number | undefined;
}

/**
 * Order and ranks from published values alone. Equal values keep the order of their codes: an order by the
 * exact counts behind them would give away which is larger.
 * @param shownOf published value; null where hidden, which comes last
 * @param codeOf what equal values are ordered by
 */
export function ranked<T>(
  items: readonly T[],
  shownOf: (item: T) => number | null,
  codeOf: (item: T) => string,
): Ranked<T>[] {
  const sorted = [...items].sort((a, b) => {
    const [x, y] = [shownOf(a), shownOf(b)];
    if (x !== y) return x === null ? 1 : y === null ? -1 : y - x;
    return codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : 0;
  });
  let rank = 0;
  return sorted.map((item, index) => {
    const value = shownOf(item);
    const before = sorted[index - 1];
    if (before === undefined || shownOf(before) !== value) rank = index + 1;
    return { item, rank: value === null ? undefined : rank };
  });
}
