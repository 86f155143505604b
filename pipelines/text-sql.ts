/** What is cut from both ends of raw text: spaces of every kind, line breaks, a stray BOM. */
const space = 'chr(32) || chr(9) || chr(10) || chr(13) || chr(8203) || chr(65279)';

/** Stands between columns where a row is looked at as one text. */
const separator = 'chr(31)';

/** What may be or name a person in a coded field: such a value lands as its shape only. */
const suspect = '(?i)[0-9]{5}|@|http';

/**
 * Macros for raw text, one statement each:
 * - `bukti_clean(x)` trimmed, non-breaking spaces to spaces; `-` and the empty string are null
 * - `bukti_shape(x)` the masked shape, at most 20 characters: `Budi 0812` → `Aaaa 9999`
 * - `bukti_id(x)` an id as its register writes it: `5049672.0` → `5049672`
 * - `bukti_screen(x)` a clean coded value, or its shape where it may hold something personal
 * - `bukti_number(x)` the same of a number-like code
 * - `bukti_fold(x)` as fold() of the models
 * - `bukti_band(x, years)` the age band of `years`; text that is no age stays
 *
 * A macro repeats its argument as often as it names it, so none is nested in another's argument:
 * the statements build layers of columns instead.
 */
export const textMacros: string[] = [
  `CREATE TEMP MACRO bukti_clean(x) AS CASE
     WHEN regexp_full_match(x, '[!-,.-~]|[!-~][ -~]*[!-~]') THEN x
     ELSE nullif(nullif(trim(
       replace(replace(replace(x, chr(160), ' '), chr(8239), ' '), chr(8199), ' '), ${space}), ''), '-') END`,
  `CREATE TEMP MACRO bukti_shape(x) AS left(regexp_replace(regexp_replace(regexp_replace(
     x, '[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]', 'a', 'g'), '[\\p{Lu}\\p{Lt}]', 'A', 'g'), '\\p{N}', '9', 'g'), 20)`,
  `CREATE TEMP MACRO bukti_id(x) AS CASE WHEN regexp_full_match(x, '[0-9]+') THEN x
     ELSE regexp_replace(bukti_clean(x), '^([0-9]+)[.,]0{1,2}$', '\\1') END`,
  `CREATE TEMP MACRO bukti_screen(x) AS CASE
     WHEN regexp_matches(x, '${suspect}')
       OR (length(x) > 120 AND length(regexp_replace(x, '[^\\p{L}]', '', 'g')) > 120)
     THEN bukti_shape(x) ELSE x END`,
  `CREATE TEMP MACRO bukti_number(x) AS
     CASE WHEN regexp_full_match(x, '[0-9]{1,9}') THEN x ELSE bukti_screen(x) END`,
  `CREATE TEMP MACRO bukti_fold(x) AS
     trim(regexp_replace(lower(replace(x, chr(160), ' ')), '[^\\p{L}\\p{N}]+', ' ', 'g'))`,
  `CREATE TEMP MACRO bukti_band(x, years) AS CASE
     WHEN years IS NULL THEN bukti_screen(x)
     WHEN NOT years BETWEEN 0 AND 120 THEN bukti_shape(x)
     WHEN years < 18 THEN 'y0t17' WHEN years < 25 THEN 'y18t24' WHEN years < 35 THEN 'y25t34'
     WHEN years < 45 THEN 'y35t44' WHEN years < 60 THEN 'y45t59' ELSE 'y_ge60' END`,
];

/**
 * Whether any of a row's coded columns needs care (trimming, screening): looked at once over all of
 * them, so that the clean rows, nearly all, pass untouched.
 */
export function careSql(columns: string[]): string {
  if (columns.length === 0) return 'false';
  const joined = `concat_ws(${separator}, '', ${columns.join(', ')}, '')`;
  const edge =
    '\\x1f[\\s\\x{feff}\\x{200b}]|[\\s\\x{feff}\\x{200b}]\\x1f|\\x1f-?\\x1f|[\\x{a0}\\x{202f}\\x{2007}]';
  const long = columns.map((column) => `strlen(${column}) > 120`).join(' OR ');
  return `(regexp_matches(${joined}, '${suspect}|${edge}') OR coalesce(${long}, false))`;
}
