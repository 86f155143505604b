import type { Cell, Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import { type Clock, type RelationName, relationNames } from '../definitions.ts';
import { agencyDimensions } from '../dimensions.ts';
import type { DimensionName, Dims } from '../types.ts';
import { clusterRows, clustersOf } from './parts/clusters.ts';
import { flowNames } from './parts/stock.ts';
import type { Plan } from './spec.ts';
import { countsOf, histogramsOf, statement } from './statement.ts';
import type { Units } from './units.ts';

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
  /** Sum of n² over the agencies of the group. */
  agencyNN: number;
  /** Of counts: sum of x² over place-weeks, and over places. */
  placeXX: number;
  placeUU: number;
}

const noSums: ClusterSums = {
  ...{ clusters: 0, x: 0, n: 0, xx: 0, xn: 0, nn: 0, weekXX: 0 },
  ...{ xX: 0, xN: 0, nX: 0, nN: 0, allClusters: 0, agencyNN: 0, placeXX: 0, placeUU: 0 },
};

/** Reports, and those whose source has the events of forwardings. */
export interface Coverage {
  covered: number;
  all: number;
}

/** Pending reports by age in working days. */
export interface Stock {
  all: number[];
  postponed: number[];
  late: number[];
}

/**
 * The integers of one group: counts by name, a day histogram a clock, sums over clusters. There may be
 * tens of thousands, so that what few queries ask for is made when it is.
 */
export class Group {
  readonly dims: Dims;
  readonly key: string;
  readonly counts = new Map<string, number>();
  /** Reports of the group whatever their agency, where a part of the statement told (coverage.ts). */
  coverage?: Coverage;
  private clockDays?: Map<Clock, ClockDays>;
  private clusterSums?: Map<string, ClusterSums>;
  private pending?: Stock;
  private months?: Map<number, number>;

  constructor(dims: Dims) {
    this.dims = dims;
    this.key = groupKey(dims);
  }

  get clocks(): Map<Clock, ClockDays> {
    this.clockDays ??= new Map();
    return this.clockDays;
  }

  get clusters(): Map<string, ClusterSums> {
    this.clusterSums ??= new Map();
    return this.clusterSums;
  }

  get stock(): Stock {
    this.pending ??= { all: [], postponed: [], late: [] };
    return this.pending;
  }

