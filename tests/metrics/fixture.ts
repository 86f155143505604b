import { Session } from '../../warehouse/index.ts';

/** An end of a clock: how many calendar days after the start, and by what. */
export type End = [days: number, cause: string];

export interface FixtureReport {
  day: string;
  calendar?: 'indonesia' | 'weekdays';
  region_scheme?: 'kemendagri' | 'source';
  province?: string;
  regency?: string;
  category?: string;
  classification?: string;
  channel?: string;
  anonymity?: string;
  sex?: string;
  age_band?: string;
  disability?: string;
  rating?: number;
  has_events?: boolean;
  verify?: End;
  respond_citizen?: End;
  resolve?: End;
  limit?: number;
  time_status?: string;
  /** Spells of its state: from that many days after the start on. */
  states?: { after: number; status: string; agency?: string; type?: string; reason?: string }[];
  /** Days after the start on which an agency gave it back. */
  returns?: number[];
  /** Calendar days from the resolution to the reopening. */
  reopened?: number;
  /** What exports say where no log does: last seen unresolved, first seen ended, and how. */
  seen?: { unresolved?: number; ended?: number; cause?: string };
  forwardings?: { after: number; agency: string; type: string; end?: End }[];
}

export interface FixtureSource {
  kind: string;
  known_to: string;
}

