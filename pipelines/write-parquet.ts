import path from 'node:path';
import { type LandingKind, type Session, sqlString } from '../warehouse/index.ts';
import { codedFields } from './codes.ts';
import type { Found } from './find-layout.ts';
import type { Input } from './input.ts';
import type { Field } from './layout.ts';
import { columnOf, judgedRows, rejectReasons, stampsIn } from './row-sql.ts';
import { careSql } from './text-sql.ts';

/** What every landed row of a batch has in common. */
export interface Common {
  source: string;
  batch: string;
  knownAt: string;
  synthetic: boolean;
}

const coded: Record<LandingKind, Field[]> = {
  complaint: [
    'status',
    'classification',
    'category',
    'report_type',
    'channel',
    'agency_parent',
    'agency',
    'agency_type',
    'province',
    'regency',
    'setwapres',
    'sex',
    'age_band',
    'disability',
  ],
  attribute: ['sex', 'age_band', 'disability'],
  event: ['event', 'agency'],
};

/** The value of a coded field: as it is where the row is clean, else cleaned and screened. */
function codedSql(found: Found, field: Field): string {
  const column = columnOf(found, field);
  if (!column) return 'CAST(NULL AS VARCHAR)';
  const text = `CASE WHEN care THEN bukti_screen(${column}) ELSE ${column} END`;
  const values = Object.entries(found.layout.values[field] ?? {});
  if (values.length === 0 || codedFields.includes(field)) return text;
  const whens = values.map(
    ([raw, value]) =>
      `WHEN ${sqlString(raw.toLowerCase())} THEN ${value === 'unknown' ? 'NULL' : sqlString(value)}`,
  );
  return `CASE lower(bukti_clean(${column})) ${whens.join(' ')} ELSE ${text} END`;
}

function codeSql(found: Found, field: Field): string {
  const column = columnOf(found, field);
  const values = Object.entries(found.layout.values[field] ?? {});
  if (!column || values.length === 0) return 'CAST(NULL AS VARCHAR)';
  const whens = values.map(
    ([raw, code]) => `WHEN ${sqlString(raw.toLowerCase())} THEN ${sqlString(code)}`,
  );
  return `CASE lower(bukti_clean(${column})) ${whens.join(' ')} END`;
}

function bandSql(found: Found): string {
  const age = columnOf(found, 'age');
  const band = codedSql(found, 'age_band');
  return age ? `coalesce(bukti_band(${age}), ${band})` : band;
}

function numberSql(found: Found, field: Field): string {
  const column = columnOf(found, field);
  return column ? `bukti_number(${column})` : 'CAST(NULL AS VARCHAR)';
}

function stampSql(found: Found, prefix: string): { at: string; raw: string } {
  const stamp = stampsIn(found).find((each) => each.prefix === prefix);
  if (!stamp) return { at: 'CAST(NULL AS TIMESTAMP)', raw: 'CAST(NULL AS VARCHAR)' };
  const clock = stamp.clock && columnOf(found, stamp.clock) ? `, ${prefix}_clock_text` : '';
  const text = clock ? `concat_ws(' ', ${prefix}_text${clock})` : `${prefix}_text`;
  // What could not be read as a stamp may be anything, so only its shape lands.
  const raw = `CASE WHEN ${prefix}_at IS NULL THEN bukti_shape(nullif(${text}, '')) ELSE ${text} END`;
  return { at: `${prefix}_at`, raw };
}

const complainant = (found: Found) =>
  columnOf(found, 'reporter_id') ? 'reporter_key' : 'CAST(NULL AS UUID)';

function kindColumns(found: Found): [name: string, sql: string][] {
  const text = (field: Field): [string, string] => [field, codedSql(found, field)];
  const person: [string, string][] = [
    text('sex'),
    ['age_band', bandSql(found)],
    text('disability'),
  ];
  const { kind } = found.layout;
  if (kind === 'attribute') return [['complainant_key', complainant(found)], ...person];
  if (kind === 'event') {
    const { at, raw } = stampSql(found, 'event');
    return [text('event'), ['event_at', at], ['event_raw', raw], text('agency')];
  }
  const [submitted, closed, due] = ['submitted', 'closed', 'due'].map((p) => stampSql(found, p));
  const reason = columnOf(found, 'reason') !== undefined;
  const code = (field: Field): [string, string] => [`${field}_code`, codeSql(found, field)];
  return [
    ['record_key', 'record_key'],
    ['complainant_key', complainant(found)],
    ['submitted_at', submitted?.at ?? ''],
    ['submitted_raw', submitted?.raw ?? ''],
    ['closed_at', closed?.at ?? ''],
    ['closed_raw', closed?.raw ?? ''],
    ['due_at', due?.at ?? ''],
    text('status'),
    code('status'),
    text('classification'),
    code('classification'),
    ['category_id', numberSql(found, 'category_id')],
    text('category'),
    text('report_type'),
    text('channel'),
    code('channel'),
    text('agency_parent'),
    ['agency_id', numberSql(found, 'agency_id')],
    text('agency'),
    text('agency_type'),
    ['reason', reason ? 'reason_of.reason' : 'CAST(NULL AS VARCHAR)'],
    code('reason'),
    ['reason_shape', reason ? 'reason_of.shape' : 'CAST(NULL AS VARCHAR)'],
    ['reason_hash', reason ? 'reason_of.hash' : 'CAST(NULL AS UUID)'],
    text('province'),
    text('regency'),
    text('setwapres'),
    ['rating', numberSql(found, 'rating')],
    ...person,
    ['calendar', sqlString(found.layout.calendar)],
    ['region_scheme', sqlString(found.layout.regionScheme)],
  ];
}

