import type { Cohort } from '../../metrics/cohorts.ts';

/**
 * The same figures as an analyst would ask for them who knows the tables: one statement, only the
 * joins it needs. Columns are the dimensions, then the figures by name (`resolved.count`; a share's
 * denominator has a slash behind its name), or for a percentile `day`, `open`, `awaited`,
 * `competing` and, in rows without a day, `followup` and how many were followed that long.
 */
export type HandWritten = (cohorts: readonly Cohort[]) => string;

const cohortTable = (cohorts: readonly Cohort[]) =>
  `cohort(period, as_of, w) as (values ${cohorts
    .map(({ period, asOf, ordinal }) => `('${period.id}', date '${asOf}', ${ordinal.indonesia})`)
    .join(', ')})`;

const periodList = (cohorts: readonly Cohort[]) =>
  cohorts.map(({ period }) => `'${period.id}'`).join(', ');

const timeColumn = (cohorts: readonly Cohort[], table: string) => {
  const kind = cohorts[0]?.period.kind;
  return kind === 'year' ? `cast(${table}.year as varchar)` : `${table}.${kind}`;
};

/** Reports by columns of their own: nothing but a scan. */
export const reports =
  (dimensions: string, figures: string, join = ''): HandWritten =>
  (cohorts) =>
    `
    select ${dimensions}, ${figures} from fct_complaint as f ${join}
    where ${timeColumn(cohorts, 'f')} in (${periodList(cohorts)}) group by all`;

const stateCounts = [
  ...['resolved', 'archived', 'postponed', 'open_within', 'open_beyond', 'withdrawn', 'deleted'],
]
  .map((state) => `count(*) filter (where state = '${state}') as "${state}.count"`)
  .join(', ');

const stateOnDay = (cohorts: readonly Cohort[], columns: string) => `
  select ${columns}, case when s.status in ('unverified', 'forwarded', 'in_progress')
      then case when c.w - f.submitted_w > f.resolve_limit then 'open_beyond' else 'open_within' end
      else cast(s.status as varchar) end as state
  from fct_complaint as f
  join cohort as c on c.period = ${timeColumn(cohorts, 'f')}
  join fct_complaint_status as s on s.complaint_key = f.complaint_key
    and s.valid_from <= c.as_of and s.valid_to > c.as_of`;

/** @param columns of the report (`f`), its state (`s`) or its cohort (`c`), with their names */
export const states =
  (columns: string): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)}, seen as (${stateOnDay(cohorts, columns)})
    select * exclude (state), ${stateCounts} from seen group by all`;

/** Shares of unknown values, two of which are of the state. */
export const unknowns =
  (dimensions: string, figures: string): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)}
    select ${dimensions}, ${figures}, count(*) as "unknown.share/"
    from fct_complaint as f
    join cohort as c on c.period = ${timeColumn(cohorts, 'f')}
    join fct_complaint_status as s on s.complaint_key = f.complaint_key
      and s.valid_from <= c.as_of and s.valid_to > c.as_of
    group by all`;

export const reasons =
  (column: string, name: string): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)},
    seen as (${stateOnDay(cohorts, `${column} as ${name}, s.reason`)}),
    counted as (
      select ${name}, case when state = 'open_beyond' and reason = 'unknown' then 'none_given'
          else cast(reason as varchar) end as reason, count(*) as n
      from seen where state in ('open_beyond', 'postponed', 'archived') group by all
    )
    select ${name}, reason, n as "unresolved_reason.count", n as "unresolved_reason.share",
      sum(n) over (partition by ${name}) as "unresolved_reason.share/" from counted`;

/** A share of starts of a report's clock that have been followed for the whole limit. */
export const withinLimit =
  (dimensions: string, clock: string, target: string): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)}
    select ${dimensions},
      count(*) filter (where ${clock}_end_date <= c.as_of and ${clock}_end_cause = '${target}'
        and ${clock}_end_w - submitted_w <= ${clock}_limit) as "${clock}.within_limit",
      count(*) as "${clock}.within_limit/"
    from fct_complaint as f join cohort as c on c.period = ${timeColumn(cohorts, 'f')}
    where ${clock}_time_status = 'ok' and c.w - submitted_w >= ${clock}_limit group by all`;

/** A share of starts that all have been followed for so many days. */
export const incidence =
  (dimensions: string, clock: string, target: string, day: number): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)}
    select ${dimensions},
      count(*) filter (where ${clock}_end_date <= c.as_of and ${clock}_end_cause = '${target}'
        and ${clock}_end_w - submitted_w <= ${day}) as "${clock}.incidence_${day}",
      count(*) as "${clock}.incidence_${day}/"
    from fct_complaint as f join cohort as c on c.period = ${timeColumn(cohorts, 'f')}
    where ${clock}_time_status = 'ok' group by all`;

const days = (names: string) => `
  select ${names}, t as day, null as followup, count(*) filter (where cause = 0) as open,
    count(*) filter (where cause = 1) as awaited, count(*) filter (where cause = 2) as competing
  from started group by ${names}, t
  qualify sum(count(*)) over (partition by ${names}) >= 10
  union all
  select ${names}, null, followup, count(*), 0, 0 from started group by ${names}, followup
  qualify sum(count(*)) over (partition by ${names}) >= 10`;

/** Days of a report's clock by group, and how long its starts have been followed. */
export const reportDays =
  (columns: string, names: string, clock: string, target: string): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)},
    started as (
      select ${columns}, c.w - f.submitted_w as followup,
        case when ${clock}_end_date <= c.as_of then ${clock}_end_w - f.submitted_w
          else c.w - f.submitted_w end as t,
        case when ${clock}_end_date <= c.as_of
          then case ${clock}_end_cause when '${target}' then 1 else 2 end else 0 end as cause
      from fct_complaint as f join cohort as c on c.period = ${timeColumn(cohorts, 'f')}
      where ${clock}_time_status = 'ok'
    ) ${days(names)}`;

/** The same of forwardings, whose agency and start are their own. */
export const forwardingDays =
  (columns: string, names: string): HandWritten =>
  (cohorts) =>
    `
    with ${cohortTable(cohorts)},
    started as (
      select ${columns}, c.w - g.start_w as followup,
        case when end_date <= c.as_of then end_w - start_w else c.w - start_w end as t,
        case when end_date <= c.as_of
          then case end_cause when 'responded' then 1 else 2 end else 0 end as cause
      from fct_forwarding as g join cohort as c on c.period = ${timeColumn(cohorts, 'g')}
      where time_status = 'ok' and start_date <= c.as_of
    ) ${days(names)}`;
