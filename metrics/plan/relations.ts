import { type RawBuilder, sql } from 'kysely';
import {
  type Clock,
  clockTarget,
  reportClocks,
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
import type { Plan, Where } from './spec.ts';

type Sql = RawBuilder<unknown>;

/** Cohorts as rows: period, as-of day and W(as_of) in both calendars. */
export function cohortRelation(plan: Plan): Sql {
  const rows = plan.cohorts.map(
    ({ period, asOf, ordinal }) =>
      sql`(${period.id}, cast(${asOf} as date), ${whole(ordinal.indonesia)}, ${whole(ordinal.weekdays)})`,
  );
  return sql`select * from (values ${sql.join(rows)}) as v (period, as_of, w_indonesia, w_weekdays)`;
}

/**
 * Reports of the cohorts, cut at their as-of day, one row a report: dimensions; `followup` (working
 * days from start to as-of day); `state` (status, with open split by the limit); `rating`; and a
 * clock's `_t` (day of its end, or of its censoring), `_cause` (0 open, 1 awaited, 2 competing),
 * `_limit` and `_time`. Starts after the as-of day are left out, ends after it are not known yet.
 */
export function complaintRelation(plan: Plan): Sql {
  if (plan.cut) return cutRelation(plan, plan.cut.complaint);
  const status = needsStatus(plan);
  const columns = [
    sql`c.period`,
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
        clockColumns(clock, {
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
  if (plan.cut) return cutRelation(plan, plan.cut.forwarding);
  const columns = [
    sql`c.period`,
    ...plan.by.map((name) => sql`${sql.raw(forwardingColumns[name])} as ${sql.id(name)}`),
    sql`case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end - g.start_w
      as followup`,
    ...clockColumns('respond_agency', {
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

function cutRelation(plan: Plan, table: string): Sql {
  const periods = plan.cohorts.map((cohort) => cohort.period.id);
  const names = Object.fromEntries(dimensionNames.map((name) => [name, `"${name}"`]));
  return sql`select * from ${sql.raw(table)} where period in (${sql.join(periods)})
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
const stateColumn = sql`case
    when s.status in ('unverified', 'forwarded', 'in_progress') then
      case when case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end
        - f.submitted_w > f.resolve_limit then 'open_beyond' else 'open_within' end
    else coalesce(s.status, 'unknown') end as state`;

const categoryJoin = sql`left join dim_category as k on k.category_code = f.category_code`;

interface ClockSource {
  time: string;
  end: string;
  startW: string;
  limit: string;
}

function clockColumns(clock: Clock, { time, end, startW, limit }: ClockSource): Sql[] {
  const [status, date, w, cause] = [time, `${end}_date`, `${end}_w`, `${end}_cause`].map((name) =>
    sql.raw(name),
  );
  const followUp = sql`case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end
    - ${sql.raw(startW)}`;
  return [
    sql`${status} as ${sql.id(`${clock}_time`)}`,
    sql`${sql.raw(limit)} as ${sql.id(`${clock}_limit`)}`,
    sql`case when ${status} = 'ok' then
      case when ${date} <= c.as_of then ${w} - ${sql.raw(startW)} else ${followUp} end end
      as ${sql.id(`${clock}_t`)}`,
    sql`case when ${status} = 'ok' then case when ${date} <= c.as_of then
      case when ${cause} = ${clockTarget[clock]} then 1 else 2 end else 0 end end
      as ${sql.id(`${clock}_cause`)}`,
  ];
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
  const counted = plan.counts.some((name) => /^(state_|unknown_(status|agency)$)/.test(name));
  return counted || statusDimensions.some((name) => uses(plan, name));
}

function needsClock(plan: Plan, clock: Clock): boolean {
  return (
    plan.histograms.includes(clock) || plan.counts.some((name) => name.startsWith(`${clock}_`))
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
