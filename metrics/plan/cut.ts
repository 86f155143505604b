import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import type { Cohort } from '../cohorts.ts';
import { type Clock, clocks, reportClocks, unknownFields } from '../definitions.ts';
import { queryDimensions } from '../dimensions.ts';
import { countSql, isForwardingCount } from './counts.ts';
import { cohortRelation, complaintRelation, forwardingRelation } from './relations.ts';
import type { Cut, Plan } from './spec.ts';

type Sql = RawBuilder<unknown>;

/**
 * Cuts cohorts once, with every dimension and count, into temporary tables of the session: many
 * statements then read narrow columns and join nothing. Codes become enumerations and days small
 * integers, about 70 bytes a report.
 * @param name of the tables; one a session
 */
export async function cutCohorts(
  session: Session,
  name: string,
  cohorts: readonly Cohort[],
): Promise<Cut> {
  const all = [...countSql.keys()];
  const plan: Plan = {
    cohorts,
    by: queryDimensions,
    where: {},
    counts: all.filter((one) => !isForwardingCount(one)),
    forwardingCounts: all.filter(isForwardingCount),
    histograms: clocks,
  };
  const db = kyselyFor(session);
  for (const [type, values] of enumerations) {
    await session.run(`create temp type ${name}_${type} as enum (${values})`);
  }
  const create = async (relation: string, source: Sql, columns: Sql[]) => {
    const table = `temp.${name}_${relation}`;
    const query = sql`create temp table ${sql.raw(`${name}_${relation}`)} as
      with cohort as (${cohortRelation(plan)}), source as (${source})
      select ${sql.join(columns)} from source`.compile(db);
    await session.run(query.sql, query.parameters as string[]);
    return table;
  };
  const dimensions = queryDimensions.map((one) => coded(name, one, one));
  const shared = [sql`period`, ...dimensions, small('followup')];
  return {
    cohorts,
    complaint: await create('complaint', complaintRelation(plan), [
      ...shared,
      sql`located`,
      small('rating'),
      ...unknownFields.map((field) => sql.id(`unknown_${field}`) as Sql),
      coded(name, 'state', 'state'),
      ...reportClocks.flatMap((clock) => clockColumns(name, clock)),
    ]),
    forwarding: await create('forwarding', forwardingRelation(plan), [
      ...shared,
      ...clockColumns(name, 'respond_agency'),
    ]),
  };
}

function clockColumns(name: string, clock: Clock): Sql[] {
  return [
    small(`${clock}_t`),
    sql`cast(${sql.id(`${clock}_cause`)} as tinyint) as ${sql.id(`${clock}_cause`)}`,
    small(`${clock}_limit`),
    coded(name, 'time', `${clock}_time`),
  ];
}

function small(column: string): Sql {
  return sql`cast(${sql.id(column)} as smallint) as ${sql.id(column)}`;
}

function coded(name: string, type: string, column: string): Sql {
  return sql`cast(${sql.id(column)} as ${sql.id(`${name}_${type}`)}) as ${sql.id(column)}`;
}

/** The codes that each column can hold, as queries. */
const enumerations: [type: string, values: string][] = [
  ...[
    ['age_band', 'age_band'],
    ['anonymity', 'anonymity'],
    ['category', 'category_code'],
    ['channel', 'channel'],
    ['classification', 'classification'],
    ['disability', 'disability'],
    ['province', 'province_code'],
    ['regency', 'regency_code'],
    ['sex', 'sex'],
  ].map(([type, column]): [string, string] => [
    type as string,
    distinct(`select distinct ${column} as code from fct_complaint`),
  ]),
  ...['agency_code', 'agency_type'].map((column): [string, string] => [
    column === 'agency_code' ? 'agency' : column,
    distinct(`select distinct ${column} as code from fct_complaint_status
      union select distinct ${column} from fct_forwarding union select 'unknown'`),
  ]),
  [
    'reason',
    distinct(`select distinct reason as code from fct_complaint_status
      union select 'none_given' union select 'unknown'`),
  ],
  ['sector', distinct(`select distinct sector as code from dim_category union select 'unknown'`)],
  [
    'state',
    distinct(`select distinct status as code from fct_complaint_status
      union select unnest(['open_within', 'open_beyond', 'unknown'])`),
  ],
  ['time', `'ok', 'time_unknown', 'time_invalid', 'calendar_missing', 'not_available'`],
  ...['year', 'quarter', 'month'].map((column): [string, string] => [
    column,
    distinct(`select distinct cast(${column} as varchar) as code from dim_date`),
  ]),
];

function distinct(query: string): string {
  return `select code from (${query}) where code is not null order by code`;
}
