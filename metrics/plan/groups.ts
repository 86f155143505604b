import type { Cell, Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import type { Clock } from '../definitions.ts';
import type { DayHistogram } from '../estimators/aalen-johansen.ts';
import type { DimensionName, Dims } from '../types.ts';
import type { Plan } from './spec.ts';
import { statement } from './statement.ts';

interface Bins {
  events: number[];
  competing: number[];
  censored: number[];
  followUp: number[];
}

/** The integers of one group: counts by name and a day histogram a clock. */
export class Group {
  readonly dims: Dims;
  private readonly counts = new Map<string, number>();
  private readonly bins = new Map<Clock, Bins>();

  constructor(dims: Dims) {
    this.dims = dims;
  }

  count(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  addCount(name: string, n: number): void {
    this.counts.set(name, this.count(name) + n);
  }

  histogram(clock: Clock): DayHistogram & { followUp: readonly number[] } {
    return this.binsOf(clock);
  }

  binsOf(clock: Clock): Bins {
    let bins = this.bins.get(clock);
    if (!bins) {
      bins = { events: [], competing: [], censored: [], followUp: [] };
      this.bins.set(clock, bins);
    }
    return bins;
  }
}

/** The key of a group; the order of its dimensions does not matter. */
export function groupKey(dims: Dims): string {
  return Object.entries(dims)
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join('&');
}

/** Runs a plan and gathers its rows by group. */
export async function collectGroups(session: Session, plan: Plan): Promise<Map<string, Group>> {
  const query = statement(plan).compile(kyselyFor(session));
  const groups = new Map<string, Group>();
  const chunks = session.chunks(query.sql, query.parameters as string[]);
  for await (const columns of chunks) {
    const [parts, ...rest] = columns as [Cell[], ...Cell[][]];
    const codes = rest.slice(0, plan.by.length);
    const numbers = rest.slice(plan.by.length) as number[][];
    for (let row = 0; row < parts.length; row++) {
      const group = groupOf(groups, plan.by, codes, row);
      const [item, n0, n1, n2] = numbers.map((column) => column[row]) as Numbers;
      add(group, plan, parts[row] as string, [item, n0, n1, n2]);
    }
  }
  return groups;
}

type Numbers = [number, number, number, number];

function groupOf(
  groups: Map<string, Group>,
  by: readonly DimensionName[],
  codes: Cell[][],
  row: number,
): Group {
  const dims: Dims = {};
  by.forEach((name, index) => {
    dims[name] = String(codes[index]?.[row] ?? 'unknown');
  });
  const key = groupKey(dims);
  let group = groups.get(key);
  if (!group) {
    group = new Group(dims);
    groups.set(key, group);
  }
  return group;
}

function add(group: Group, plan: Plan, part: string, [item, n0, n1, n2]: Numbers): void {
  if (part === 'complaint' || part === 'forwarding') {
    const names = part === 'complaint' ? plan.counts : plan.forwardingCounts;
    group.addCount(names[item] as string, n0);
    return;
  }
  const [kind, clock] = part.split(':') as ['t' | 'f', Clock];
  const bins = group.binsOf(clock);
  if (kind === 'f') {
    bins.followUp[item] = (bins.followUp[item] ?? 0) + n0;
    return;
  }
  bins.censored[item] = (bins.censored[item] ?? 0) + n0;
  bins.events[item] = (bins.events[item] ?? 0) + n1;
  bins.competing[item] = (bins.competing[item] ?? 0) + n2;
}
