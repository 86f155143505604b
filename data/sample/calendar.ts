import type { Workspace } from '../../base/index.ts';
import { readSeed } from './seed-files.ts';

/** Days are counted from this one (day 0); it lies before the first report. */
const epoch = '2024-09-01';
export const firstDate = '2024-10-01';
export const lastDate = '2026-09-30';
/** The day on which the last export, the attributes and the event log are drawn. */
export const finalDate = '2026-10-23';
/** Events later than this are never needed. */
const horizonDate = '2027-06-30';

const millisecondsADay = 86_400_000;
const short = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ');

/** `2024-09-02` → 1. */
export function dayNumber(date: string): number {
  return Math.round((Date.parse(date) - Date.parse(epoch)) / millisecondsADay);
}

/** 1 → `2024-09-02`. */
export function dateOf(day: number): string {
  return new Date(Date.parse(epoch) + day * millisecondsADay).toISOString().slice(0, 10);
}

/** `2026-01-03` → `3 Jan 2026`, as the admin export writes it. */
export function exportDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${short[(month ?? 1) - 1]} ${year}`;
}

/** `2026-01` → `Jan-2026`, as in the name of an export. */
export function monthTag(month: string): string {
  return `${short[Number(month.slice(5)) - 1]}-${month.slice(0, 4)}`;
}

/** The 24 months of the sample, `2024-10` to `2026-09`. */
export const months: string[] = Array.from({ length: 24 }, (_, index) => {
  const month = index + 9;
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** The 8 quarters of the sample. */
export const quarters: string[] = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => {
  const quarter = index + 3;
  return `${2024 + Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
});

export interface Calendar {
  /** Per day from the epoch on: no weekend, no holiday, no collective leave. */
  working: boolean[];
  /** Working days up to and including the day. */
  ordinal: number[];
  /** Per working-day ordinal its day; index 0 is not used. */
  dayOf: number[];
  /** Days around Idul Fitri, on which few write. */
  lebaran: Set<number>;
  holiday: Set<number>;
}

/** The generator's own count of working days from the holiday seed. */
export function readCalendar(workspace: Workspace): Calendar {
  const seed = readSeed(workspace, 'holiday', ['date', 'name']);
  const holiday = new Set(seed.map((row) => dayNumber(row.date)));
  const lebaran = new Set(
    seed.filter((row) => row.name.includes('Idul Fitri')).map((row) => dayNumber(row.date)),
  );
  const calendar: Calendar = { working: [], ordinal: [], dayOf: [-1], lebaran, holiday };
  for (let day = 0; day <= dayNumber(horizonDate); day++) {
    // 2024-09-01, day 0, was a Sunday.
    const weekend = day % 7 === 0 || day % 7 === 6;
    const working = !weekend && !holiday.has(day);
    if (working) calendar.dayOf.push(day);
    calendar.working.push(working);
    calendar.ordinal.push(calendar.dayOf.length - 1);
  }
  return calendar;
}

/** One drawing of the admin export. */
export interface Drawing {
  /** Reports received on these days (numbers, inclusive) stand in it for the first time. */
  from: number;
  to: number;
  /** Day on which it is drawn; everything up to its end is known. */
  drawn: number;
  date: string;
}

/**
 * The day, about the 23rd of the following month, on which a month's export is drawn: a working day
 * among the 22nd to 24th where there is one.
 */
export function drawingOf(month: string, calendar: Calendar): Drawing {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const following = `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}`;
  const candidates = ['23', '22', '24'].map((day) => dayNumber(`${following}-${day}`));
  const drawn = candidates.find((day) => calendar.working[day]) ?? (candidates[0] as number);
  return {
    from: dayNumber(`${month}-01`),
    to: dayNumber(`${following}-01`) - 1,
    drawn,
    date: dateOf(drawn),
  };
}