const schema = `
create table dim_date as
with day as (
  select cast(d as date) as date_day from range(date '2023-01-01', date '2028-01-01', interval 1 day) t(d)
), flag as (
  select date_day, isodow(date_day) <= 5 as weekday,
    isodow(date_day) <= 5 and date_day not in (date '2026-08-17', date '2026-05-01', date '2026-06-01',
      date '2026-12-25', date '2026-03-19', date '2026-03-20', date '2026-03-23') as working
  from day
)
select date_day, year(date_day) as year, year(date_day) || 'Q' || quarter(date_day) as quarter,
  strftime(date_day, '%Y-%m') as month, working as is_working_day,
  cast(count(*) filter (where working) over (order by date_day) as integer) as w_indonesia,
  cast(count(*) filter (where weekday) over (order by date_day) as integer) as w_weekdays,
  cast(null as varchar) as holiday_name, cast(null as varchar) as holiday_status
from flag;
create table dim_region (region_code varchar, name varchar, short_name varchar, level varchar,
  kind varchar, province_code varchar, region_scheme varchar, valid_from date, valid_to date,
  tile_column integer, tile_row integer, population_male bigint, population_female bigint,
  population_total bigint, population_vintage varchar);
insert into dim_region values
  ('11', 'Aceh', 'Aceh', 'province', 'provinsi', '11', 'kemendagri', null, null, 0, 0, 2000, 2100, 4100, '2024S2'),
  ('35', 'Jawa Timur', 'Jatim', 'province', 'provinsi', '35', 'kemendagri', null, null, 5, 6, 30000, 31000, 61000, '2024S2'),
  ('92', 'Papua Barat Daya', 'PBD', 'province', 'provinsi', '92', 'kemendagri', '2026-07-01', null, 9, 3, 300, 310, 610, '2024S2'),
  ('35.15', 'Sidoarjo', null, 'regency', 'kabupaten', '35', 'kemendagri', null, null, null, null, 900, 1000, 1900, '2024S2');
create table dim_region_history (province_code varchar, former_province_code varchar, valid_from date);
insert into dim_region_history values ('93', '91', '2022-07-25'), ('94', '91', '2022-07-25'),
  ('95', '91', '2022-07-25'), ('96', '92', '2022-12-08');
create table dim_agency (agency_code varchar, name_id varchar, name_en varchar, agency_type varchar,
  region_code varchar, resolved_by varchar, valid_from date, valid_to date);
insert into dim_agency values
  ('a', 'Kementerian A', 'Ministry A', 'kementerian', null, 'seed', '2013-01-01', '9999-12-31'),
  ('b', 'Lembaga B', 'Agency B', 'lembaga', null, 'seed', '2013-01-01', '9999-12-31'),
  ('gone', 'Lembaga Lama', 'Old Agency', 'lembaga', null, 'seed', '2013-01-01', '2024-10-21'),
  ('silent', 'Lembaga Diam', 'Silent Agency', 'lembaga', null, 'seed', '2013-01-01', '9999-12-31'),
  ('kab-35.15', 'Pemerintah Kabupaten Sidoarjo', 'Sidoarjo Regency', 'kabupaten', '35.15', 'seed',
    '2013-01-01', '9999-12-31');
create table dim_coordination (agency_code varchar, sector varchar, coordinator_code varchar,
  cabinet varchar, valid_from date, valid_to date, basis varchar);
insert into dim_coordination values
  ('a', null, 'k1', 'c1', '2019-10-23', '2024-10-21', 'agency'),
  ('a', null, 'k2', 'c2', '2024-10-21', '9999-12-31', 'agency'),
  (null, 'infrastruktur', 'k3', 'c2', '2024-10-21', '9999-12-31', 'sector_assumption');
create table dim_category (category_code varchar, name_id varchar, name_en varchar, sector varchar,
  sensitive boolean);
insert into dim_category values ('jalan', 'Jalan', 'Roads', 'infrastruktur', false),
  ('bansos', 'Bantuan sosial', 'Social aid', 'sosial', true);
create table dim_code (dimension varchar, code varchar, label_id varchar, label_en varchar, sort integer);
insert into dim_code values ('sex', 'f', 'perempuan', 'female', 1), ('sex', 'm', 'laki-laki', 'male', 2),
  ('sex', 'unknown', 'tidak diketahui', 'unknown', 99), ('reason', 'duplicate', 'ganda', 'duplicate', 1);
create table fct_complaint (complaint_key varchar, record_key varchar, source varchar, synthetic boolean,
  calendar varchar, region_scheme varchar, submitted_at timestamp, submitted_date date,
  submitted_w integer, month varchar, quarter varchar, year integer, province_code varchar,
  regency_code varchar, category_code varchar, classification varchar, channel varchar,
  anonymity varchar, sex varchar, age_band varchar, disability varchar, rating integer,
  has_events boolean, sector varchar, regency_kind varchar, return_1_date date, return_2_date date,
  return_3_date date, resolve_after_date date, resolve_after_w integer, resolve_by_date date,
  resolve_by_w integer, resolve_bound_cause varchar,
  verify_end_date date, verify_end_w integer, verify_end_cause varchar, verify_limit integer, verify_time_status varchar,
  respond_citizen_end_date date, respond_citizen_end_w integer, respond_citizen_end_cause varchar, respond_citizen_limit integer, respond_citizen_time_status varchar,
  resolve_end_date date, resolve_end_w integer, resolve_end_cause varchar, resolve_limit integer, resolve_time_status varchar);
create table fct_forwarding (complaint_key varchar, forwarding_seq integer, agency_code varchar,
  agency_type varchar, start_date date, start_w integer, month varchar, quarter varchar, year integer,
  end_date date, end_w integer, end_cause varchar, limit_days integer, time_status varchar);
create table fct_resolution as from fct_forwarding;
create table fct_postponement (complaint_key varchar, spell_seq integer, start_date date, start_w integer,
  end_date date, end_w integer);
create table fct_backlog (complaint_key varchar, agency_code varchar, agency_type varchar,
  valid_from date, valid_to date, entered_by varchar, left_to varchar, submitted_w integer,
  calendar varchar, resolve_limit integer);
create table fct_complaint_status (complaint_key varchar, status varchar, agency_code varchar,
  agency_type varchar, reason varchar, valid_from date, valid_to date, basis varchar);
create table meta_source (source varchar, kind varchar, batches bigint, rows_read bigint,
  rows_landed bigint, rows_rejected bigint, rows_duplicate bigint, known_from date, known_to date,
  synthetic boolean);
create table meta_field (field varchar, available boolean, n_known bigint, n_total bigint);
create table meta_state_day (period varchar, as_of date);
create table meta_unresolved (dimension varchar, raw varchar, n bigint);
`;

