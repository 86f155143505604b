import type { Clock } from '../definitions.ts';
import type { DimensionName, Dims } from '../types.ts';
import { ClockDays } from './clock-days.ts';
import { CountNames, NamedCounts } from './named-counts.ts';

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

const noDays: readonly ClockDays[] = [];

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
  readonly counts: NamedCounts;
  /** Reports of the group whatever their agency, where a part of the statement told (coverage.ts). */
  coverage: Coverage | undefined;
  private clockDays: readonly ClockDays[] = noDays;
  private ownKey: string | undefined;
  private clusterSums: Map<string, ClusterSums> | undefined;
  private pending: Stock | undefined;
  private months: Map<number, number> | undefined;

  /** @param names of counts, shared by the groups of one plan */
  constructor(dims: Dims, names: CountNames = new CountNames()) {
    this.dims = dims;
    this.counts = new NamedCounts(names);
  }

  get key(): string {
    this.ownKey ??= groupKey(this.dims);
    return this.ownKey;
  }

  get clocks(): [Clock, ClockDays][] {
    return this.clockDays.map((days) => [days.clock, days]);
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
    for (const days of this.clockDays) if (days.clock === clock) return days;
    const days = new ClockDays(clock);
    this.clockDays = [...this.clockDays, days];
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
