import type { IsoDate } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { oncePerContext } from './once.ts';

/** Months before and after that one is held against. */
const span = 6;
/** Fewer reports a month than this, in three of four months, are too few to tell a month that is not whole from a quiet one. */
const leastTypical = 200;
/** A month at the start of the data is not whole below this part of the months after it. */
const leastAtStart = 1 / 3;
/** Any other month is not whole below this part of those before it and of those after it. */
const leastBetween = 1 / 20;

/** Months (`2026-07`) whose reports have not all landed. */
export const thinMonths = oncePerContext(readThinMonths);

async function readThinMonths(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.rows<{ month: string; n: number }>(
    `select strftime(submitted_date, '%Y-%m') as month, cast(count(*) as integer) as n
    from fct_complaint where submitted_date is not null group by 1 order by 1`,
  );
  return thinAmong(new Map(rows.map(({ month, n }) => [month, n])));
}

/**
 * Months that cannot be whole: those at the start of all data that only stragglers stand for (exports still list
 * old reports that are open), and those between whose files have not landed. A month of a tenth of the reports is a
 * quiet one; of a twentieth, or of none where hundreds are usual, it is not.
 * @param counts reports by month; what is between two months and not named has none
 */
export function thinAmong(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const months = monthsFrom(counts);
  const all = months.map((month) => counts.get(month) ?? 0);
  const sorted = [...all].sort((a, b) => a - b);
  if ((sorted[Math.floor(sorted.length * 0.75)] ?? 0) < leastTypical) return new Set();
  const before = (at: number) => median(all.slice(Math.max(0, at - span), at));
  const after = (at: number) => median(all.slice(at + 1, at + 1 + span));
  const start = all.findIndex((n, at) => n >= leastAtStart * after(at));
  const isMissing = (at: number) => {
    const around = [before(at), after(at)].filter((n) => n > 0);
    return around.length > 0 && (all[at] as number) < leastBetween * Math.min(...around);
  };
  return new Set(months.filter((_, at) => at < start || (at > start && isMissing(at))));
}

/** Whether a period holds such a month. */
export function isThin(
  thin: ReadonlySet<string>,
  { first, last }: { first: IsoDate; last: IsoDate },
): boolean {
  return [...thin].some((month) => month >= first.slice(0, 7) && month <= last.slice(0, 7));
}

function monthsFrom(counts: ReadonlyMap<string, number>): string[] {
  const [first, ...others] = [...counts.keys()].sort();
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined) return [];
  const months = [first];
  while ((months.at(-1) as string) < last) months.push(nextMonth(months.at(-1) as string));
  return months;
}

function nextMonth(month: string): string {
  const [year, own] = month.split('-').map(Number) as [number, number];
  return own === 12 ? `${year + 1}-01` : `${year}-${String(own + 1).padStart(2, '0')}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return 0;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}