/** An in-memory warehouse with the contract's columns; the caller closes it. */
export async function fixtureWarehouse(
  reports: readonly FixtureReport[],
  sources: readonly FixtureSource[] = [{ kind: 'complaint', known_to: '2027-06-30' }],
  fields: readonly string[] = ['province', 'rating', 'sex'],
): Promise<Session> {
  const session = await Session.open({ threads: 1 });
  await session.run(schema);
  for (const { kind, known_to } of sources) {
    await session.run(
      `insert into meta_source values ('lapor', $1, 1, 10, 10, 0, 0, date '2024-01-01', cast($2 as date), true)`,
      [kind, known_to],
    );
  }
  for (const field of fields) {
    await session.run(`insert into meta_field values ($1, true, 1, 1)`, [field]);
  }
  await fill(session, reports);
  return session;
}

async function fill(session: Session, reports: readonly FixtureReport[]): Promise<void> {
  const complaints = reports.map((report, index) => complaintTuple(report, `r${index}`));
  const statuses = reports.flatMap((report, index) => statusTuples(report, `r${index}`));
  const forwardings = reports.flatMap((report, index) => forwardingTuples(report, `r${index}`));
  await insert(session, 'fct_complaint', complaints);
  await insert(session, 'fct_complaint_status', statuses);
  await insert(session, 'fct_forwarding', forwardings);
  await insert(
    session,
    'fct_resolution',
    reports.flatMap((report, i) => resolutionTuples(report, `r${i}`)),
  );
  await insert(
    session,
    'fct_postponement',
    reports.flatMap((report, i) => postponementTuples(report, `r${i}`)),
  );
  await insert(
    session,
    'fct_backlog',
    reports.flatMap((report, i) => backlogTuples(report, `r${i}`)),
  );
  // Ordinals come from dim_date by equality, as in the models.
  const w = (alias: string) =>
    `case f.calendar when 'weekdays' then ${alias}.w_weekdays else ${alias}.w_indonesia end`;
  await session.run(`
    update fct_complaint as f set submitted_w = ${w('d')} from dim_date as d
      where d.date_day = f.submitted_date;
    ${['verify', 'respond_citizen', 'resolve']
      .map(
        (clock) => `update fct_complaint as f set ${clock}_end_w = ${w('d')} from dim_date as d
          where d.date_day = f.${clock}_end_date;`,
      )
      .join('\n')}
    update fct_complaint as f set sector = coalesce(
      (select k.sector from dim_category as k where k.category_code = f.category_code), 'unknown');
    update fct_complaint as f set regency_kind = coalesce(
      (select r.kind from dim_region as r where r.region_code = f.regency_code), 'unknown');
    ${['after', 'by']
      .map(
        (bound) => `update fct_complaint as f set resolve_${bound}_w = ${w('d')} from dim_date as d
          where d.date_day = f.resolve_${bound}_date;`,
      )
      .join('\n')}
    ${['fct_resolution', 'fct_postponement']
      .flatMap((table) => ['start', 'end'].map((end) => [table, end]))
      .map(
        ([table, end]) => `update ${table} as g set ${end}_w = d.w_indonesia from dim_date as d
          where d.date_day = g.${end}_date;`,
      )
      .join('\n')}
    update fct_forwarding as g set start_w = d.w_indonesia from dim_date as d
      where d.date_day = g.start_date;
    update fct_forwarding as g set end_w = d.w_indonesia from dim_date as d
      where d.date_day = g.end_date;`);
}

type Tuple = (string | number | boolean | null | undefined)[];

