/** The known name that is fewest edits away, for "did you mean"; `-` where nothing is known. */
export function nearest(name: string, known: Iterable<string>): string {
  let best = '-';
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** The nearest name where one is near enough to be meant, else the first few of the known names. */
export function suggestion(name: string, known: readonly string[]): string {
  const best = nearest(name, known);
  const meant = distance(name.toLowerCase(), best.toLowerCase()) <= Math.max(2, name.length / 3);
  if (meant) return best;
  return known.length > 8 ? `${known.slice(0, 8).join(', ')}, …` : known.join(', ');
}

/** Levenshtein's distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
