import type { Lang } from './locale.ts';

const months = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

const roman = ['I', 'II', 'III', 'IV'] as const;

/** A calendar day `YYYY-MM-DD`, always a day of Asia/Jakarta unless a source declares otherwise. */
export type IsoDate = string;

/** `2026-01-03` → `3 Januari 2026` / `3 January 2026`. */
export function formatDate(date: IsoDate, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[lang][(month ?? 1) - 1]} ${year}`;
}

/** Month name, `month` from 1 to 12; `length` cuts it for axes. */
export function monthName(month: number, lang: Lang, length?: number): string {
  const name = months[lang][month - 1] ?? '';
  return length === undefined ? name : name.slice(0, length);
}

/** A quarter (`2026Q3`), a month (`2026-07`) or a year (`2026`), with its first and last day. */
export interface Period {
  id: string;
  kind: 'quarter' | 'month' | 'year';
  first: IsoDate;
  last: IsoDate;
}

const lastDay = (year: number, month: number): string => {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** Reads `2026Q3`, `2026-07` or `2026`; `undefined` where it is none of them. */
export function parsePeriod(text: string): Period | undefined {
  const quarter = /^(\d{4})-?[QqTt]([1-4])$/.exec(text.trim());
  if (quarter) {
    const year = Number(quarter[1]);
    const q = Number(quarter[2]);
    const first = `${year}-${String(q * 3 - 2).padStart(2, '0')}-01`;
    return { id: `${year}Q${q}`, kind: 'quarter', first, last: lastDay(year, q * 3) };
  }
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text.trim());
  if (month) {
    const last = lastDay(Number(month[1]), Number(month[2]));
    return { id: text.trim(), kind: 'month', first: `${text.trim()}-01`, last };
  }
  const year = /^(\d{4})$/.exec(text.trim());
  if (year) {
    return { id: text.trim(), kind: 'year', first: `${year[1]}-01-01`, last: `${year[1]}-12-31` };
  }
  return undefined;
}

/** A moment by the clocks of Jakarta, which know no summer time: `2026-11-24T08:15:00+07:00`. */
export function wibTime(moment: Date): string {
  const shifted = new Date(moment.getTime() + 7 * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}+07:00`;
}

/** The quarter that a day belongs to. */
export function quarterOf(date: IsoDate): string {
  return `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** `previousQuarter('2026Q1', 2)` → `2025Q3`. */
export function previousQuarter(quarter: string, steps = 1): string {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1 - steps;
  return `${Math.floor(index / 4)}Q${(index % 4) + 1}`;
}

/** `2026Q3` → `triwulan III 2026` / `the third quarter of 2026`; a month as `Juli 2026`. */
export function formatPeriod(id: string, lang: Lang): string {
  const period = parsePeriod(id);
  if (period?.kind === 'quarter') {
    const q = Number(id.slice(5)) - 1;
    const ordinal = ['first', 'second', 'third', 'fourth'][q];
    return lang === 'id'
      ? `triwulan ${roman[q]} ${id.slice(0, 4)}`
      : `the ${ordinal} quarter of ${id.slice(0, 4)}`;
  }
  if (period?.kind === 'month') {
    return `${monthName(Number(id.slice(5)), lang)} ${id.slice(0, 4)}`;
  }
  return id;
}
