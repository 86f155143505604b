import { type Clock, type RelationName, relationNames } from '../definitions.ts';
import type { ClusterSums, Group } from './group.ts';
import type { CountNames } from './named-counts.ts';
import type { PartLists } from './part-lists.ts';
import { clusterRows, clustersOf } from './parts/clusters.ts';
import { flowNames } from './parts/stock.ts';
import type { Plan } from './spec.ts';
import { countsOf, histogramsOf } from './statement.ts';

/** @param name what stands behind the part's colon */
type Reader = (group: Group, lists: PartLists, row: number, name: string) => void;

/** What the integers of a row of parts/clusters.ts are, by its place among the rows of its figure. */
const clusterNames: (keyof ClusterSums)[][] = [
  ['clusters', 'x', 'n'],
  ['xx', 'xn', 'nn'],
  ['weekXX', 'agencyNN'],
  ['xX', 'xN', 'nX'],
  ['nN', 'allClusters'],
  ['placeXX', 'placeUU'],
];

/** What a row of each part (statement.ts) says of its group. */
export function readers(plan: Plan, countNames: CountNames): Record<string, Reader> {
  const named = (names: readonly string[]): Reader => {
    const positions = names.map((name) => countNames.positionOf(name));
    return (group, { items, n0 }, row) => {
      for (let index = 0; index < items.lengthOf(row); index++) {
        const position = positions[items.at(row, index)] as number;
        group.counts.setAt(position, n0.at(row, index) || 0);
      }
    };
  };
  const counted = (relation: RelationName): Reader => {
    const counts = named(countsOf(plan, relation));
    const histograms = histogramsOf(plan, relation);
    return (group, lists, row, name) => {
      counts(group, lists, row, name);
      for (const [index, clock] of histograms.entries()) {
        const end = index < lists.n1.lengthOf(row) ? lists.n1.at(row, index) : Number.NaN;
        group.days(clock).end = Number.isNaN(end) ? null : end;
      }
    };
  };
  const clusters = Object.fromEntries(
    relationNames.map((relation) => [relation, clustersOf(plan, relation)]),
  );
  return {
    ...Object.fromEntries(relationNames.map((relation) => [relation, counted(relation)])),
    body: named(['bodies', 'bodies_silent']),
    f: named(flowNames.map((flow) => `flow_${flow}`)),
    s: (group, { items, n0 }, row) => {
      for (const [index, item] of items.of(row).entries()) {
        group.series.set(item as number, n0.at(row, index));
      }
    },
    b: ({ stock }, { items, n0, n1, n2 }, row) => {
      for (const [index, age] of items.of(row).entries()) {
        stock.all[age as number] = n0.at(row, index);
        stock.postponed[age as number] = n1.at(row, index);
        stock.late[age as number] = n2.at(row, index);
      }
    },
    t: (group, lists, row, clock) => {
      group.days(clock as Clock).set(lists, row);
    },
    k: (group, { items, n0, n1, n2 }, row, relation) => {
      for (let index = 0; index < items.lengthOf(row); index++) {
        const item = items.at(row, index);
        const figure = clusters[relation]?.[Math.floor(item / clusterRows)]?.figure ?? '';
        const names = clusterNames[item % clusterRows] ?? [];
        const sums = group.cluster(figure);
        const values = [n0.at(row, index), n1.at(row, index), n2.at(row, index)];
        // Two parts fill in the row of weeks and agencies, each its own column; a sum over none is null.
        for (const [position, name] of names.entries()) sums[name] += values[position] || 0;
      }
    },
  };
}
