import { type Group, keyWithout } from '../plan/groups.ts';
import type { MetricRow } from '../types.ts';

/** Within a group. */
export function rowKey({ metric, statistic, dims }: MetricRow): string {
  return [metric, statistic, dims.field ?? '', dims.day ?? ''].join();
}

/** The share of a figure's cases whose sex is not known, among the groups that differ in sex alone. */
export class SexCoverage {
  private readonly siblings = new Map<string, Group[]>();
  private readonly known = new Map<string, Map<string, number>>();

  /** @param groups of one query; where sex is none of their dimensions every share is 0 */
  constructor(groups: Iterable<Group>) {
    for (const group of groups) {
      if (group.dims.sex === undefined) continue;
      const key = keyWithout(group, ['sex']);
      this.siblings.set(key, [...(this.siblings.get(key) ?? []), group]);
    }
  }

  /**
   * @param rowsOf the figures of a group of the same period
   * @returns the share by `rowKey`, 0 to 1
   */
  unknownOf(
    group: Group,
    rowsOf: (group: Group) => readonly MetricRow[],
  ): ReadonlyMap<string, number> {
    const key = keyWithout(group, ['sex']);
    let shares = this.known.get(key);
    if (shares) return shares;
    shares = new Map();
    this.known.set(key, shares);
    const all = new Map<string, number>();
    const unknown = new Map<string, number>();
    for (const sibling of this.siblings.get(key) ?? []) {
      for (const row of rowsOf(sibling)) {
        const name = rowKey(row);
        all.set(name, (all.get(name) ?? 0) + row.n);
        if (sibling.dims.sex === 'unknown') unknown.set(name, row.n);
      }
    }
    for (const [name, n] of all) if (n > 0) shares.set(name, (unknown.get(name) ?? 0) / n);
    return shares;
  }
}
