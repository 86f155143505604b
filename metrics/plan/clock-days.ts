import type { IntegerLists } from '../../warehouse/index.ts';
import type { DayHistogram } from '../estimators/aalen-johansen.ts';

/** Where the days of one group lie among the lists of a chunk. */
interface ListedDays {
  row: number;
  days: IntegerLists;
  censored: IntegerLists;
  events: IntegerLists;
  competing: IntegerLists;
}

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
  /** The curve's last day (estimators/curve-end.ts); null where fewer than 10 cases started. */
  end: number | null = null;
  private listed: ListedDays | undefined;
  private bins: Bins | undefined;

  set(listed: ListedDays): void {
    this.listed = listed;
  }

  /** Bins by day that may be added to; days of nothing at their end may be missing. */
  get histogram(): Bins {
    this.bins ??= this.listed
      ? binsOf(this.listed, 0)
      : { events: [], competing: [], censored: [] };
    this.listed = undefined;
    return this.bins;
  }

  /** The histogram without gaps, at least so many days long. */
  filled(least: number): DayHistogram {
    if (this.listed) return binsOf(this.listed, least);
    const { events, competing, censored } = this.histogram;
    const length = Math.max(least, events.length, competing.length, censored.length);
    return {
      events: filled(events, length),
      competing: filled(competing, length),
      censored: filled(censored, length),
    };
  }
}

function binsOf({ row, days, censored, events, competing }: ListedDays, least: number): Bins {
  let length = least;
  for (let index = 0; index < days.lengthOf(row); index++) {
    length = Math.max(length, days.at(row, index) + 1);
  }
  const scattered = (counts: IntegerLists): number[] => {
    const bins: number[] = new Array(length).fill(0);
    for (let index = 0; index < days.lengthOf(row); index++) {
      bins[days.at(row, index)] = counts.at(row, index);
    }
    return bins;
  };
  return {
    events: scattered(events),
    competing: scattered(competing),
    censored: scattered(censored),
  };
}

function filled(bins: readonly number[], length: number): number[] {
  const values: number[] = [];
  for (let day = 0; day < length; day++) values.push(bins[day] ?? 0);
  return values;
}
