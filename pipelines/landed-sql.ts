import { sqlString } from '../warehouse/index.ts';
import { bandSql, codedSql, codeSql, numberSql, screenLayers } from './coded-sql.ts';
import type { Found } from './find-layout.ts';
import type { Input } from './input.ts';
import type { Field } from './layout.ts';
import { columnOf, judgedRows, stampsIn } from './row-sql.ts';

/** What every landed row of a batch has in common. */
export interface Common {
  source: string;
  batch: string;
  knownAt: string;
  synthetic: boolean;
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

/**
 * The rows that land, in the layout of their kind (docs/architecture.md), and `row_hash_value`;
 * joins the tables of profile.ts.
 * @param where condition on the raw row
 */
export function landedSql(found: Found, input: Input, common: Common, where: string): string {
  const columns: [string, string][] = [
    ['complaint_key', 'complaint_key'],
    ['source', sqlString(common.source)],
    ['batch_id', sqlString(common.batch)],
    ['known_at', `DATE ${sqlString(common.knownAt)}`],
    ['synthetic', String(common.synthetic)],
    ...kindColumns(found),
  ];
  const layers = screenLayers(found).map(
    (items, depth) =>
      `screen${depth + 1} AS (SELECT *${items.map((sql) => `, ${sql}`).join('')} FROM screen${depth}),`,
  );
  return `
    WITH ${judgedRows(found, input, input.relation, where)},
    screen0 AS (SELECT * FROM judged WHERE reject IS NULL),
    ${layers.join('\n    ')}
    ready AS (SELECT * FROM screen${layers.length})
    SELECT ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(',\n      ')},
      row_hash_value AS row_hash_value
    FROM ready JOIN key_of ON key_of.id = ready.id
    ${columnOf(found, 'reporter_id') ? 'LEFT JOIN reporter_of ON reporter = reporter_text' : ''}
    ${columnOf(found, 'reason') ? 'LEFT JOIN reason_of ON reason_of.raw = reason_text' : ''}`;
}
