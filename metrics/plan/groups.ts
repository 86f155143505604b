import type { Cell, Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import { type Clock, relationNames, states } from '../definitions.ts';
import type { DimensionName, Dims } from '../types.ts';
import { clusterRows, clustersOf } from './parts/clusters.ts';
import { flowNames } from './parts/stock.ts';
import type { Plan } from './spec.ts';
import { countsOf, statement } from './statement.ts';

/** Of one clock in one group. */
export interface ClockDays {
  histogram: { events: number[]; competing: number[]; censored: number[] };
  /** The curve's last day (estimators/curve-end.ts); null where fewer than 10 cases started. */
  end: number | null;
}

/**
 * Sums of a share (`x` of `n`) over the agency-weeks of a group, and of x² over its weeks; with capital
 * letters the products with all known codes of the dimension that others are taken of.
 */
export interface ClusterSums {
  clusters: number;
  x: number;
  n: number;
  xx: number;
  xn: number;
  nn: number;
  weekXX: number;
  xX: number;
  xN: number;
  nX: number;
  nN: number;
  /** Agency-weeks of all those codes together. */
  allClusters: number;
}

const noSums: ClusterSums = {
  ...{ clusters: 0, x: 0, n: 0, xx: 0, xn: 0, nn: 0, weekXX: 0 },
  ...{ xX: 0, xN: 0, nX: 0, nN: 0, allClusters: 0 },
};

/** Pending reports by age in working days. */
export interface Stock {
  all: number[];
  postponed: number[];
  late: number[];
}

/** The integers of one group: counts by name, a day histogram a clock, sums over clusters. */
export class Group {
  readonly dims: Dims;
  readonly counts = new Map<string, number>();
  readonly clocks = new Map<Clock, ClockDays>();
  readonly clusters = new Map<string, ClusterSums>();
  readonly stock: Stock = { all: [], postponed: [], late: [] };
  /** Pending reports at the ends of months, by the month's number. */
  readonly series = new Map<number, number>();

  constructor(dims: Dims) {
    this.dims = dims;
  }

  count(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  setCount(name: string, n: number): void {
    this.counts.set(name, n);
  }

  days(clock: Clock): ClockDays {
    let days = this.clocks.get(clock);
    if (!days) {
      days = { histogram: { events: [], competing: [], censored: [] }, end: null };
      this.clocks.set(clock, days);
    }
    return days;
  }

  cluster(figure: string): ClusterSums {
    let sums = this.clusters.get(figure);
    if (!sums) {
      sums = { ...noSums };
      this.clusters.set(figure, sums);
    }
    return sums;
  }
}

/** The key of a group; the order of its dimensions does not matter. */
export function groupKey(dims: Dims): string {
  return Object.entries(dims)
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join('&');
}

/** Runs a plan and gathers its rows by group, under `groupKey`. */
export async function collectGroups(session: Session, plan: Plan): Promise<Map<string, Group>> {
  const query = statement(plan).compile(kyselyFor(session));
  const width = plan.by.length;
  const put = readers(plan);
  const groups = new Map<string, Group>();
  for await (const columns of session.chunks(query.sql, query.parameters as string[])) {
    const parts = columns[0] as string[];
    const [items, n0, n1, n2] = columns.slice(width + 1) as [
      number[],
      number[],
      number[],
      number[],
    ];
    for (let row = 0; row < parts.length; row++) {
      const group = groupOf(groups, plan.by, columns, row);
      const [kind = '', name = ''] = (parts[row] as string).split(':');
      const values: Values = [n0[row] as number, n1[row] as number, n2[row] as number];
      put[kind]?.(group, items[row] as number, values, name);
    }
  }
  return new Map([...groups.values()].map((group) => [groupKey(group.dims), group]));
}

type Values = [number, number, number];
type Reader = (group: Group, item: number, values: Values, name: string) => void;

/** What the integers of a row of parts/clusters.ts are, by its place among the rows of its figure. */
const clusterNames: (keyof ClusterSums)[][] = [
  ['clusters', 'x', 'n'],
  ['xx', 'xn', 'nn'],
  ['weekXX'],
  ['xX', 'xN', 'nX'],
  ['nN', 'allClusters'],
];

/** What a row of each part (statement.ts) says of its group. */
function readers(plan: Plan): Record<string, Reader> {
  const named = (names: readonly string[]): Reader => {
    return (group, item, [n]) => group.setCount(names[item] as string, n);
  };
  const clusters = Object.fromEntries(
    relationNames.map((relation) => [relation, clustersOf(plan, relation)]),
  );
  return {
    ...Object.fromEntries(
      relationNames.map((relation) => [relation, named(countsOf(plan, relation))]),
    ),
    state: named(states.map((state) => `state_${state}`)),
    body: named(['bodies', 'bodies_silent']),
    f: named(flowNames.map((flow) => `flow_${flow}`)),
    s: (group, item, [n]) => group.series.set(item, n),
    b: ({ stock }, age, [all, postponed, late]) => {
      stock.all[age] = all;
      stock.postponed[age] = postponed;
      stock.late[age] = late;
    },
    e: (group, item, _, clock) => {
      group.days(clock as Clock).end = item;
    },
    t: (group, item, [censored, events, competing], clock) => {
      const { histogram } = group.days(clock as Clock);
      histogram.censored[item] = censored;
      histogram.events[item] = events;
      histogram.competing[item] = competing;
    },
    k: (group, item, [one, two, three], relation) => {
      const figure = clusters[relation]?.[Math.floor(item / clusterRows)]?.figure ?? '';
      const names = clusterNames[item % clusterRows] ?? [];
      const values = [one, two, three];
      const sums = group.cluster(figure);
      for (const [index, name] of names.entries()) sums[name] = values[index] as number;
    },
  };
}

/** Codes stand in the columns after the first. */
function groupOf(
  groups: Map<string, Group>,
  by: readonly DimensionName[],
  columns: Cell[][],
  row: number,
): Group {
  let key = '';
  for (let index = 1; index <= by.length; index++) key += `${columns[index]?.[row]}\n`;
  const known = groups.get(key);
  if (known) return known;
  const dims: Dims = {};
  by.forEach((name, index) => {
    dims[name] = String(columns[index + 1]?.[row] ?? 'unknown');
  });
  const group = new Group(dims);
  groups.set(key, group);
  return group;
}
