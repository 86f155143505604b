import { sql } from 'kysely';
import { reportClocks, type UnknownField, unknownFields } from '../../definitions.ts';
import { complaintColumns, stateColumn, stateDimensions } from '../../dimensions.ts';
import type { DimensionName } from '../../types.ts';
import { isStateCount } from '../counts.ts';
import type { Plan } from '../spec.ts';
import { type StateSource, stateSource } from './kept-state.ts';
import {
  asOfOrdinal,
  clockColumns,
  clusterColumns,
  conditions,
  coordinationJoin,
  cutRelation,
  dimensionColumns,
  needsClusters,
  periodColumn,
  type Sql,
  statusJoin,
  uses,
} from './parts.ts';

/**
 * Reports of the cohorts, cut at their as-of day, one row a report: `cohort` (position in the plan);
 * dimensions; `followup` (working days from start to as-of day); `state` (position in `states`);
 * `rating`; `unknown_*`; `bound_*` (what exports say of its resolution where no log does); the columns
 * of its clocks. Starts after the as-of day are left out, ends after it are not known yet.
 * @param toCut the relation is kept for other plans (cut.ts), which need its cohorts
 */
export function complaintRelation(plan: Plan, toCut = false): Sql {
  if (plan.cut) return cutRelation(plan, plan.cut, 'complaint');
  if (!toCut && !needsCohort(plan)) return plainRelation(plan);
  const state = stateSource(plan);
  const dimensions = mapped(complaintColumns, state.read);
  const columns = [
    sql`c.cohort`,
    ...dimensionColumns(plan, dimensions),
    sql.raw(`${asOfOrdinal(plan)} - f.submitted_w as followup`),
    ...plainColumns(plan, state.read),
    ...(plan.extra ?? []).map((column) => sql.raw(column)),
    ...(plan.counts.some(isStateCount) ? [sql`${sql.raw(state.read(stateColumn))} as state`] : []),
    ...(plan.counts.includes('bounded') ? boundColumns : []),
    ...(needsClusters(plan, 'complaint')
      ? clusterColumns(
          // What nobody holds ended with the admins, or waits: no agency has a bad week in it. Its topic
          // is what such reports have in common.
          state.read(`case when coalesce(s.agency_code, 'unknown') = 'unknown'
            then 'category ' || f.category_code else s.agency_code end`),
          'f.submitted_date',
          `case when f.regency_code = 'unknown' then f.province_code else f.regency_code end`,
        )
      : []),
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
    ...(needsNet(plan)
      ? [
          sql.raw(netDays(plan)),
          ...clockColumns(plan, 'resolve_net', {
            time: 'f.resolve_time_status',
            end: 'f.resolve_end',
            startW: 'f.submitted_w',
            limit: 'f.resolve_limit',
            followup: '(followup - postponed_days)',
            duration: 'f.resolve_end_w - f.submitted_w - postponed_days',
          }),
        ]
      : []),
  ];
  return sql`select ${sql.join(columns)}
    from fct_complaint as f
    join cohort as c on c.period = ${periodColumn(plan, dimensions)}
    ${needsStatus(plan) && !state.isKept ? statusJoin(plan, sql`f.complaint_key`) : sql``}
    ${coordinationJoin(plan, state.read('s.agency_code'))}
    ${needsNet(plan) ? postponementJoin : sql``}
    where ${startedBy(plan)} ${conditions(plan.where, dimensions)}`;
}

/**
 * The same where nothing depends on the as-of day, which comes after each period's end: a scan of the
 * reports, joined with nothing.
 */
function plainRelation(plan: Plan): Sql {
  const columns = [...dimensionColumns(plan, complaintColumns), ...plainColumns(plan)];
  return sql`select ${sql.join(columns)} from fct_complaint as f
    where ${periodColumn(plan, complaintColumns)}
      in (${sql.join(plan.cohorts.map(({ period }) => period.id))})
    ${conditions(plan.where, complaintColumns)}`;
}

/** Columns of a report that are the same on every day. */
function plainColumns(plan: Plan, read: StateSource['read'] = (sql) => sql): Sql[] {
  return [
    sql`f.region_scheme = 'kemendagri' as located`,
    sql`f.rating`,
    ...unknownFields
      .filter((field) => plan.counts.includes(`unknown_${field}`))
      .map((field) => sql`${sql.raw(read(unknownColumn(field)))} as ${sql.id(`unknown_${field}`)}`),
  ];
}

