import { readFolder } from '../read/read-folder.ts';
import { normalise } from './book.ts';
import { cellName } from './observation.ts';
import { observe, releaseFinder } from './observe.ts';
import type { Release } from './releases.ts';

/** Exact counts of a folder by the names that the attacked releases have for their cells. */
export async function exactCells(
  folder: string | undefined,
  releases: readonly Release[],
): Promise<Map<string, number>> {
  const exact = new Map<string, number>();
  if (folder === undefined) return exact;
  const extract = await readFolder(folder);
  const structure = releases[0]?.book.structure;
  const releaseOf = releaseFinder(extract.structures.map(({ file }) => file));
  for (const { measure, at, value } of observe(extract, releaseOf, () => structure)) {
    if (value === null || !Number.isInteger(value) || value < 0) continue;
    for (const { book } of releases) {
      for (const place of [at, ...periodsOf(book.cells.values(), at)]) {
        exact.set(cellName(measure, normalise(place, book.structure)), value);
      }
    }
  }
  return exact;
}

/** Exact tables that name no period are those of the period the release is of, where there is one. */
function periodsOf(
  cells: Iterable<{ at: Readonly<Record<string, string>> }>,
  at: Readonly<Record<string, string>>,
): Readonly<Record<string, string>>[] {
  if (at.period !== undefined) return [];
  const periods = new Set<string | undefined>();
  for (const cell of cells) periods.add(cell.at.period);
  const [only] = periods;
  return periods.size === 1 && only !== undefined ? [{ ...at, period: only }] : [];
}
