import { BuktiError, exitStatus, type IsoDate, type Period, quarterOf } from '../base/index.ts';
import { ageOn, asOfIn, calendarEnds, readPeriod } from './as-of.ts';
import type { MetricsContext } from './context.ts';
import { type TimeDimension, timeDimensions } from './dimensions.ts';
import type { CalendarName } from './work-calendar.ts';

/** Reports (or forwardings) whose clock started in a period, seen on their as-of day. */
export interface Cohort {
  period: Period;
  asOf: IsoDate;
  ordinal: Record<CalendarName, number>;
  /** Working days for which even the last start of the period has been followed. */
  mature: number;
  /** The sources end before the as-of day, or the period was not over on it. */
  unfinished: boolean;
}

/**
 * Cohorts of a query: the periods asked for, or their parts where `by` is finer. Each on its own
 * as-of day: where the sources cut one short, all are cut at its age.
 */
export function cohortsOf(
  context: MetricsContext,
  periods: string | readonly string[],
  by: readonly string[],
  asOf: 'own' | IsoDate,
  workingDays: number,
): Cohort[] {
  const asked = [periods].flat().map(readPeriod);
  const kinds = [...asked.map((period) => period.kind), ...timeDimensions.filter(isIn(by))];
  const finest = timeDimensions[Math.max(...kinds.map((kind) => timeDimensions.indexOf(kind)))];
  const parts = asked.flatMap((period) => split(period, finest as TimeDimension));
  const unique = [...new Map(parts.map((period) => [period.id, period])).values()];
  const age = asOf === 'own' ? smallestAge(context, unique, workingDays) : workingDays;
  return unique.map((period) => cohort(context, period, asOf, workingDays, age));
}

/**
 * The working days that each of these periods has been followed for after its end, so that they are
 * seen equally old. A period that is not over yet has no age that others could be cut at.
 */
function smallestAge(
  context: MetricsContext,
  periods: readonly Period[],
  workingDays: number,
): number {
  const short = periods.map((period) => {
    const { asOf, coverageShort } = asOfIn(context, period, workingDays);
    return (coverageShort ? ageOn(context, period, asOf) : null) ?? workingDays;
  });
  return Math.min(workingDays, ...short);
}

const found = new WeakMap<readonly Cohort[], Map<string, readonly Cohort[]>>();

/**
 * The cohorts that a group belongs to: all of them where it names no time. Groups of the same time are
 * given the same list.
 */
export function cohortsFor(
  cohorts: readonly Cohort[],
  dims: { [key: string]: string | undefined },
): readonly Cohort[] {
  const known = found.get(cohorts) ?? new Map<string, readonly Cohort[]>();
  found.set(cohorts, known);
  let time = '';
  for (const name of timeDimensions) time += `${dims[name] ?? ''},`;
  let own = known.get(time);
  if (!own) {
    own = cohorts.filter(({ period }) =>
      timeDimensions.every(
        (name) => dims[name] === undefined || codeOf(period, name) === dims[name],
      ),
    );
    known.set(time, own);
  }
  return own;
}

/** The code that a period has in a time dimension; `undefined` where the period is coarser. */
export function codeOf(period: Period, name: TimeDimension): string | undefined {
  if (name === period.kind) return period.id;
  if (name === 'year') return period.first.slice(0, 4);
  return name === 'quarter' && period.kind === 'month' ? quarterOf(period.first) : undefined;
}

function cohort(
  context: MetricsContext,
  period: Period,
  asOf: 'own' | IsoDate,
  workingDays: number,
  age: number,
): Cohort {
  const { calendar, calendarName, coveredTo } = context;
  const planned = asOf === 'own' ? asOfIn(context, period, workingDays) : undefined;
  const own = planned?.coverageShort ? planned : planned && asOfIn(context, period, age);
  const day = own?.asOf ?? (asOf as IsoDate);
  const indonesia = calendar.ordinal(day, 'indonesia');
  const weekdays = calendar.ordinal(day, 'weekdays');
  const last = calendar.ordinal(period.last, calendarName);
  if (indonesia === undefined || weekdays === undefined) throw calendarEnds(context, day);
  const ordinal = { indonesia, weekdays };
  const short = own?.coverageShort ?? (coveredTo !== null && day > coveredTo);
  return {
    period,
    asOf: day,
    ordinal,
    mature: last === undefined ? -1 : ordinal[calendarName] - last,
    unfinished: short || day < period.last,
  };
}

function split(period: Period, kind: TimeDimension): Period[] {
  if (timeDimensions.indexOf(kind) <= timeDimensions.indexOf(period.kind)) return [period];
  const year = period.first.slice(0, 4);
  const months = [...Array(12).keys()].map((month) => String(month + 1).padStart(2, '0'));
  const ids =
    kind === 'quarter'
      ? [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`)
      : months.map((month) => `${year}-${month}`);
  return ids
    .map(readPeriod)
    .filter((part) => part.first >= period.first && part.last <= period.last);
}

/**
 * The cohorts that counts of a day are taken of: each where `by` tells them apart, else one from the
 * first to the last day, since a stock does not add up over periods.
 * @throws BuktiError `metrics.periods-apart` where there is a time between them that was not asked for
 */
export function mergedCohorts(cohorts: readonly Cohort[], by: readonly string[]): Cohort[] {
  const kind = cohorts[0]?.period.kind;
  if (cohorts.length < 2 || (kind !== undefined && by.includes(kind))) return [...cohorts];
  const codes = new Map<string, Cohort[]>();
  for (const cohort of cohorts) {
    const key = timeDimensions.map((name) =>
      by.includes(name) ? codeOf(cohort.period, name) : '',
    );
    codes.set(key.join(), [...(codes.get(key.join()) ?? []), cohort]);
  }
  return [...codes.values()].map((group) => {
    const sorted = [...group].sort((a, b) => (a.period.first < b.period.first ? -1 : 1));
    const [first, last] = [sorted[0] as Cohort, sorted.at(-1) as Cohort];
    for (const [index, { period }] of sorted.entries()) {
      const next = sorted[index + 1]?.period;
      if (next && next.first > dayAfter(period.last)) {
        const params = { one: period.id, other: next.id };
        throw new BuktiError('metrics.periods-apart', params, exitStatus.usage);
      }
    }
    return { ...last, period: { ...last.period, first: first.period.first } };
  });
}

/** The same, each seen on the evening of its last day, or of its as-of day where that comes first. */
export function stockCohorts(
  context: MetricsContext,
  cohorts: readonly Cohort[],
  by: readonly string[],
): Cohort[] {
  return mergedCohorts(cohorts, by).map((cohort) => {
    const asOf = cohort.asOf < cohort.period.last ? cohort.asOf : cohort.period.last;
    const indonesia = context.calendar.ordinal(asOf, 'indonesia');
    const weekdays = context.calendar.ordinal(asOf, 'weekdays');
    if (indonesia === undefined || weekdays === undefined) throw calendarEnds(context, asOf);
    return { ...cohort, asOf, ordinal: { indonesia, weekdays } };
  });
}

function dayAfter(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const isIn = (list: readonly string[]) => (item: string) => list.includes(item);
