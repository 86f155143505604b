import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import type { Cohort } from '../cohorts.ts';
import { type Clock, clocks, reportClocks } from '../definitions.ts';
import type { DimensionName } from '../types.ts';
import { isForwardingCount, isStateCount } from './counts.ts';
import { cohortRelation, complaintRelation, forwardingRelation, needsClock } from './relations.ts';
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
  { by, forwardingBy, counts }: Pick<Cut, 'by' | 'forwardingBy' | 'counts'>,
): Promise<Cut> {
  const plan: Plan = {
    cohorts,
    by,
    where: {},
    counts: counts.filter((one) => !isForwardingCount(one)),
    forwardingCounts: counts.filter(isForwardingCount),
    histograms: clocks.filter((clock) => counts.includes(`${clock}_started`)),
  };
  for (const dimension of by) {
    await session.run(
      `create temp type ${name}_${dimension} as enum (
        select code from (${codesOf[dimension]}) where code is not null order by code)`,
    );
  }
  const cut = {
    ...{ cohorts, by, forwardingBy, counts },
    complaint: `${name}_complaint`,
    forwarding: `${name}_forwarding`,
  };
  const create = async (table: string, source: Sql, columns: Sql[]) => {
    const query = sql`create temp table ${sql.id(table)} as
      with cohort as (${cohortRelation(plan)}), source as (${source})
      select ${sql.join(columns)} from source`.compile(kyselyFor(session));
    await session.run(query.sql, query.parameters as string[]);
  };
  const columnsOf = (dimensions: readonly DimensionName[]) => [
    sql`cast(cohort as tinyint) as cohort`,
    small('followup'),
    ...dimensions.map(
      (one) => sql`cast(${sql.id(one)} as ${sql.id(`${name}_${one}`)}) as ${sql.id(one)}`,
    ),
  ];
  await create(cut.complaint, complaintRelation(plan), [
    ...columnsOf(by),
    sql`located`,
    small('rating'),
    ...(counts.some(isStateCount) ? [sql`state`] : []),
    ...counts.filter((one) => one.startsWith('unknown_')).map((one) => sql`${sql.id(one)}`),
    ...reportClocks
      .filter((clock) => needsClock(plan, clock))
      .flatMap((clock) => clockColumns(counts, clock)),
  ]);
  if (plan.forwardingCounts.length > 0) {
    const forwardings = forwardingRelation({ ...plan, by: forwardingBy });
    await create(cut.forwarding, forwardings, [
      ...columnsOf(forwardingBy),
      ...clockColumns(counts, 'respond_agency'),
    ]);
  }
  return cut;
}

/** Whether a plan can be answered from a cut. */
export function holds(cut: Cut, plan: Plan): boolean {
  const key = ({ period, asOf }: Cohort) => `${period.id} ${asOf}`;
  const cohorts = new Set(cut.cohorts.map(key));
  const dimensions = [...plan.by, ...(Object.keys(plan.where) as DimensionName[])];
  const counts = [...plan.counts, ...plan.forwardingCounts];
  const forwardings = plan.forwardingCounts.length > 0;
  return (
    plan.cohorts.every((cohort) => cohorts.has(key(cohort))) &&
    dimensions.every((one) => cut.by.includes(one)) &&
    (!forwardings || dimensions.every((one) => cut.forwardingBy.includes(one))) &&
    counts.every((one) => cut.counts.includes(one))
  );
}

function clockColumns(counts: readonly string[], clock: Clock): Sql[] {
  const time = counts.includes(`${clock}_time_invalid`) ? [`${clock}_time`] : [];
  const others = ['cause', 'limited', 'kept', 'covered'].map((part) => `${clock}_${part}`);
  return [small(`${clock}_t`), ...[...others, ...time].map((column) => sql`${sql.id(column)}`)];
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
  day: `select null as code`,
  disability: ofComplaint('disability'),
  field: `select null as code`,
  month: ofDay('month'),
  province: ofComplaint('province_code'),
  quarter: ofDay('quarter'),
  reason: `${ofStatus('reason')} union select 'none_given'`,
  regency: ofComplaint('regency_code'),
  sector: `select distinct sector as code from dim_category union select 'unknown'`,
  sex: ofComplaint('sex'),
  year: ofDay('year'),
};
