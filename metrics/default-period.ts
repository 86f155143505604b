import { BuktiError, exitStatus, type IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { defaultAsOfWorkingDays, readPeriod } from './as-of.ts';
import { type MetricsContext, readContext } from './context.ts';
import { clockRelation, isClock, type RelationName } from './definitions.ts';

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
 * Refuses a period outside of what the data hold of a metric: its answer would be 0, where nothing is
 * known. Metrics of reports need reports that came in, those of forwardings and first resolutions need
 * such; the backlog and the bodies are there from the first report to the last day that is covered.
 * @param metrics as asked for, `forwarding` or `forwarding.count`
 * @throws BuktiError `metrics.unknown-period`, `metrics.no-report`, `metrics.no-data`, `metrics.no-data-of`
 */
export async function checkPeriod(
  session: Session,
  text: string,
  metrics: readonly string[],
  coveredTo: IsoDate | null,
): Promise<void> {
  const period = readPeriod(text);
  const reports = await spanOf(session, 'fct_complaint', 'submitted_date');
  if (!reports) throw new BuktiError('metrics.no-report');
  for (const name of new Set(metrics.map((metric) => metric.split('.')[0] as string))) {
    const { first, last } = await spanOfMetric(session, name, reports, coveredTo);
    if (period.first <= last && period.last >= first) continue;
    const ofReports = first === reports.first && last === reports.last;
    const params = { period: period.id, first, last, metric: name };
    const key = ofReports ? 'metrics.no-data' : 'metrics.no-data-of';
    throw new BuktiError(key, params, exitStatus.usage);
  }
}

interface Span {
  first: IsoDate;
  last: IsoDate;
}

async function spanOfMetric(
  session: Session,
  metric: string,
  reports: Span,
  coveredTo: IsoDate | null,
): Promise<Span> {
  if (metric === 'backlog' || metric === 'bodies') {
    const last = coveredTo !== null && coveredTo > reports.last ? coveredTo : reports.last;
    return { first: reports.first, last };
  }
  const relation = isClock(metric) ? clockRelation[metric] : relationOf[metric];
  if (relation === undefined || relation === 'complaint') return reports;
  // Where a source has none at all, the figure itself says that it is not available.
  return (await spanOf(session, `fct_${relation}`, 'start_date')) ?? reports;
}

const relationOf: Record<string, RelationName> = {
  forwarding: 'forwarding',
  returned: 'forwarding',
};

async function spanOf(session: Session, table: string, day: string): Promise<Span | undefined> {
  const span = await session.row<{ first: IsoDate | null; last: IsoDate | null }>(
    `select min(${day}) as first, max(${day}) as last from ${table}`,
  );
  const { first = null, last = null } = span ?? {};
  return first === null || last === null ? undefined : { first, last };
}
