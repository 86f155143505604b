import type { Group } from './plan/groups.ts';
import type { DimensionName } from './types.ts';

/** Groups in the order of their keys. */
export function inOrder(groups: Iterable<Group>): Group[] {
  const list = [...groups];
  const places = placesOf(list);
  if (places) return Array.from(places, (place) => list[place % list.length] as Group);
  return list.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/**
 * The place of each group in that order, as a number: keys are made of a few codes many times over, so
 * that only those need be compared.
 * @returns sorted numbers, the rest of which by the number of groups is a position in the list;
 *   undefined where groups have not the same dimensions, or too many
 */
function placesOf(groups: readonly Group[]): Float64Array | undefined {
  const names = Object.keys(groups[0]?.dims ?? {}).sort() as DimensionName[];
  const ranks = names.map((name, index) => ranksOf(groups, name, index === names.length - 1));
  const most = ranks.reduce((product, { size }) => product * size, groups.length);
  if (most > Number.MAX_SAFE_INTEGER) return undefined;
  const places = new Float64Array(groups.length);
  for (const [position, { dims }] of groups.entries()) {
    if (Object.keys(dims).length !== names.length) return undefined;
    let place = 0;
    for (const [index, name] of names.entries()) {
      const rank = ranks[index]?.get(dims[name] ?? '');
      if (rank === undefined) return undefined;
      place = place * (ranks[index]?.size ?? 1) + rank;
    }
    places[position] = place * groups.length + position;
  }
  return places.sort();
}

/** Codes in the order that they give keys: behind each but the last dimension's stands a `&`. */
function ranksOf(
  groups: readonly Group[],
  name: DimensionName,
  isLast: boolean,
): Map<string, number> {
  const codes = new Set<string>();
  for (const { dims } of groups) {
    const code = dims[name];
    if (code !== undefined && !code.includes('&')) codes.add(code);
  }
  const end = isLast ? '' : '&';
  const ends = [...codes].map((code) => code + end).sort();
  return new Map(ends.map((code, rank) => [isLast ? code : code.slice(0, -1), rank]));
}
