import type { LandingKind } from '../warehouse/index.ts';
import { sqlString } from '../warehouse/index.ts';
import { codedFields } from './codes.ts';
import type { Found } from './find-layout.ts';
import type { Field } from './layout.ts';
import { columnOf } from './row-sql.ts';
import { careSql } from './text-sql.ts';

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

const numberLike: Field[] = ['category_id', 'agency_id', 'rating'];

const none = 'CAST(NULL AS VARCHAR)';

const present = (found: Found, fields: Field[]) => fields.filter((field) => columnOf(found, field));

/** A list of columns, each given to a macro; as one expression it is planned once. */
const each = (list: string, macro: string) => `list_transform(${list}, lambda v: ${macro}(v))`;

const listOf = (found: Found, fields: Field[]) =>
  `[${fields.map((field) => columnOf(found, field) ?? none).join(', ')}]`;

/**
 * Layers of columns over the rows that tidy and screen the coded fields: only in the rare rows that
 * need it, all of a row's fields as one list.
 */
export function screenLayers(found: Found): string[][] {
  const fields = present(found, coded[found.layout.kind]);
  const numbers = present(found, numberLike);
  const columns = fields.map((field) => columnOf(found, field) as string);
  const plain = numbers.map((field) => columnOf(found, field)).join(', ');
  const layers: string[][] = [[`${careSql(columns)} AS care`], [], []];
  if (fields.length > 0) {
    layers[1]?.push(
      `CASE WHEN care THEN ${each(listOf(found, fields), 'bukti_clean')} END AS tidied`,
    );
    layers[2]?.push(`CASE WHEN care THEN ${each('tidied', 'bukti_screen')} END AS screened`);
  }
  if (numbers.length > 0) {
    layers[0]?.push(
      `regexp_full_match(concat_ws(' ', ${plain}), '(?:[0-9]{1,9} ?)*') AS plain_numbers`,
    );
    layers[1]?.push(
      `CASE WHEN NOT plain_numbers THEN ${each(listOf(found, numbers), 'bukti_id')} END AS numbers`,
    );
    layers[2]?.push(
      `CASE WHEN NOT plain_numbers THEN ${each('numbers', 'bukti_number')} END AS numbers_screened`,
    );
  }
  if (columnOf(found, 'age')) {
    layers[0]?.push(`bukti_id(${columnOf(found, 'age')}) AS age_text`);
    layers[1]?.push('TRY_CAST(age_text AS DOUBLE) AS age_years');
  }
  for (const field of present(found, ['reporter_id'])) {
    layers[0]?.push(`bukti_id(${columnOf(found, field)}) AS reporter_text`);
  }
  for (const field of present(found, ['reason'])) {
    layers[0]?.push(`bukti_clean(${columnOf(found, field)}) AS reason_text`);
  }
  return layers;
}

function tidySql(found: Found, field: Field, list: 'tidied' | 'screened'): string {
  const at = present(found, coded[found.layout.kind]).indexOf(field) + 1;
  return `CASE WHEN care THEN ${list}[${at}] ELSE ${columnOf(found, field)} END`;
}

function whensOf(found: Found, field: Field, write: (code: string) => string): string {
  const values = Object.entries(found.layout.values[field] ?? {});
  return values
    .map(([raw, code]) => `WHEN ${sqlString(raw.toLowerCase())} THEN ${write(code)}`)
    .join(' ');
}

/** What lands of a coded field. */
export function codedSql(found: Found, field: Field): string {
  if (!columnOf(found, field)) return none;
  const text = tidySql(found, field, 'screened');
  // A value without a column for its code is rewritten in place.
  const whens = codedFields.includes(field)
    ? ''
    : whensOf(found, field, (code) => (code === 'unknown' ? 'NULL' : sqlString(code)));
  if (whens === '') return text;
  return `CASE lower(${tidySql(found, field, 'tidied')}) ${whens} ELSE ${text} END`;
}

/** The code that a mapping gives to the value of a field. */
export function codeSql(found: Found, field: Field): string {
  const whens = whensOf(found, field, sqlString);
  if (!columnOf(found, field) || whens === '') return none;
  const text = field === 'reason' ? 'reason_text' : tidySql(found, field, 'tidied');
  return `CASE lower(${text}) ${whens} END`;
}

/** The age band: of an age in years, else of a band written as text. */
export function bandSql(found: Found): string {
  const band = codedSql(found, 'age_band');
  return columnOf(found, 'age') ? `coalesce(bukti_band(age_text, age_years), ${band})` : band;
}

/** What lands of a field that is nearly always a number. */
export function numberSql(found: Found, field: Field): string {
  const at = present(found, numberLike).indexOf(field) + 1;
  if (at === 0) return none;
  return `CASE WHEN plain_numbers THEN ${columnOf(found, field)} ELSE numbers_screened[${at}] END`;
}
