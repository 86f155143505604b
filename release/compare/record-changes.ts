import path from 'node:path';
import { type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { extractFolder } from '../vault/extract.ts';

/** Where the records of one side are: tables of the session, or the Parquet files of a vault. */
export type RecordSource = { vault: string } | 'session';

/** Dimensions that a report itself has, by the column that holds them. */
const traits = {
  quarter: 'quarter',
  month: 'month',
  province: 'province_code',
  regency: 'regency_code',
  category: 'category_code',
  classification: 'classification',
  channel: 'channel',
  anonymity: 'anonymity',
  sex: 'sex',
  age_band: 'age_band',
  disability: 'disability',
} as const;
/** Dimensions that a report has through its states and forwardings, maybe several of each. */
const holders = ['agency', 'agency_type', 'reason'] as const;

export const matchable = [...Object.keys(traits), ...holders];

const relation = (source: RecordSource, table: string) =>
  source === 'session'
    ? sqlName(table)
    : `read_parquet(${sqlString(path.join(source.vault, extractFolder, `${table}.parquet`))})`;

export interface RecordCounts {
  late: number;
  changed: number;
  deleted: number;
}

export interface RecordScope {
  /** The earlier as-of day: what happened after it is later course, no revision. */
  until: string;
  /** Only reports of this quarter. */
  quarter?: string | undefined;
}

/** Beginning of the names of the two tables that `recordChanges` makes. */
export type RecordTables = string;

/**
 * Makes the tables `<name>_change` (one row a changed report and group that it was or is in: `key`,
 * `kind`, a column a dimension) and `<name>_holder` (`key`, `agency`, `agency_type`, `reason`) of what
 * two states of the records say otherwise of the time up to a day. `kind` is `late` (only the second
 * has it), `deleted` (only the first) or `changed`: a trait, a state, a forwarding or the end of a
 * clock. Limits and the numbering of working days are rules, so they are left out.
 */
export async function recordChanges(
  session: Session,
  before: RecordSource,
  now: RecordSource,
  scope: RecordScope,
  name: RecordTables = 'record',
): Promise<RecordCounts> {
  const sides = [
    ['record_before', before],
    ['record_now', now],
  ] as const;
  for (const [side, source] of sides) {
    await session.run(`create or replace temp table ${side} as ${recordsSql(source, scope)}`);
  }
  const columns = Object.keys(traits).join(', ');
  await session.run(`
    create or replace temp table ${name}_change as
    with changed as (
      select coalesce(a.key, b.key) as key,
        case when a.key is null then 'late' when b.key is null then 'deleted' else 'changed' end as kind
      from record_before as a full join record_now as b on a.key = b.key
      where a.key is null or b.key is null or a.content is distinct from b.content
    )
    select key, kind, ${columns} from changed join record_before using (key)
    union
    select key, kind, ${columns} from changed join record_now using (key)`);
  await session.run(`
    create or replace temp table ${name}_holder as
    ${[before, now]
      .flatMap((source) => [
        holderSql(source, statusTable, scope, name),
        holderSql(source, forwardingTable, scope, name),
      ])
      .join(' union ')}`);
  const count = await session.row<RecordCounts>(`
    select count(distinct key) filter (where kind = 'late') as late,
      count(distinct key) filter (where kind = 'changed') as changed,
      count(distinct key) filter (where kind = 'deleted') as deleted
    from ${name}_change`);
  await session.run('drop table record_before; drop table record_now');
  return count ?? { late: 0, changed: 0, deleted: 0 };
}

function recordsSql(source: RecordSource, { until, quarter }: RecordScope): string {
  const day = `cast(${sqlString(until)} as date)`;
  const text = (column: string) => `cast(${column} as varchar)`;
  const upTo = (column: string) => `case when ${column} <= ${day} then ${column} end`;
  const clocks = ['verify', 'respond_citizen', 'resolve'].flatMap((clock) => [
    upTo(`${clock}_end_date`),
    `case when ${clock}_end_date <= ${day} then ${text(`${clock}_end_cause`)} end`,
    text(`${clock}_time_status`),
  ]);
  const content = [
    'submitted_date',
    ...Object.values(traits).map(text),
    'rating',
    ...clocks,
    ...[1, 2, 3].map((turn) => upTo(`return_${turn}_date`)),
  ];
  const dims = Object.entries(traits).map(([name, column]) => `${text(column)} as ${name}`);
  return `
    with spell as (
      select complaint_key, list(hash(${text('status')}, agency_code, ${text('reason')}, valid_from)
        order by valid_from, valid_to) as spells
      from ${relation(source, 'fct_complaint_status')} where valid_from <= ${day}
      group by complaint_key
    ), forwarded as (
      select complaint_key, list(hash(agency_code, start_date, ${upTo('end_date')},
        case when end_date <= ${day} then ${text('end_cause')} end, ${text('time_status')})
        order by forwarding_seq) as forwardings
      from ${relation(source, 'fct_forwarding')} where start_date <= ${day} group by complaint_key
    )
    select ${text('complaint_key')} as key, ${dims.join(', ')},
      hash(${content.join(', ')}, spells, forwardings) as content
    from ${relation(source, 'fct_complaint')}
    left join spell using (complaint_key) left join forwarded using (complaint_key)
    where submitted_date <= ${day}${quarter === undefined ? '' : ` and quarter = ${sqlString(quarter)}`}`;
}

const statusTable = { table: 'fct_complaint_status', since: 'valid_from', reason: 'reason' };
const forwardingTable = { table: 'fct_forwarding', since: 'start_date', reason: 'null' };

function holderSql(
  source: RecordSource,
  { table, since, reason }: typeof statusTable,
  { until }: RecordScope,
  name: RecordTables,
): string {
  return `select cast(complaint_key as varchar) as key, agency_code as agency,
      cast(agency_type as varchar) as agency_type, cast(${reason} as varchar) as reason
    from ${relation(source, table)}
    where ${since} <= cast(${sqlString(until)} as date)
      and cast(complaint_key as varchar) in (select key from ${name}_change)`;
}
