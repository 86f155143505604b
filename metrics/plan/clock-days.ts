import type { IntegerLists } from '../../warehouse/index.ts';
import type { Clock } from '../definitions.ts';
import type { DayHistogram } from '../estimators/aalen-johansen.ts';
import type { PartLists } from './part-lists.ts';

interface Bins {
  events: number[];
  competing: number[];
  censored: number[];
}

/**
 * The day histogram of one clock in one group. It stays in the lists that it came in, only the days on
 * which something ended, until its bins are asked for: groups are many, and most are looked at once.
 */
export class ClockDays {
  readonly clock: Clock;
  /** The curve's last day (estimators/curve-end.ts); null where fewer than 10 cases started. */
  end: number | null = null;
  private lists: PartLists | undefined;
  private row = 0;
  private bins: Bins | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** @param lists of a `t:` part (statement.ts) */
  set(lists: PartLists, row: number): void {
    this.lists = lists;
    this.row = row;
  }

  /** Bins by day that may be added to; days of nothing at their end may be missing. */
  get histogram(): Bins {
    this.bins ??= this.lists
      ? binsOf(this.lists, this.row, 0)
      : { events: [], competing: [], censored: [] };
    this.lists = undefined;
    return this.bins;
  }

  /** The histogram without gaps, at least so many days long. */
  filled(least: number): DayHistogram {
    if (this.lists) return binsOf(this.lists, this.row, least);
    const { events, competing, censored } = this.histogram;
    const length = Math.max(least, events.length, competing.length, censored.length);
    return {
      events: filled(events, length),
      competing: filled(competing, length),
      censored: filled(censored, length),
    };
  }
}

function binsOf({ items, n0, n1, n2 }: PartLists, row: number, least: number): Bins {
  let length = least;
  for (let index = 0; index < items.lengthOf(row); index++) {
    length = Math.max(length, items.at(row, index) + 1);
  }
  return {
    events: scattered(items, n1, row, length),
    competing: scattered(items, n2, row, length),
    censored: scattered(items, n0, row, length),
  };
}

function scattered(days: IntegerLists, counts: IntegerLists, row: number, length: number) {
  const bins: number[] = new Array(length).fill(0);
  const [day, count] = [days.startOf(row), counts.startOf(row)];
  for (let index = 0; index < days.lengthOf(row); index++) {
    bins[days.values[day + index] as number] = counts.values[count + index] as number;
  }
  return bins;
}

function filled(bins: readonly number[], length: number): number[] {
  const values: number[] = [];
  for (let day = 0; day < length; day++) values.push(bins[day] ?? 0);
  return values;
}
