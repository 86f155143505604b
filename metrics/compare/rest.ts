import { type ClusterSums, Group, groupKey } from '../plan/groups.ts';
import type { DimensionName } from '../types.ts';

/**
 * For each group the others that differ from it in one dimension alone, as one group under its own
 * codes; whose code is not known is none of them. Counts, day histograms and sums between clusters add
 * up, so that no further statement is needed.
 */
export function restGroups(
  groups: ReadonlyMap<string, Group>,
  dimension: DimensionName,
): Map<string, Group> {
  const totals = new Map<string, Group>();
  const keyOf = (group: Group) => groupKey({ ...group.dims, [dimension]: '' });
  const known = [...groups].filter(([, group]) => group.dims[dimension] !== 'unknown');
  for (const [, group] of known) {
    const total = totals.get(keyOf(group)) ?? new Group({});
    totals.set(keyOf(group), total);
    addGroup(total, group, 1);
  }
  return new Map(
    known.map(([key, group]) => {
      const rest = new Group(group.dims);
      const total = totals.get(keyOf(group)) as Group;
      addGroup(rest, total, 1);
      addGroup(rest, group, -1);
      for (const [figure, all] of total.clusters) {
        rest.clusters.set(figure, restClusters(all, group.cluster(figure)));
      }
      return [key, rest];
    }),
  );
}

/**
 * Sums of the others over the agency-weeks that they share: (X - x)² = X² - 2 xX + x², where X² summed
 * is xX summed over all groups.
 */
function restClusters(all: ClusterSums, own: ClusterSums): ClusterSums {
  if (all.allClusters === 0) {
    const less = (name: keyof ClusterSums) => all[name] - own[name];
    return {
      ...all,
      clusters: less('clusters'),
      x: less('x'),
      n: less('n'),
      xx: less('xx'),
      xn: less('xn'),
      nn: less('nn'),
    };
  }
  return {
    ...all,
    clusters: all.allClusters,
    x: all.x - own.x,
    n: all.n - own.n,
    xx: all.xX - 2 * own.xX + own.xx,
    xn: all.xN - own.xN - own.nX + own.xn,
    nn: all.nN - 2 * own.nN + own.nn,
  };
}

/** Adds the integers of a group to another's, or takes them away. */
export function addGroup(into: Group, from: Group, sign: 1 | -1): void {
  for (const [name, n] of from.counts) into.setCount(name, into.count(name) + sign * n);
  for (const [clock, { histogram, end }] of from.clocks) {
    const days = into.days(clock);
    for (const kind of ['events', 'competing', 'censored'] as const) {
      addBins(days.histogram[kind], histogram[kind], sign);
    }
    // Ten of any group that were followed so long are ten of the whole.
    if (sign === 1 && end !== null) days.end = Math.max(days.end ?? 0, end);
  }
  for (const [figure, sums] of from.clusters) {
    const total = into.cluster(figure);
    for (const name of additive) total[name] += sign * sums[name];
    if (sign === 1) total.allClusters = sums.allClusters;
  }
  for (const kind of ['all', 'postponed', 'late'] as const) {
    addBins(into.stock[kind], from.stock[kind], sign);
  }
}

const additive = ['clusters', 'x', 'n', 'xx', 'xn', 'nn', 'xX', 'xN', 'nX', 'nN'] as const;

function addBins(into: number[], from: readonly number[], sign: 1 | -1): void {
  for (let day = 0; day < from.length; day++) {
    into[day] = (into[day] ?? 0) + sign * (from[day] ?? 0);
  }
}
