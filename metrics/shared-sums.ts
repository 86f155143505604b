import { reasonDimensions, reasonStates } from './definitions.ts';
import { agencyDimensions } from './dimensions.ts';
import { sumOf } from './figures/counts.ts';
import { type Coverage, type Group, keyWithout } from './plan/groups.ts';
import type { DimensionName } from './types.ts';

/** Of the reports of some groups, how many have an unknown code. */
interface Known {
  unknown: number;
  all: number;
}

/**
 * What groups need of their neighbours: sums over a dimension of the query, by the key of a group
 * without it. Few figures need them, so that each is made when it is first asked for.
 */
export class SharedSums {
  private readonly groups: readonly Group[];
  private reasons: Map<string, Known> | undefined;
  private agencies: Map<string, Coverage> | undefined;
  private sexes: Map<string, Known> | undefined;

  constructor(groups: Iterable<Group>) {
    this.groups = [...groups];
  }

  get overReasons(): ReadonlyMap<string, Known> {
    this.reasons ??= this.sums(reasonDimensions, (group) => sumOf(group, reasonStates));
    return this.reasons;
  }

  get overSexes(): ReadonlyMap<string, Known> {
    this.sexes ??= this.sums(['sex'], (group) => group.count('received'));
    return this.sexes;
  }

  /**
   * A forwarding's coverage is that of the reports, whatever agency they lie with: only the event log
   * says which agencies a report was forwarded to.
   */
  get overAgencies(): ReadonlyMap<string, Coverage> {
    if (this.agencies) return this.agencies;
    const agencies = new Map<string, Coverage>();
    for (const group of this.groups) {
      const key = keyWithout(group, agencyDimensions);
      const coverage = agencies.get(key) ?? { covered: 0, all: 0 };
      coverage.covered += group.count('log_covered');
      coverage.all += group.count('received');
      agencies.set(key, group.coverage ?? coverage);
    }
    this.agencies = agencies;
    return agencies;
  }

  /** All of the groups that differ in these dimensions alone, and those in which one is unknown. */
  private sums(
    names: readonly DimensionName[],
    countOf: (group: Group) => number,
  ): Map<string, Known> {
    const sums = new Map<string, Known>();
    for (const group of this.groups) {
      const key = keyWithout(group, names);
      const sum = sums.get(key) ?? { unknown: 0, all: 0 };
      const count = countOf(group);
      sum.all += count;
      if (names.some((name) => group.dims[name] === 'unknown')) sum.unknown += count;
      sums.set(key, sum);
    }
    return sums;
  }
}

export function sharedSums(groups: Iterable<Group>): SharedSums {
  return new SharedSums(groups);
}
