import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import type { Cohort } from '../cohorts.ts';
import {
  type Clock,
  clockRelation,
  clocks,
  type RelationName,
  relationNames,
  states,
} from '../definitions.ts';
import type { DimensionName } from '../types.ts';
import { isStateCount, relationOf } from './counts.ts';
import { complaintRelation, needsClock } from './relations/complaint.ts';
import { cohortRelation } from './relations/parts.ts';
import { startRelation } from './relations/start.ts';
import type { Cut, Plan } from './spec.ts';

type Sql = RawBuilder<unknown>;

/**
 * Cuts cohorts once into temporary tables of the session: many statements then read narrow columns
 * and join nothing. Codes become enumerations and days small integers, 30 to 60 bytes a report.
 * @param name of the tables; one a session
 */
export async function cutCohorts(
  session: Session,
  name: string,
  cohorts: readonly Cohort[],
  { by, counts }: Pick<Cut, 'by' | 'counts'>,
): Promise<Cut> {
  const plan: Plan = {
    cohorts,
    by: by.complaint,
    where: {},
    counts,
    histograms: clocks.filter((clock) => counts.includes(`${clock}_started`)),
    leastStarted: 1,
    clusters: [],
    wholeOver: [],
    stockCohorts: [],
    stockSeries: false,
    bodyCohorts: [],
  };
  const tables = { complaint: '', forwarding: '', resolution: '' };
  for (const dimension of new Set(relationNames.flatMap((relation) => by[relation]))) {
    await session.run(
      `create temp type ${name}_${dimension} as enum (
        select code from (${codesOf[dimension]}) where code is not null order by code)`,
    );
  }
  for (const relation of relationNames) {
    tables[relation] = `${name}_${relation}`;
    if (!counts.some((count) => relationOf(count) === relation)) continue;
    const own = { ...plan, by: by[relation] };
    const source =
      relation === 'complaint' ? complaintRelation(own, true) : startRelation(own, relation);
    const query = sql`create temp table ${sql.id(tables[relation])} as
      with cohort as (${cohortRelation(cohorts)}), source as (${source})
      select ${sql.join(columnsOf(own, name, relation))} from source`.compile(kyselyFor(session));
    await session.run(query.sql, query.parameters as string[]);
  }
  return { cohorts, by, counts, tables };
}

function columnsOf(plan: Plan, name: string, relation: RelationName): Sql[] {
  const { counts } = plan;
  const clocksHere = clocks.filter(
    (clock) =>
      clockRelation[clock] === relation &&
      (relation !== 'complaint' || clock === 'resolve_net' || needsClock(plan, clock as 'verify')),
  );
  return [
    sql`cast(cohort as tinyint) as cohort`,
    small('followup'),
    ...plan.by.map(
      (one) => sql`cast(${sql.id(one)} as ${sql.id(`${name}_${one}`)}) as ${sql.id(one)}`,
    ),
    ...(relation === 'complaint'
      ? [
          sql`located`,
          small('rating'),
          ...(counts.some(isStateCount) ? [sql`state`] : []),
          ...counts.filter((one) => one.startsWith('unknown_')).map((one) => sql`${sql.id(one)}`),
          ...(counts.includes('bounded')
            ? ['bound_state', 'bound_latest', 'bound_earliest'].map(small)
            : []),
        ]
      : [sql`returned`]),
    ...clocksHere
      .filter((clock) => counts.some((one) => one.startsWith(`${clock}_`)))
      .flatMap((clock) => clockColumns(counts, clock)),
  ];
}

/** Whether a plan can be answered from a cut. */
export function holds(cut: Cut, plan: Plan): boolean {
  const key = ({ period, asOf }: Cohort) => `${period.id} ${asOf}`;
  const cohorts = new Set(cut.cohorts.map(key));
  const dimensions = [...plan.by, ...(Object.keys(plan.where) as DimensionName[])];
  const relations = new Set(plan.counts.map(relationOf));
  return (
    plan.clusters.length + plan.stockCohorts.length + plan.bodyCohorts.length === 0 &&
    plan.cohorts.every((cohort) => cohorts.has(key(cohort))) &&
    [...relations].every((relation) => dimensions.every((one) => cut.by[relation].includes(one))) &&
    plan.counts.every((one) => cut.counts.includes(one))
  );
}

function clockColumns(counts: readonly string[], clock: Clock): Sql[] {
  const time = counts.includes(`${clock}_time_invalid`) ? [`${clock}_time`] : [];
  const others = ['cause', 'limited', 'kept', 'covered'].map((part) => `${clock}_${part}`);
  return [
    small(`${clock}_t`),
    ...(clock === 'resolve_net' ? [small('postponed_days')] : []),
    ...[...others, ...time].map((column) => sql`${sql.id(column)}`),
  ];
}

function small(column: string): Sql {
  return sql`cast(${sql.id(column)} as smallint) as ${sql.id(column)}`;
}

const ofComplaint = (column: string) => `select distinct ${column} as code from fct_complaint`;
const ofStatus = (column: string) =>
  `select distinct ${column} as code from fct_complaint_status union select 'unknown'`;
const ofDay = (column: string) =>
  `select distinct cast(${column} as varchar) as code from dim_date`;

/** The codes that a dimension can have, as a query. */
const codesOf: Record<DimensionName, string> = {
  age_band: ofComplaint('age_band'),
  agency: `${ofStatus('agency_code')} union select agency_code from fct_forwarding`,
  agency_type: `${ofStatus('agency_type')} union select agency_type from fct_forwarding`,
  anonymity: ofComplaint('anonymity'),
  category: ofComplaint('category_code'),
  channel: ofComplaint('channel'),
  classification: ofComplaint('classification'),
  coordinator: `select distinct coordinator_code as code from dim_coordination
    union select unnest(['none', 'unknown'])`,
  day: `select null as code`,
  derived_reason: `select unnest(['no_response_beyond', 'in_process_beyond', 'postponed', 'archived',
    'none', 'unknown']) as code`,
  disability: ofComplaint('disability'),
  field: `select null as code`,
  month: ofDay('month'),
  province: ofComplaint('province_code'),
  quarter: ofDay('quarter'),
  reason: `${ofStatus('reason')} union select 'none_given'`,
  regency: ofComplaint('regency_code'),
  regency_kind: ofComplaint('regency_kind'),
  returns: `select unnest(['0', '1', '2', '3+', 'unknown']) as code`,
  sector: ofComplaint('sector'),
  sex: ofComplaint('sex'),
  status: `select unnest([${states.map((state) => `'${state}'`).join(', ')}]) as code`,
  year: ofDay('year'),
};
