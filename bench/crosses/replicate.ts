import { type Session, sqlName } from '../../warehouse/index.ts';

/** Changes with the rules below, so that a replica made by older ones is not used again. */
export const replicaVersion = 6;

interface Column {
  name: string;
  type: string;
}

/** Facts that no figure reads: they stay away. */
const left = ['fct_complaint_event', 'fct_complaint_version'];
/** Replaced by those of another report in three copies of ten, so that crosses fill up. */
const borrowed = {
  place: ['province_code', 'regency_code', 'regency_kind'],
  category: ['category_code', 'sector'],
  person: ['sex', 'age_band', 'disability'],
};
/** As in a real build: reports by the day they came, all else by key. */
const orderOf = (fact: string) =>
  fact === 'fct_complaint' ? 'copy.number, copy.copy' : 'copy.complaint_key';
/** Of fct_complaint: the state on the as-of day of the report's quarter or year. */
const stateColumn = /^(quarter|year)_(status|agency_code|agency_type|reason)$/;
const endless = `date '9999-12-31'`;

/**
 * Multiplies the reports of the attached warehouse `base` into the attached, empty `replica`: copy
 * after copy of each report with keys of its own, shifted by up to six days within its quarter,
 * everything after the submission up to five days later, and in three copies of ten another report's
 * place, category and reporter. Columns are those that `base` has: dates are shifted, working-day
 * ordinals, months, quarters and years follow their dates, states on a period's as-of day are those of the
 * replica's own spells, all else is copied. Events and versions, which no figure reads, stay away; other
 * tables are copied as they are.
 */
export async function replicate(session: Session, rows: number): Promise<void> {
  const tables = await session.rows<{ name: string }>(
    `select table_name as name from duckdb_tables() where database_name = 'base'`,
  );
  for (const { name } of tables) {
    if (name.startsWith('fct_')) continue;
    await session.run(`create table replica.${sqlName(name)} as from base.${sqlName(name)}`);
  }
  await loadCopies(session, rows);
  // Reports come last: their states on a day are looked up in the spells.
  const facts = tables.map(({ name }) => name).filter((name) => name.startsWith('fct_'));
  const others = facts.filter((name) => name !== 'fct_complaint' && !left.includes(name));
  for (const fact of [...others, 'fct_complaint']) {
    const columns = await columnsOf(session, fact);
    await session.run(`create table replica.${fact} as ${factSql(fact, columns)}`);
  }
  await session.run('drop table memory.copy; drop table memory.pool; checkpoint replica');
}

/** Table `copy`: one row a new report, with its shift and the reports that it borrows from. */
async function loadCopies(session: Session, rows: number): Promise<void> {
  await session.run(`
    create table memory.pool as
      select rowid as number, ${Object.values(borrowed).flat().join(', ')} from base.fct_complaint;
    create table memory.copy as
    with base as (select count(*) as n from base.fct_complaint),
    drawn as (
      select f.complaint_key as base_key, f.rowid as number, f.submitted_date as day, copy,
        hash(f.rowid, copy) as u
      from base.fct_complaint as f, base, range(${Math.ceil(rows / 1000)}) as t(copy)
      where copy * n + f.rowid < ${rows}
    ),
    shifted as (
      select *, cast(u % 13 as integer) - 6 as wanted, cast(u // 13 % 6 as integer) as later,
        day + wanted between date_trunc('quarter', day) and date_trunc('quarter', day) + interval 3 months - interval 1 day as fits
      from drawn
    )
    select base_key, number, copy, day, later, case when fits then wanted else -wanted end as shift,
      cast(md5(base_key || '|' || copy) as uuid) as complaint_key,
      cast(md5(copy || '|' || base_key) as uuid) as record_key,
      case when u // 100 % 10 < 3 then u // 1009 % base.n else number end as place_of,
      case when u // 1000 % 10 < 3 then u // 10007 % base.n else number end as category_of,
      case when u // 10000 % 10 < 3 then u // 100003 % base.n else number end as person_of
    from shifted, base
    order by number, copy`);
}

function columnsOf(session: Session, table: string): Promise<Column[]> {
  return session.rows<Column & Record<string, string>>(
    `select column_name as name, data_type as type from duckdb_columns()
    where database_name = 'base' and table_name = $1 order by column_index`,
    [table],
  );
}

/** A day of a report in its copy: shifted, and later where it came after the submission. */
const moved = (day: string) => `case when ${day} = ${endless} then ${day}
  else ${day} + copy.shift + case when ${day} > copy.day then copy.later else 0 end end`;

function factSql(table: string, columns: readonly Column[]): string {
  const names = new Set(columns.map(({ name }) => name));
  const own = names.has('submitted_date') ? 'submitted_date' : 'start_date';
  const joins: string[] = [];
  const states = new Set<string>();
  const expressions = columns.map(({ name, type }) => {
    if (name === 'complaint_key' || name === 'record_key') return `copy.${name}`;
    if (name === 'short_record_key') {
      return `cast('0x' || left(cast(copy.record_key as varchar), 8) as uinteger) as ${name}`;
    }
    // Each copy has people of its own.
    if (name === 'repeat_complainant_key') {
      return `cast(f.${name} + copy.copy * 1000000 as integer) as ${name}`;
    }
    if (name === 'complainant_key') {
      return `cast(md5(f.complainant_key || '|' || copy.copy) as uuid) as complainant_key`;
    }
    const [, period, state] = stateColumn.exec(name) ?? [];
    if (period && state) {
      states.add(period);
      return `${period}_state.${state} as ${name}`;
    }
    const lender = Object.entries(borrowed).find(([, own]) => own.includes(name))?.[0];
    if (lender && table === 'fct_complaint') return `${lender}.${name}`;
    if (type === 'DATE') return `${moved(`f.${name}`)} as ${name}`;
    if (type.startsWith('TIMESTAMP')) return `f.${name} + to_days(copy.shift) as ${name}`;
    if (names.has(own) && ['month', 'quarter', 'year'].includes(name)) {
      return `own_day.${name}`;
    }
    const dated = name.replace(/_w$/, '_date');
    if (dated !== name && names.has(dated)) {
      joins.push(
        `left join base.dim_date as ${name}_day on ${name}_day.date_day = ${moved(`f.${dated}`)}`,
      );
      const calendar = names.has('calendar') ? 'f.calendar' : `'indonesia'`;
      return `case ${calendar} when 'weekdays' then ${name}_day.w_weekdays else ${name}_day.w_indonesia end as ${name}`;
    }
    return `f.${name}`;
  });
  if (names.has(own)) {
    joins.push(`left join base.dim_date as own_day on own_day.date_day = ${moved(`f.${own}`)}`);
  }
  for (const period of states) {
    joins.push(
      `left join base.meta_state_day as ${period}_at on ${period}_at.period = f.${period}::varchar
      left join replica.fct_complaint_status as ${period}_state
        on ${period}_state.complaint_key = copy.complaint_key
        and ${period}_state.valid_from <= ${period}_at.as_of and ${period}_state.valid_to > ${period}_at.as_of`,
    );
  }
  if (table === 'fct_complaint') {
    for (const part of Object.keys(borrowed)) {
      joins.push(`join memory.pool as ${part} on ${part}.number = copy.${part}_of`);
    }
  }
  return `select ${expressions.join(', ')}
    from base.${table} as f
    join memory.copy as copy on copy.base_key = f.complaint_key
    ${joins.join('\n')}
    order by ${orderOf(table)}`;
}
