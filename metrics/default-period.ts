import { BuktiError, exitStatus, type IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { defaultAsOfWorkingDays, readPeriod } from './as-of.ts';
import { type MetricsContext, readContext } from './context.ts';

export interface DefaultPeriod {
  period: string;
  /** The sources do not cover the quarter's as-of day yet. */
  provisional: boolean;
}

/**
 * The quarter to report on: the latest with data whose as-of day the sources cover, else the latest
 * whose end they cover, else the latest with data.
 * @throws BuktiError `metrics.no-report` for an empty warehouse
 */
export async function defaultPeriod(
  session: Session,
  workingDays = defaultAsOfWorkingDays,
  context?: MetricsContext,
): Promise<DefaultPeriod> {
  const { calendar, calendarName, coveredTo } = context ?? (await readContext(session));
  const rows = await session.rows<{ quarter: string; last_day: IsoDate }>(
    `select quarter, max(submitted_date) as last_day from fct_complaint
    where submitted_date is not null group by quarter order by quarter desc`,
  );
  const latest = rows[0];
  if (!latest) throw new BuktiError('metrics.no-report');
  const covered = coveredTo ?? latest.last_day;
  const quarters = rows.map((row) => readPeriod(row.quarter));
  const settled = quarters.find((quarter) => {
    const planned = calendar.after(quarter.last, workingDays, calendarName);
    return planned !== undefined && planned <= covered;
  });
  if (settled) return { period: settled.id, provisional: false };
  const complete = quarters.find((quarter) => quarter.last <= covered);
  return { period: complete?.id ?? latest.quarter, provisional: true };
}

/**
 * Refuses a period outside of what the data hold: its answer would be 0, where nothing is known.
 * @throws BuktiError `metrics.unknown-period`, `metrics.no-data`
 */
export async function checkPeriod(session: Session, text: string): Promise<void> {
  const period = readPeriod(text);
  const span = await session.row<{ first: IsoDate | null; last: IsoDate | null }>(
    'select min(submitted_date) as first, max(submitted_date) as last from fct_complaint',
  );
  const { first = null, last = null } = span ?? {};
  if (first === null || last === null) throw new BuktiError('metrics.no-report');
  if (period.first > last || period.last < first) {
    throw new BuktiError('metrics.no-data', { period: period.id, first, last }, exitStatus.usage);
  }
}
