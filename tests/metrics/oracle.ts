import { addDays, type FixtureReport } from './fixture.ts';

const holidays = new Set([
  '2026-08-17',
  '2026-05-01',
  '2026-06-01',
  '2026-12-25',
  '2026-03-19',
  '2026-03-20',
  '2026-03-23',
]);

/** Working days after `from` up to and including `to`, counted one by one. */
export function workingDaysBetween(from: string, to: string, calendar = 'indonesia'): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    if (calendar === 'indonesia' && holidays.has(day)) continue;
    count++;
  }
  return count;
}

/** What was known of one report's clock on the as-of day, by definition. */
export function seenOn(
  report: FixtureReport,
  clock: 'verify' | 'respond_citizen' | 'resolve',
  asOf: string,
) {
  const end = report[clock];
  const endDay = end ? addDays(report.day, end[0]) : undefined;
  const followUp = workingDaysBetween(report.day, asOf, report.calendar);
  if (!end || endDay === undefined || endDay > asOf) return { followUp, cause: null, day: null };
  return { followUp, cause: end[1], day: workingDaysBetween(report.day, endDay, report.calendar) };
}

/** The state on the as-of day. */
export function stateOn(report: FixtureReport, asOf: string) {
  const states = report.states ?? [{ after: 0, status: 'in_progress' }];
  return states.filter((state) => addDays(report.day, state.after) <= asOf).at(-1);
}
