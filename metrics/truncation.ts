import type { IsoDate } from '../base/index.ts';
import type { MetricsContext } from './context.ts';

/**
 * Working days from the first report until a stock counts as whole. Reports from before the data are in
 * no stock, so that the first stocks are too low and too young and grow for no other reason. Sixty is the
 * longest limit to be resolved (aspirations), by which 96 % of the sample's reports have ended (59 % by
 * day 14): what is still missing then is the rest that waits beyond every limit.
 */
const stockFillDays = 60;

/**
 * Whether the stock on the evening of a day is left-truncated: the day lies fewer than `stockFillDays`
 * working days after that of the first report. False where there is no report at all.
 */
export function isTruncated(context: MetricsContext, day: IsoDate): boolean {
  const { calendar, calendarName, firstDay } = context;
  if (firstDay === null) return false;
  // Before the calendar W is taken for 0, its least.
  const first = calendar.ordinal(firstDay, calendarName) ?? 0;
  const now = calendar.ordinal(day, calendarName) ?? 0;
  return now - first < stockFillDays;
}
