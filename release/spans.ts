import { previousQuarter } from '../base/index.ts';
import type { Span } from './tables.ts';

/** The periods of a span, the release's own first. */
export function periodsOf(span: Span, period: string): string[] {
  const back = (steps: number) => previousQuarter(period, steps);
  switch (span) {
    case 'own':
      return [period];
    case 'with_previous':
      return [period, back(1)];
    case 'last_8':
      return [period, ...[1, 2, 3, 4, 5, 6, 7].map(back)];
    case 'last_24_months':
      return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((steps) =>
        monthsOf(steps === 0 ? period : back(steps)),
      );
  }
}

/** The months of a quarter, the last one first. */
export function monthsOf(quarter: string): string[] {
  const start = Number(quarter.slice(5)) * 3 - 2;
  return [2, 1, 0].map(
    (month) => `${quarter.slice(0, 4)}-${String(start + month).padStart(2, '0')}`,
  );
}

/** First month of a quarter. */
export function firstMonth(quarter: string): string {
  return monthsOf(quarter).at(-1) as string;
}