function landedSql(found: Found, input: Input, common: Common, where: string): string {
  const columns: [string, string][] = [
    ['complaint_key', 'complaint_key'],
    ['source', sqlString(common.source)],
    ['batch_id', sqlString(common.batch)],
    ['known_at', `DATE ${sqlString(common.knownAt)}`],
    ['synthetic', String(common.synthetic)],
    ...kindColumns(found),
  ];
  const screened = coded[found.layout.kind]
    .map((field) => columnOf(found, field))
    .filter((column) => column !== undefined);
  const reporter = columnOf(found, 'reporter_id');
  const reason = columnOf(found, 'reason');
  return `
    WITH ${judgedRows(found, input, input.relation)},
    careful AS (SELECT *, ${careSql(screened)} AS care FROM judged WHERE reject IS NULL AND ${where})
    SELECT ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(',\n      ')},
      row_hash_value AS row_hash_value
    FROM careful JOIN key_of ON key_of.id = careful.id
    ${reporter ? `LEFT JOIN reporter_of ON reporter_of.reporter = bukti_id(${reporter})` : ''}
    ${reason ? `LEFT JOIN reason_of ON reason_of.raw = bukti_clean(${reason})` : ''}`;
}

const parquet = '(FORMAT parquet, COMPRESSION zstd)';
const without = 'SELECT * EXCLUDE (row_hash_value)';

/**
 * Second pass: writes `part.parquet`, and `part-0001.parquet` with one copy of each row that stands
 * more than once.
 * @returns rows written, as the files themselves say
 */
export async function writeLanded(
  session: Session,
  folder: string,
  found: Found,
  input: Input,
  common: Common,
  duplicates: boolean,
): Promise<number> {
  const single = landedSql(
    found,
    input,
    common,
    duplicates ? 'row_hash_value NOT IN (SELECT h FROM dup)' : 'true',
  );
  const part = path.join(folder, 'part.parquet');
  await session.run(`COPY (${without} FROM (${single})) TO ${sqlString(part)} ${parquet}`);
  if (duplicates) {
    const repeated = landedSql(found, input, common, 'row_hash_value IN (SELECT h FROM dup)');
    const more = path.join(folder, 'part-0001.parquet');
    await session.run(
      `COPY (${without} FROM (SELECT DISTINCT ON (row_hash_value, complaint_key) * FROM (${repeated}))
             ORDER BY ALL) TO ${sqlString(more)} ${parquet}`,
    );
  }
  const files = [part, ...(duplicates ? [path.join(folder, 'part-0001.parquet')] : [])];
  const counted = await session.row<{ n: number }>(
    `SELECT sum(num_rows)::BIGINT AS n FROM parquet_file_metadata([${files.map(sqlString).join(', ')}])`,
  );
  return counted?.n ?? 0;
}

/** A rejected row: where it stands, why, and the shape of what stood there. */
export interface Reject {
  row: number;
  column: string;
  reason: string;
}

/** The table `rejected` (as rejects.parquet) of the rows that were turned away. */
export async function listRejects(
  session: Session,
  found: Found,
  input: Input,
  sha256: string,
): Promise<void> {
  const stamp = stampsIn(found)[0];
  const fieldOf: Record<keyof typeof rejectReasons, Field | undefined> = {
    1: 'id',
    2: 'id',
    3: stamp?.day,
    4: stamp?.day,
    5: stamp?.clock,
    6: 'event',
  };
  const cases = (pick: (code: keyof typeof rejectReasons, field: Field) => string | undefined) => {
    const whens = ([1, 2, 3, 4, 5, 6] as const).map((code) => {
      const sql = fieldOf[code] && pick(code, fieldOf[code]);
      return sql === undefined ? '' : `WHEN ${code} THEN ${sql}`;
    });
    return `CASE reject ${whens.join(' ')} END`;
  };
  const header = (field: Field) => found.headers[found.columns[field] ?? -1] ?? field;
  await session.run(
    `CREATE OR REPLACE TABLE rejected AS
     WITH ${judgedRows(found, input, input.numbered)}
     SELECT ${sqlString(sha256)} AS file_sha256, CAST(row_no AS BIGINT) AS row,
       ${cases((_, field) => sqlString(header(field)))} AS column_name,
       ${cases((code) => sqlString(rejectReasons[code]))} AS reason,
       bukti_shape(${cases((_, field) => columnOf(found, field))}) AS value_shape
     FROM judged WHERE reject IS NOT NULL ORDER BY row_no`,
  );
}
