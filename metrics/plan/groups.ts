import type { Cell, Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import { type Clock, states } from '../definitions.ts';
import type { DimensionName, Dims } from '../types.ts';
import { isStateCount } from './counts.ts';
import type { Plan } from './spec.ts';
import { statement } from './statement.ts';

/** Of one clock in one group. */
export interface ClockDays {
  histogram: { events: number[]; competing: number[]; censored: number[] };
  /** The curve's last day (estimators/curve-end.ts); null where fewer than 10 cases started. */
  end: number | null;
}

/** The integers of one group: counts by name and a day histogram a clock. */
export class Group {
  readonly dims: Dims;
  private readonly counts = new Map<string, number>();
  private readonly clocks = new Map<Clock, ClockDays>();

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
  const counts = plan.counts.filter((name) => !isStateCount(name));
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
      const part = parts[row] as string;
      const item = items[row] as number;
      if (part === 'complaint') group.setCount(counts[item] as string, n0[row] as number);
      else if (part === 'state') group.setCount(`state_${states[item]}`, n0[row] as number);
      else if (part === 'forwarding') {
        group.setCount(plan.forwardingCounts[item] as string, n0[row] as number);
      } else {
        const days = group.days(part.slice(2) as Clock);
        if (part.startsWith('e')) days.end = item;
        else {
          days.histogram.censored[item] = n0[row] as number;
          days.histogram.events[item] = n1[row] as number;
          days.histogram.competing[item] = n2[row] as number;
        }
      }
    }
  }
  return new Map([...groups.values()].map((group) => [groupKey(group.dims), group]));
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
