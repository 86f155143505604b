import { sql } from 'kysely';
import type { IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { kyselyFor } from '../warehouse/kysely.ts';
import { defaultAsOfWorkingDays } from './as-of.ts';
import { type Cohort, cohortsOf } from './cohorts.ts';
import type { MetricsContext } from './context.ts';
import { horizons, type reportClocks, states } from './definitions.ts';
import { complaintRelation } from './plan/relations/complaint.ts';
import { cohortRelation } from './plan/relations/parts.ts';
import type { DimensionName } from './types.ts';

/** One period's reports, cut at its as-of day as every figure of them is. */
export interface RecordCut {
  /** Of the temporary table that is made; dropped and made again where it is there. */
  table: string;
  period: string;
  asOf: 'own' | IsoDate;
  asOfWorkingDays?: number;
  by: readonly DimensionName[];
  /** The clocks that `columns` speak of. */
  clocks: readonly (typeof reportClocks)[number][];
  /** Columns of fct_complaint that no figure reads, as SQL over `f`: `f.record_key`. */
  extra?: readonly string[];
  /**
   * What the table holds, as SQL over the relation of reports (plan/relations/complaint.ts): dimensions by
   * name, `state` (position in `states`), `<clock>_cause`, `_t`, `_kept`, `_covered`, and `extra`.
   */
  columns: readonly string[];
}

/**
 * Makes a temporary table with one row a report of a period, in the very relation that figures are
 * counted from, so that whatever is counted in it agrees with them.
 * @returns the period with its as-of day and how long all its reports have been followed
 */
export async function cutRecords(
  session: Session,
  context: MetricsContext,
  { table, period, asOf, asOfWorkingDays, by, clocks, extra, columns }: RecordCut,
): Promise<Cohort> {
  const workingDays = asOfWorkingDays ?? defaultAsOfWorkingDays;
  const [cohort] = cohortsOf(context, period, [], asOf, workingDays) as [Cohort];
  const plan = {
    cohorts: [cohort],
    by,
    where: {},
    counts: [
      ...states.map((state) => `state_${state}`),
      ...clocks.flatMap((clock) => [
        `${clock}_started`,
        ...horizons.map((day) => `${clock}_by_${day}`),
      ]),
    ],
    histograms: [],
    leastStarted: 1,
    clusters: [],
    wholeOver: [],
    stockCohorts: [],
    stockSeries: false,
    bodyCohorts: [],
    stateDays: context.stateDays,
    calendar: context.calendarsMixed ? undefined : context.calendarName,
    extra,
  };
  const source = complaintRelation(plan, true);
  await session.run(`drop table if exists temp.${table}`);
  const query = sql`create temp table ${sql.id(table)} as
    with cohort as (${cohortRelation([cohort])}), source as (${source})
    select ${sql.raw(columns.join(', '))} from source`.compile(kyselyFor(session));
  await session.run(query.sql, query.parameters as string[]);
  return cohort;
}
