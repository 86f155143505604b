import { BuktiError, exitStatus, type IsoDate } from '../../base/index.ts';
import { ageOn } from '../as-of.ts';
import { type Cohort, cohortsOf } from '../cohorts.ts';
import type { MetricsContext } from '../context.ts';
import { isTime, type TimeDimension } from '../dimensions.ts';
import type { CompareMode, DimensionName } from '../types.ts';
import { basePeriod, comparedTime } from './base-periods.ts';

export interface ComparedCohorts {
  /** Those asked for and what they are compared with, each once. */
  all: Cohort[];
  /** Ids of the periods asked for. */
  asked: ReadonlySet<string>;
  /** Dimensions of the statement: those asked for, and the time that tells figure and base apart. */
  by: DimensionName[];
  time?: TimeDimension;
}

/**
 * The cohorts of a query, and their base periods where it compares over time, all cut at the same age:
 * the own as-of days, or on a given day the age that the period asked for has then.
 * @throws BuktiError `metrics.compare-at`, `metrics.compare-others`, `metrics.compare-periods`, `metrics.unknown-period`, `metrics.calendar-ends`
 */
export function comparedCohorts(
  context: MetricsContext,
  query: {
    period: string | readonly string[];
    by: readonly DimensionName[];
    asOf: 'own' | IsoDate;
    workingDays: number;
    compare?: CompareMode;
  },
): ComparedCohorts {
  const { period, by, asOf, workingDays, compare } = query;
  const own = cohortsOf(context, period, by, asOf, workingDays);
  const asked = new Set(own.map((cohort) => cohort.period.id));
  const last = by.at(-1);
  if (compare === 'others' && (last === undefined || isTime(last))) {
    throw new BuktiError('metrics.compare-others', {}, exitStatus.usage);
  }
  if (compare === undefined || compare === 'others') {
    return { all: own, asked, by: [...by] };
  }
  if (asOf !== 'own' && own.length > 1) {
    // On one day the periods are not equally old, and each would need a base of its own age.
    throw new BuktiError('metrics.compare-at', { day: asOf }, exitStatus.usage);
  }
  const periods = own.map((cohort) => cohort.period);
  const time = comparedTime(periods, by);
  const bases = periods.map((one) => basePeriod(one, compare)).filter((one) => !asked.has(one.id));
  const all =
    asOf === 'own'
      ? cohortsOf(context, [...asked, ...bases.map(({ id }) => id)], [], 'own', workingDays)
      : [...own, ...bases.map((base) => aged(context, base.id, own, compare, workingDays))];
  return { all, asked, by: by.includes(time) ? [...by] : [...by, time], time };
}

/** A base cohort as old as the cohort that it is the base of. */
function aged(
  context: MetricsContext,
  base: string,
  own: readonly Cohort[],
  compare: 'previous' | 'year',
  workingDays: number,
): Cohort {
  const cohort = own.find((one) => basePeriod(one.period, compare).id === base);
  const age = cohort ? ageOn(context, cohort.period, cohort.asOf) : null;
  return cohortsOf(context, base, [], 'own', age ?? workingDays)[0] as Cohort;
}
