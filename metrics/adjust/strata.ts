import { addGroup } from '../compare/rest.ts';
import { minimumN } from '../estimators/minimum.ts';
import { Group } from '../plan/groups.ts';
import type { StandardWeights } from './weights.ts';

/** Two groups within one stratum, and what the standard weighs it. */
export interface Stratum {
  weight: number;
  first: Group;
  second: Group;
}

/**
 * Strata of two groups: categories where both have at least 10 cases; the others are folded into their
 * sector, and left out where even that has fewer.
 * @param casesOf what is counted as a case of the figure
 */
export function foldStrata(
  weights: StandardWeights,
  sectors: ReadonlyMap<string, string>,
  pick: { first: (category: string) => Group; second: (category: string) => Group },
  casesOf: (group: Group) => number,
): Stratum[] {
  const strata: Stratum[] = [];
  const folded = new Map<string, Stratum>();
  for (const [category, weight] of Object.entries(weights.categories)) {
    const [first, second] = [pick.first(category), pick.second(category)];
    if (casesOf(first) >= minimumN && casesOf(second) >= minimumN) {
      strata.push({ weight, first, second });
      continue;
    }
    const sector = sectors.get(category) ?? 'unknown';
    const pool = folded.get(sector) ?? { weight: 0, first: new Group({}), second: new Group({}) };
    folded.set(sector, pool);
    pool.weight += weight;
    addGroup(pool.first, first, 1);
    addGroup(pool.second, second, 1);
  }
  const enough = ({ first, second }: Stratum) =>
    casesOf(first) >= minimumN && casesOf(second) >= minimumN;
  return [...strata, ...[...folded.values()].filter(enough)];
}
