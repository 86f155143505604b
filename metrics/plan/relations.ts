import { type RawBuilder, sql } from 'kysely';
import {
  type Clock,
  clockTarget,
  openStatuses,
  reportClocks,
  states,
  type UnknownField,
  unknownFields,
} from '../definitions.ts';
import {
  complaintColumns,
  forwardingColumns,
  statusDimensions,
  type TimeDimension,
} from '../dimensions.ts';
import { type DimensionName, dimensionNames } from '../types.ts';
import { isStateCount } from './counts.ts';
import type { Cut, Plan, Where } from './spec.ts';

type Sql = RawBuilder<unknown>;

/** Cohorts as rows: period, as-of day and W(as_of) in both calendars. */
export function cohortRelation(plan: Plan): Sql {
  const rows = plan.cohorts.map(({ period, asOf, ordinal }, position) => {
    const numbers = [position, ordinal.indonesia, ordinal.weekdays].map(whole);
    return sql`(${period.id}, cast(${asOf} as date), ${sql.join(numbers)})`;
  });
  return sql`select * from (values ${sql.join(rows)})
    as v (period, as_of, cohort, w_indonesia, w_weekdays)`;
}

/**
 * Reports of the cohorts, cut at their as-of day, one row a report: `cohort` (position in the plan);
 * dimensions; `followup` (working days from start to as-of day); `state` (position in `states`);
 * `rating`; `unknown_*`; and of a clock `_t` (day of its end, or of its censoring), `_cause` (0
 * open, 1 awaited, 2 competing; null where its times cannot be read), `_limited` (it has a limit),
 * `_kept` (null where not judged yet), `_covered` (the source has its events) and `_time`. Starts
 * after the as-of day are left out, ends after it are not known yet.
 */
export function complaintRelation(plan: Plan): Sql {
  if (plan.cut) return cutRelation(plan, plan.cut, plan.cut.complaint);
  const status = needsStatus(plan);
  const columns = [
    sql`c.cohort`,
    ...plan.by.map((name) => sql`${sql.raw(complaintColumns[name])} as ${sql.id(name)}`),
    sql`case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end - f.submitted_w
      as followup`,
    sql`f.region_scheme = 'kemendagri' as located`,
    sql`f.rating`,
    ...unknownFields.filter((field) => plan.counts.includes(`unknown_${field}`)).map(unknownColumn),
    ...(status ? [stateColumn] : []),
    ...reportClocks
      .filter((clock) => needsClock(plan, clock))
      .flatMap((clock) =>
        clockColumns(plan, clock, {
          time: `f.${clock}_time_status`,
          end: `f.${clock}_end`,
          startW: 'f.submitted_w',
          limit: `f.${clock}_limit`,
        }),
      ),
  ];
  return sql`select ${sql.join(columns)}
    from fct_complaint as f
    join cohort as c on c.period = ${periodColumn(plan, complaintColumns)}
    ${status ? statusJoin(plan, sql`f.complaint_key`) : sql``}
    ${uses(plan, 'sector') ? categoryJoin : sql``}
    where f.submitted_date <= c.as_of ${conditions(plan.where, complaintColumns)}`;
}

/** Forwardings of the cohorts in the same shape; dimensions of the report come from its own row. */
export function forwardingRelation(plan: Plan): Sql {
  if (plan.cut) return cutRelation(plan, plan.cut, plan.cut.forwarding);
  const columns = [
    sql`c.cohort`,
    ...plan.by.map((name) => sql`${sql.raw(forwardingColumns[name])} as ${sql.id(name)}`),
    sql`case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end - g.start_w
      as followup`,
    ...clockColumns(plan, 'respond_agency', {
      time: 'g.time_status',
      end: 'g.end',
      startW: 'g.start_w',
      limit: 'g.limit_days',
    }),
  ];
  return sql`select ${sql.join(columns)}
    from fct_forwarding as g
    join cohort as c on c.period = ${periodColumn(plan, forwardingColumns)}
    join fct_complaint as f on f.complaint_key = g.complaint_key
    ${uses(plan, 'reason') ? statusJoin(plan, sql`g.complaint_key`) : sql``}
    ${uses(plan, 'sector') ? categoryJoin : sql``}
    where g.start_date <= c.as_of ${conditions(plan.where, forwardingColumns)}`;
}

