import { type Group, keyWithout } from '../plan/groups.ts';
import type { DimensionName } from '../types.ts';

/**
 * The code that is all the others of a group, by the group's key: where but two known codes of the
 * dimension have a case. What is tested of the one is tested of the other, with its sign turned.
 */
export function oppositeCodes(
  groups: ReadonlyMap<string, Group>,
  dimension: DimensionName,
): Map<string, string> {
  const families = new Map<string, Group[]>();
  for (const group of groups.values()) {
    if (group.dims[dimension] === 'unknown' || isEmpty(group)) continue;
    const key = keyWithout(group, [dimension]);
    families.set(key, [...(families.get(key) ?? []), group]);
  }
  const opposites = new Map<string, string>();
  for (const [one, other, third] of families.values()) {
    if (!one || !other || third) continue;
    opposites.set(one.key, other.dims[dimension] ?? '');
    opposites.set(other.key, one.dims[dimension] ?? '');
  }
  return opposites;
}

function isEmpty({ counts, clusters }: Group): boolean {
  return clusters.size === 0 && ![...counts.values()].some((n) => n > 0);
}