/** Appended as text, which is cheaper than a long list of values; the table's own types read it. */
async function insert(session: Session, table: string, tuples: Tuple[]): Promise<void> {
  const [first] = tuples;
  if (!first) return;
  const columns = first.map((_, at) =>
    tuples.map(({ [at]: value }) => (value === null || value === undefined ? null : String(value))),
  );
  await session.run(
    `create temp table filled (${first.map((_, at) => `c${at} varchar`).join(', ')})`,
  );
  await session.appendText('filled', columns);
  await session.run(`insert into ${table} from filled; drop table filled`);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const quarterOf = (day: string) => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

function complaintTuple(report: FixtureReport, key: string): Tuple {
  const time = report.time_status ?? 'ok';
  const dayAfter = (days: number | undefined) =>
    days === undefined ? null : addDays(report.day, days);
  const clock = (end: End | undefined, limit: number) => [
    end ? addDays(report.day, end[0]) : null,
    null,
    end?.[1],
    limit,
    time,
  ];
  const values = [
    ...[key, key, 'lapor', true, report.calendar ?? 'indonesia'],
    ...[report.region_scheme ?? 'kemendagri', `${report.day} 10:00:00`, report.day, null],
    ...[report.day.slice(0, 7), quarterOf(report.day), Number(report.day.slice(0, 4))],
    ...[report.province ?? 'unknown', report.regency ?? 'unknown', report.category ?? 'unknown'],
    ...[report.classification ?? 'complaint', report.channel ?? 'website'],
    ...[report.anonymity ?? 'open', report.sex ?? 'unknown', report.age_band ?? 'unknown'],
    ...[report.disability ?? 'unknown', report.rating, report.has_events ?? true],
    ...[null, null],
    ...[0, 1, 2].map((index) => dayAfter(report.returns?.[index])),
    ...[dayAfter(report.seen?.unresolved), null, dayAfter(report.seen?.ended), null],
    report.seen?.cause,
    ...clock(report.verify, 3),
    ...clock(report.respond_citizen, 8),
    ...clock(report.resolve, report.limit ?? 60),
  ];
  return values;
}

function statusTuples(report: FixtureReport, key: string): Tuple[] {
  const states = report.states ?? [{ after: 0, status: 'in_progress' }];
  return states.map((state, index) => {
    const next = states[index + 1];
    const values = [
      ...[key, state.status, state.agency ?? 'a', state.type ?? 'kementerian', state.reason],
      ...[addDays(report.day, state.after)],
      ...[next ? addDays(report.day, next.after) : '9999-12-31', 'event'],
    ];
    return values;
  });
}

function forwardingTuples(report: FixtureReport, key: string): Tuple[] {
  return (report.forwardings ?? []).map((forwarding, index) => {
    const start = addDays(report.day, forwarding.after);
    const values = [
      ...[key, index + 1, forwarding.agency, forwarding.type, start, null],
      ...[start.slice(0, 7), quarterOf(start), Number(start.slice(0, 4))],
      forwarding.end ? addDays(start, forwarding.end[0]) : null,
      ...[null, forwarding.end?.[1], 5, 'ok'],
    ];
    return values;
  });
}

function resolutionTuples(report: FixtureReport, key: string): Tuple[] {
  if (report.resolve?.[1] !== 'resolved') return [];
  const start = addDays(report.day, report.resolve[0]);
  const values = [
    ...[key, 1, 'a', 'kementerian', start, null],
    ...[start.slice(0, 7), quarterOf(start), Number(start.slice(0, 4))],
    report.reopened === undefined ? null : addDays(start, report.reopened),
    ...[null, report.reopened === undefined ? null : 'reopened', null, 'ok'],
  ];
  return [values];
}

function postponementTuples(report: FixtureReport, key: string): Tuple[] {
  const states = report.states ?? [];
  return states.flatMap((state, index) => {
    if (state.status !== 'postponed') return [];
    const next = states[index + 1];
    const end = next ? addDays(report.day, next.after) : null;
    const values = [key, index + 1, addDays(report.day, state.after), null, end, null];
    return [values];
  });
}

const pending = ['unverified', 'forwarded', 'in_progress', 'postponed'];

/** Walks the states of a report: a spell ends where it is no longer pending, or another agency has it. */
function backlogTuples(report: FixtureReport, key: string): Tuple[] {
  const states = report.states ?? [{ after: 0, status: 'in_progress' }];
  const tuples: Tuple[] = [];
  let open: { from: string; agency: string; type: string; by: string } | undefined;
  let ended = false;
  const close = (day: string, to: string | null) => {
    if (!open) return;
    const values = [key, open.agency, open.type, open.from, day, open.by, to, null, 'indonesia'];
    tuples.push([...values, report.limit ?? 60]);
    open = undefined;
  };
  for (const state of states) {
    const day = addDays(report.day, state.after);
    const agency = state.agency ?? 'a';
    const type = state.type ?? 'kementerian';
    if (!pending.includes(state.status)) {
      close(day, state.status);
      ended = true;
      continue;
    }
    if (open && open.agency === agency) continue;
    const by = open ? 'transferred' : ended ? 'reopened' : 'new';
    close(day, 'transferred');
    open = { from: day, agency, type, by };
  }
  close('9999-12-31', null);
  return tuples;
}