const plainCounts = /^(received|located|rated|rating_sum|rating_squares|unknown_\w+)$/;

function needsCohort(plan: Plan): boolean {
  const used = [...plan.by, ...(Object.keys(plan.where) as DimensionName[])];
  return (
    needsStatus(plan) ||
    plan.histograms.length > 0 ||
    !plan.counts.every((name) => plainCounts.test(name)) ||
    used.some((name) => /\bc\./.test(complaintColumns[name])) ||
    !isOver(plan)
  );
}

function unknownColumn(field: UnknownField): string {
  const conditions: Partial<Record<UnknownField, string>> = {
    events: 'not f.has_events',
    rating: 'f.rating is null',
    status: `coalesce(s.status, 'unknown') = 'unknown'`,
  };
  return conditions[field] ?? `${complaintColumns[field as DimensionName]} = 'unknown'`;
}

function mapped(
  columns: Record<DimensionName, string>,
  read: StateSource['read'],
): Record<DimensionName, string> {
  const entries = Object.entries(columns).map(([name, column]) => [name, read(column)]);
  return Object.fromEntries(entries) as Record<DimensionName, string>;
}

/**
 * What exports say of a resolution that no log dates: 1 seen resolved by the as-of day, 2 seen ended
 * otherwise, 0 neither; working days to the latest day on which it can have been resolved, and to the
 * earliest: the last export that showed it unresolved. What no export shows again afterwards can have
 * been resolved from then on. Reports with a log have one day, or none.
 */
const boundColumns = [
  `case when f.submitted_w is null then null
    when f.resolve_time_status = 'not_available' then
      case when f.resolve_by_date <= c.as_of then
        case when f.resolve_bound_cause = 'resolved' then 1 else 2 end else 0 end
    when f.resolve_time_status = 'ok' then
      case when f.resolve_end_date <= c.as_of and f.resolve_end_cause = 'resolved' then 1 else 2 end
    end as bound_state`,
  `case when f.resolve_time_status = 'not_available' then f.resolve_by_w
    else f.resolve_end_w end - f.submitted_w as bound_latest`,
  `case when f.resolve_time_status = 'not_available' then coalesce(f.resolve_after_w, f.submitted_w)
    else f.resolve_end_w end - f.submitted_w as bound_earliest`,
].map((column) => sql.raw(column));

/** Working days of postponement up to the end or the as-of day. */
const netDays = (plan: Plan) =>
  `coalesce(p.closed_days, 0) + coalesce(${asOfOrdinal(plan)} - p.open_w, 0) as postponed_days`;

/** Every period is over on its as-of day: all its reports had come in by then. */
function isOver({ cohorts }: Plan): boolean {
  return cohorts.every(({ asOf, period }) => asOf >= period.last);
}

const startedBy = (plan: Plan) => (isOver(plan) ? sql`true` : sql`f.submitted_date <= c.as_of`);

const postponementJoin = sql`left join (
    select p.complaint_key, d.cohort,
      sum(p.end_w - p.start_w) filter (where p.end_date <= d.as_of) as closed_days,
      max(p.start_w) filter (where p.end_date is null or p.end_date > d.as_of) as open_w
    from fct_postponement as p join cohort as d on p.start_date <= d.as_of
    group by p.complaint_key, d.cohort
  ) as p on p.complaint_key = f.complaint_key and p.cohort = c.cohort`;

function needsNet(plan: Plan): boolean {
  return (
    plan.histograms.includes('resolve_net') ||
    plan.counts.some((name) => name.startsWith('resolve_net_'))
  );
}

function needsStatus(plan: Plan): boolean {
  const counted = plan.counts.some(
    (name) => isStateCount(name) || /^unknown_(status|agency)$/.test(name),
  );
  return (
    counted || needsClusters(plan, 'complaint') || stateDimensions.some((name) => uses(plan, name))
  );
}

export function needsClock(plan: Plan, clock: (typeof reportClocks)[number]): boolean {
  const ofLog = clock === 'verify' || clock === 'respond_citizen';
  return (
    plan.histograms.includes(clock) ||
    plan.counts.some(
      (name) =>
        (name.startsWith(`${clock}_`) && !name.startsWith('resolve_net_')) ||
        (ofLog && name === 'log_covered'),
    )
  );
}
