import { readFolder } from '../read/read-folder.ts';
import { normalise } from './book.ts';
import { cellName } from './observation.ts';
import { observe, releaseFinder } from './observe.ts';
import type { Release } from './releases.ts';

/**
 * Exact counts of a folder by the names that each attacked release has for its cells. Those in a folder named as
 * the release hold for it before all others, since a period counts differently when late records have come.
 */
export async function exactCells(
  folder: string | undefined,
  releases: readonly Release[],
): Promise<Map<string, number>[]> {
  if (folder === undefined) return releases.map(() => new Map());
  const extract = await readFolder(folder);
  const structure = releases[0]?.book.structure;
  const releaseOf = releaseFinder(extract.structures.map(({ file }) => file));
  const observed = observe(extract, releaseOf, () => structure);
  return releases.map(({ names, book }) => {
    const isOwn = ({ release }: { release: string }) => names.includes(release);
    const inOrder = [...observed.filter((one) => !isOwn(one)), ...observed.filter(isOwn)];
    const exact = new Map<string, number>();
    for (const { measure, at, value } of inOrder) {
      if (value === null || !Number.isInteger(value) || value < 0) continue;
      for (const place of [at, ...periodsOf(book.cells.values(), at)]) {
        exact.set(cellName(measure, normalise(place, book.structure)), value);
      }
    }
    return exact;
  });
}

/**
 * Which releases count some cell differently. Where both show it an attacker sees that himself; where a gap hides it
 * he may take the two for one, and what he then concludes is not so: the truth tells.
 */
export async function apartBy(
  folder: string | undefined,
  releases: readonly Release[],
): Promise<(a: string, b: string) => boolean> {
  const single = releases.flatMap((one) => one.names.map((name) => ({ ...one, names: [name] })));
  const exact = await exactCells(folder, single);
  const byName = new Map(single.map(({ names: [name] }, index) => [name, exact[index]]));
  return (a, b) =>
    [...(byName.get(a) ?? [])].some(([cell, n]) => (byName.get(b)?.get(cell) ?? n) !== n);
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