function cutRelation(plan: Plan, cut: Cut, table: string): Sql {
  const ids = plan.cohorts.map((cohort) => cohort.period.id);
  const positions = cut.cohorts.flatMap(({ period }, position) =>
    ids.includes(period.id) ? [whole(position)] : [],
  );
  const names = Object.fromEntries(dimensionNames.map((name) => [name, `"${name}"`]));
  return sql`select * from ${sql.id('temp', table)} where cohort in (${sql.join(positions)})
    ${conditions(plan.where, names as Record<DimensionName, string>)}`;
}

function unknownColumn(field: UnknownField): Sql {
  const conditions: Partial<Record<UnknownField, string>> = {
    events: 'not f.has_events',
    rating: 'f.rating is null',
    status: `coalesce(s.status, 'unknown') = 'unknown'`,
  };
  const column = complaintColumns[field as DimensionName];
  return sql`${sql.raw(conditions[field] ?? `${column} = 'unknown'`)} as ${sql.id(`unknown_${field}`)}`;
}

// An open report whose limit cannot be judged is not called late.
const stateName = `case
    when s.status in (${openStatuses.map((status) => `'${status}'`).join(', ')})
      then case when followup > f.resolve_limit then 'open_beyond' else 'open_within' end
    else s.status end`;
const stateColumn = sql.raw(
  `cast(case ${stateName} ${states
    .map((state, position) => `when '${state}' then ${position}`)
    .join(' ')} else ${states.indexOf('unknown')} end as tinyint) as state`,
);

const categoryJoin = sql`left join dim_category as k on k.category_code = f.category_code`;

interface ClockSource {
  time: string;
  end: string;
  startW: string;
  limit: string;
}

function clockColumns(plan: Plan, clock: Clock, source: ClockSource): Sql[] {
  const { time, end, startW, limit } = source;
  const wantsTime = [...plan.counts, ...plan.forwardingCounts].some(
    (name) => name.startsWith(`${clock}_time_`) || name === `${clock}_calendar_missing`,
  );
  const columns = [
    `case when ${time} = 'ok' then case when ${end}_date <= c.as_of
      then ${end}_w - ${startW} else followup end end as ${clock}_t`,
    `cast(case when ${time} = 'ok' then case when ${end}_date <= c.as_of
      then case when ${end}_cause = '${clockTarget[clock]}' then 1 else 2 end else 0 end end
      as tinyint) as ${clock}_cause`,
    `${time} = 'ok' and ${limit} is not null as ${clock}_limited`,
    `case when ${clock}_limited and followup >= ${limit}
      then ${clock}_cause = 1 and ${clock}_t <= ${limit} end as ${clock}_kept`,
    `${time} <> 'not_available' as ${clock}_covered`,
    ...(wantsTime ? [`${time} as ${clock}_time`] : []),
  ];
  return columns.map((column) => sql.raw(column));
}

function statusJoin(plan: Plan, key: Sql): Sql {
  const days = plan.cohorts.map((cohort) => cohort.asOf).sort();
  // The bounds repeat what the join says of each cohort, so that spells are filtered before it.
  return sql`left join (
      select * from fct_complaint_status
      where valid_from <= cast(${days.at(-1)} as date) and valid_to > cast(${days[0]} as date)
    ) as s on s.complaint_key = ${key} and s.valid_from <= c.as_of and s.valid_to > c.as_of`;
}

function needsStatus(plan: Plan): boolean {
  const counted = plan.counts.some(
    (name) => isStateCount(name) || /^unknown_(status|agency)$/.test(name),
  );
  return counted || statusDimensions.some((name) => uses(plan, name));
}

export function needsClock(plan: Plan, clock: Clock): boolean {
  const ofLog = clock === 'verify' || clock === 'respond_citizen';
  return (
    plan.histograms.includes(clock) ||
    plan.counts.some((name) => name.startsWith(`${clock}_`) || (ofLog && name === 'log_covered'))
  );
}

function used(plan: Plan): DimensionName[] {
  return [...plan.by, ...(Object.keys(plan.where) as DimensionName[])];
}

function uses(plan: Plan, name: DimensionName): boolean {
  return used(plan).includes(name);
}

function periodColumn(plan: Plan, columns: Record<DimensionName, string>): Sql {
  return sql.raw(columns[plan.cohorts[0]?.period.kind as TimeDimension]);
}

function conditions(where: Where, columns: Record<DimensionName, string>): Sql {
  const parts = Object.entries(where).map(
    ([name, codes]) =>
      sql`and ${sql.raw(columns[name as DimensionName])} in (${sql.join([codes].flat())})`,
  );
  return sql.join(parts, sql` `);
}

function whole(value: number): Sql {
  return sql.raw(String(Math.trunc(value)));
}
