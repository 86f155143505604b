import { BuktiError, exitStatus, type IsoDate, type Period, parsePeriod } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { type MetricsContext, readContext } from './context.ts';

export const defaultAsOfWorkingDays = 15;

export interface AsOf {
  /** The day that everything is cut at, counted to its end. */
  asOf: IsoDate;
  /** The day meant: N working days after the end of the period; null beyond the calendar. */
  planned: IsoDate | null;
  /** The sources end before the day meant, so that `asOf` is the day that they cover. */
  coverageShort: boolean;
}

/**
 * The as-of day of a period: `workingDays` working days after its end, or the day that the sources
 * cover where that comes first. Where no event log tells the states, it is the day of the first export
 * on or after it. Never the clock of the machine.
 * @throws BuktiError `metrics.unknown-period`, `metrics.calendar-ends`
 */
export async function asOfFor(
  session: Session,
  period: string,
  workingDays = defaultAsOfWorkingDays,
): Promise<AsOf> {
  return asOfIn(await readContext(session), readPeriod(period), workingDays);
}

export function asOfIn(context: MetricsContext, period: Period, workingDays: number): AsOf {
  const { calendar, calendarName, coveredTo } = context;
  const planned = calendar.after(period.last, workingDays, calendarName) ?? null;
  if (coveredTo !== null && (planned === null || coveredTo < planned)) {
    return { asOf: coveredTo, planned, coverageShort: true };
  }
  if (planned === null) throw calendarEnds(context, period.last);
  // Without a log the states are those of the first export on or after the day meant: that is the day.
  const seen = context.exportDays.find((day) => day >= planned);
  return { asOf: seen ?? planned, planned, coverageShort: false };
}

/** Working days from the end of a period to a day; null where it was not over, or beyond the calendar. */
export function ageOn(context: MetricsContext, period: Period, day: IsoDate): number | null {
  const { calendar, calendarName } = context;
  const [from, to] = [period.last, day].map((one) => calendar.ordinal(one, calendarName));
  return day < period.last || from === undefined || to === undefined ? null : to - from;
}

/** @throws BuktiError `metrics.unknown-period` */
export function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period) return period;
  throw new BuktiError('metrics.unknown-period', { text }, exitStatus.usage);
}

export function calendarEnds(context: MetricsContext, day: IsoDate): BuktiError {
  return new BuktiError('metrics.calendar-ends', { day, last: context.calendar.last ?? '-' });
}