  /** Pending reports at the ends of months, by the month's number. */
  get series(): Map<number, number> {
    this.months ??= new Map();
    return this.months;
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
  const names = Object.keys(dims) as DimensionName[];
  if (names.length > 1) names.sort();
  let key = '';
  for (const name of names) key += `${key === '' ? '' : '&'}${name}=${dims[name]}`;
  return key;
}

/** The key of a group without some of its dimensions. */
export function keyWithout(group: Group, names: readonly DimensionName[]): string {
  if (names.every((name) => group.dims[name] === undefined)) return group.key;
  const rest = { ...group.dims };
  for (const name of names) delete rest[name];
  return groupKey(rest);
}

/** Runs a plan and gathers its rows by group, under `groupKey`. */
export async function collectGroups(
  session: Session,
  plan: Plan,
  units?: Units,
): Promise<Map<string, Group>> {
  const query = statement(plan).compile(kyselyFor(session));
  const width = plan.by.length;
  const put = readers(plan);
  const groups = new Map<string, Group>();
  const coverage = new Map<string, Coverage>();
  for await (const columns of session.chunks(query.sql, query.parameters as string[])) {
    const parts = columns[0] as string[];
    const [items, n0, n1, n2] = columns.slice(width + 1) as [Lists, Lists, Lists, Lists];
    for (let row = 0; row < parts.length; row++) {
      const list = items[row];
      // A list over no row at all.
      if (!list) continue;
      const [kind = '', name = ''] = (parts[row] as string).split(':');
      if (kind === 'u') {
        const agency = (parts[row] as string).slice(`u:${name}:`.length);
        const time = String(columns[1 + plan.by.indexOf(plan.unitTime as DimensionName)]?.[row]);
        const figures = clustersOf(plan, name as RelationName).map(({ figure }) => figure);
        const lists = { n0: n0[row] ?? [], n1: n1[row] ?? [], n2: n2[row] ?? [] };
        figures.forEach((figure, index) => {
          units?.add(figure, agency, time, weekSums(lists, index));
        });
        continue;
      }
      if (kind === 'coverage') {
        const [all = 0, covered = 0] = n0[row] ?? [];
        const rest = new Group(dimsOf(plan.by, columns, row));
        coverage.set(keyWithout(rest, agencyDimensions), { all, covered });
        continue;
      }
      const group = groupOf(groups, plan.by, columns, row);
      put[kind]?.(
        group,
        { items: list, n0: n0[row] ?? [], n1: n1[row] ?? [], n2: n2[row] ?? [] },
        name,
      );
    }
  }
  // Where there is no log there are no groups of forwardings: those of reports say so.
  if ([...coverage.values()].some(({ all, covered }) => all > 0 && covered === 0)) {
    return await collectGroups(session, { ...plan, coverageOnly: false }, units);
  }
  for (const group of coverage.size > 0 ? groups.values() : []) {
    group.coverage = coverage.get(keyWithout(group, agencyDimensions)) ?? { all: 0, covered: 0 };
  }
  return new Map([...groups.values()].map((group) => [group.key, group]));
}

/** The two items of a figure (parts/units.ts). */
function weekSums(lists: { [name in 'n0' | 'n1' | 'n2']: readonly number[] }, index: number) {
  const at = (list: readonly number[], item: number) => list[index * 2 + item] ?? 0;
  return {
    clusters: at(lists.n0, 0),
    x: at(lists.n1, 0),
    n: at(lists.n2, 0),
    xx: at(lists.n0, 1),
    xn: at(lists.n1, 1),
    nn: at(lists.n2, 1),
  };
}

type Lists = (number[] | null)[];

/** The lists of a row; ends of curves, in `n1`, may be null. */
interface Values {
  items: readonly number[];
  n0: readonly number[];
  n1: readonly (number | null)[];
  n2: readonly number[];
}
type Reader = (group: Group, values: Values, name: string) => void;

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
function readers(plan: Plan): Record<string, Reader> {
  const named = (names: readonly string[]): Reader => {
    return (group, { items, n0 }) => {
      items.forEach((item, index) => {
        group.setCount(names[item] as string, n0[index] as number);
      });
    };
  };
  const counted = (relation: RelationName): Reader => {
    const counts = named(countsOf(plan, relation));
    const histograms = histogramsOf(plan, relation);
    return (group, values, name) => {
      counts(group, values, name);
      histograms.forEach((clock, index) => {
        group.days(clock).end = values.n1[index] ?? null;
      });
    };
  };
  const clusters = Object.fromEntries(
    relationNames.map((relation) => [relation, clustersOf(plan, relation)]),
  );
  return {
    ...Object.fromEntries(relationNames.map((relation) => [relation, counted(relation)])),
    body: named(['bodies', 'bodies_silent']),
    f: named(flowNames.map((flow) => `flow_${flow}`)),
    s: (group, { items, n0 }) => {
      items.forEach((item, index) => {
        group.series.set(item, n0[index] as number);
      });
    },
    b: ({ stock }, { items, n0, n1, n2 }) => {
      items.forEach((age, index) => {
        stock.all[age] = n0[index] as number;
        stock.postponed[age] = n1[index] as number;
        stock.late[age] = n2[index] as number;
      });
    },
    t: (group, { items, n0, n1, n2 }, clock) => {
      const { censored, events, competing } = group.days(clock as Clock).histogram;
      items.forEach((day, index) => {
        censored[day] = n0[index] as number;
        events[day] = n1[index] as number;
        competing[day] = n2[index] as number;
      });
    },
    k: (group, { items, n0, n1, n2 }, relation) => {
      items.forEach((item, index) => {
        const figure = clusters[relation]?.[Math.floor(item / clusterRows)]?.figure ?? '';
        const names = clusterNames[item % clusterRows] ?? [];
        const values = [n0[index], n1[index], n2[index]];
        const sums = group.cluster(figure);
        // Two parts fill in the row of weeks and agencies, each its own column.
        for (const [position, name] of names.entries()) sums[name] += values[position] as number;
      });
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
  const dims = dimsOf(by, columns, row);
  const group = new Group(dims);
  groups.set(key, group);
  return group;
}

function dimsOf(by: readonly DimensionName[], columns: Cell[][], row: number): Dims {
  const dims: Dims = {};
  by.forEach((name, index) => {
    dims[name] = String(columns[index + 1]?.[row] ?? 'unknown');
  });
  return dims;
}
