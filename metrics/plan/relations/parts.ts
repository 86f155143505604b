import { type RawBuilder, sql } from 'kysely';
import { type Cohort, codeOf } from '../../cohorts.ts';
import { type Clock, clockTarget, type RelationName } from '../../definitions.ts';
import { coordinationDimensions, type TimeDimension, timeDimensions } from '../../dimensions.ts';
import { type DimensionName, dimensionNames } from '../../types.ts';
import type { Cut, Plan, Where } from '../spec.ts';

export type Sql = RawBuilder<unknown>;

/**
 * Cohorts as rows: period and its days, the codes it has in the time dimensions (null where it is
 * coarser), as-of day and W(as_of) in both calendars.
 */
export function cohortRelation(cohorts: readonly Cohort[]): Sql {
  const rows = cohorts.map(({ period, asOf, ordinal }, position) => {
    const numbers = [position, ordinal.indonesia, ordinal.weekdays].map(whole);
    const days = [period.first, period.last, asOf].map((day) => sql`cast(${day} as date)`);
    const codes = timeDimensions.map(
      (name) => sql`cast(${codeOf(period, name) ?? null} as varchar)`,
    );
    return sql`(${period.id}, ${sql.join(codes)}, ${sql.join(days)}, ${sql.join(numbers)})`;
  });
  return sql`select * from (values ${sql.join(rows)}) as v (period,
    ${sql.join(timeDimensions.map((name) => sql.id(name)))},
    first_day, last_day, as_of, cohort, w_indonesia, w_weekdays)`;
}

interface ClockSource {
  time: string;
  end: string;
  startW: string;
  limit: string;
  /** Working days from start to as-of day that the clock counts, and to its end. */
  followup?: string;
  duration?: string;
}

/**
 * Columns of one clock, cut at the as-of day: `_t` (day of its end, or of its censoring), `_cause`
 * (0 open, 1 awaited, 2 competing; null where its times cannot be read), `_limited` (it has a
 * limit), `_kept` (null where not judged yet), `_covered` (the source has its events), `_time`.
 */
export function clockColumns(plan: Plan, clock: Clock, source: ClockSource): Sql[] {
  const { time, end, startW, limit } = source;
  const followup = source.followup ?? 'followup';
  const duration = source.duration ?? `${end}_w - ${startW}`;
  const wantsTime = plan.counts.some((name) =>
    ['time_unknown', 'time_invalid', 'calendar_missing'].some(
      (status) => name === `${clock}_${status}`,
    ),
  );
  const columns = [
    `case when ${time} = 'ok' then case when ${end}_date <= c.as_of
      then ${duration} else ${followup} end end as ${clock}_t`,
    `cast(case when ${time} = 'ok' then case when ${end}_date <= c.as_of
      then case when ${end}_cause = '${clockTarget[clock]}' then 1 else 2 end else 0 end end
      as tinyint) as ${clock}_cause`,
    `${time} = 'ok' and ${limit} is not null as ${clock}_limited`,
    `case when ${clock}_limited and ${followup} >= ${limit}
      then ${clock}_cause = 1 and ${clock}_t <= ${limit} end as ${clock}_kept`,
    `${time} <> 'not_available' as ${clock}_covered`,
    ...(wantsTime ? [`${time} as ${clock}_time`] : []),
  ];
  return columns.map((column) => sql.raw(column));
}

/** Where a row of a relation falls among the clusters: its agency, place and week of the period. */
export function clusterColumns(agency: string, start: string, place: string): Sql[] {
  return [
    sql.raw(`${agency} as cluster_agency`),
    sql.raw(`${place} as cluster_place`),
    // As many equal parts as the period has whole weeks: odd days make no part longer than others.
    sql.raw(`cast(c.cohort * 100 + date_diff('day', c.first_day, ${start})
      * greatest((date_diff('day', c.first_day, c.last_day) + 1) // 7, 1)
      // (date_diff('day', c.first_day, c.last_day) + 1) as integer) as cluster_week`),
  ];
}

/** The state on the as-of day, by report. */
export function statusJoin(plan: Plan, key: Sql): Sql {
  const days = plan.cohorts.map((cohort) => cohort.asOf).sort();
  // The bounds repeat what the join says of each cohort, so that spells are filtered before it.
  return sql`left join (
      select * from fct_complaint_status
      where valid_from <= cast(${days.at(-1)} as date) and valid_to > cast(${days[0]} as date)
    ) as s on s.complaint_key = ${key} and s.valid_from <= c.as_of and s.valid_to > c.as_of`;
}

/**
 * Who coordinates an agency, and a sector, in each cohort: the last to have done so by the day. Local
 * governments have no coordinating ministry: theirs is that of the category's sector.
 * @param agency the column that names the agency
 * @param cohort the relation of cohorts
 */
export function coordinationJoin(plan: Plan, agency: string, cohort = 'cohort'): Sql {
  if (!coordinationDimensions.some((name) => uses(plan, name))) return sql``;
  const inForce = (of: string) =>
    sql.raw(`(select d.cohort, k.${of}, arg_max(k.coordinator_code, k.valid_from) as code
      from dim_coordination as k join ${cohort} as d on k.valid_from <= d.as_of
      where k.${of} is not null group by d.cohort, k.${of})`);
  return sql`left join ${inForce('agency_code')} as ka
      on ka.cohort = c.cohort and ka.agency_code = ${sql.raw(agency)}
    left join ${inForce('sector')} as ks on ks.cohort = c.cohort and ks.sector = f.sector`;
}

export function cutRelation(plan: Plan, cut: Cut, relation: RelationName): Sql {
  const ids = plan.cohorts.map((cohort) => cohort.period.id);
  const positions = cut.cohorts.flatMap(({ period }, position) =>
    ids.includes(period.id) ? [whole(position)] : [],
  );
  const names = Object.fromEntries(dimensionNames.map((name) => [name, `"${name}"`]));
  return sql`select * from ${sql.id('temp', cut.tables[relation])}
    where cohort in (${sql.join(positions)})
    ${conditions(plan.where, names as Record<DimensionName, string>)}`;
}

export function needsClusters(plan: Plan, relation: RelationName): boolean {
  return plan.clusters.some((cluster) => cluster.relation === relation);
}

export function uses(plan: Plan, name: DimensionName): boolean {
  return plan.by.includes(name) || name in plan.where;
}

export function dimensionColumns(plan: Plan, columns: Record<DimensionName, string>): Sql[] {
  return plan.by.map((name) => sql`${sql.raw(columns[name])} as ${sql.id(name)}`);
}

/**
 * Ordinal of the as-of day in the calendar of report `f`; where all reports have one calendar it is not
 * looked up.
 */
export function asOfOrdinal({ calendar }: Plan): string {
  return calendar === undefined
    ? `case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end`
    : `c.w_${calendar}`;
}

export function periodColumn(plan: Plan, columns: Record<DimensionName, string>): Sql {
  return sql.raw(columns[plan.cohorts[0]?.period.kind as TimeDimension]);
}

export function conditions(where: Where, columns: Record<DimensionName, string>): Sql {
  const parts = Object.entries(where).map(
    ([name, codes]) =>
      sql`and ${sql.raw(columns[name as DimensionName])} in (${sql.join([codes].flat())})`,
  );
  return sql.join(parts, sql` `);
}

function whole(value: number): Sql {
  return sql.raw(String(Math.trunc(value)));
}
