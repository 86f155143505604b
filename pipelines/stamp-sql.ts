import { sqlString } from '../warehouse/index.ts';
import { monthNumbers } from './information-block.ts';

const monthCase = [...Array(12).keys()].map((index) => {
  const names = [...monthNumbers].filter(([, number]) => number === index + 1);
  return `WHEN m IN (${names.map(([name]) => sqlString(name)).join(', ')}) THEN ${index + 1}`;
});

const written =
  '^(?:[A-Za-z]+,?\\s+)?([0-9]{1,2})[\\s/-]+([A-Za-z]+)\\.?[\\s/,-]+([0-9]{4})(?:[\\s,T]+(.*))?$';

/**
 * Macros for parts of stamps, one statement each; `bukti_clock(t)` is the TIME of `HH:MM`,
 * `HH:MM:SS`, `HH.MM`, with or without WIB, or of Excel's fraction of a day.
 */
export const stampMacros: string[] = [
  `CREATE TEMP MACRO bukti_month(m) AS CASE ${monthCase.join(' ')} END`,
  `CREATE TEMP MACRO bukti_clock_text(t) AS
     CASE WHEN regexp_full_match(t, '[0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?([.][0-9]+)?')
            THEN TRY_CAST(CASE WHEN contains(t, ':') THEN t ELSE replace(t, '.', ':') END AS TIME)
          WHEN regexp_full_match(t, '0?[.][0-9]+')
            THEN TIME '00:00:00' + to_seconds(round(TRY_CAST(t AS DOUBLE) * 86400)) END`,
  `CREATE TEMP MACRO bukti_clock(t) AS bukti_clock_text(regexp_replace(t, '(?i)\\s*WIB$', ''))`,
];

/** How a stamp is read where no strptime formats are given. */
interface StampReading {
  /** Start of the column names: `<prefix>_text` is read, `<prefix>_day` made. */
  prefix: string;
  /** strptime formats of a mapping. */
  formats: string[] | undefined;
  /** Keep the clock as written instead of turning an offset into Asia/Jakarta. */
  local: boolean;
}

/**
 * The columns that make a TIMESTAMP `<prefix>_day` of the cleaned text `<prefix>_text`, as layers,
 * each over the one before (one nested expression would be evaluated many times over).
 *
 * Read are `3 Jan 2026 [time]` with Indonesian or English month names, ISO, and Excel's serial
 * number. Null where it is no day of the calendar, or outside 1990 to 2100.
 */
export function stampLayers({ prefix: p, formats, local }: StampReading): string[][] {
  const bounded = `CASE WHEN ${p}_read >= TIMESTAMP '1990-01-01' AND ${p}_read < TIMESTAMP '2101-01-01'
    THEN ${p}_read END AS ${p}_day`;
  if (formats) {
    const list = formats.map(sqlString).join(', ');
    return [[`try_strptime(${p}_text, [${list}]) AS ${p}_read`], [bounded]];
  }
  const text = `${p}_text`;
  const zoned = local
    ? `TRY_CAST(${text}[:11] || regexp_replace(${text}[12:], '\\s*([zZ]|[+-][0-9]{2}(:?[0-9]{2})?)$', '') AS TIMESTAMP)`
    : `timezone('Asia/Jakarta', TRY_CAST(${text} AS TIMESTAMPTZ))`;
  return [
    [
      `CASE WHEN ${text}[5] = '-' THEN NULL
            ELSE regexp_extract(${text}, '${written}', ['d', 'm', 'y', 't']) END AS ${p}_parts`,
    ],
    [`lower(${p}_parts.m) AS ${p}_name`],
    [`bukti_month(${p}_name) AS ${p}_month`],
    [
      `TRY_CAST(${p}_parts.y || '-' || ${p}_month || '-' || ${p}_parts.d AS DATE) AS ${p}_date`,
      `nullif(trim(${p}_parts.t), '') AS ${p}_rest`,
    ],
    [
      `CASE WHEN ${text}[5] = '-' THEN
              CASE WHEN regexp_matches(${text}[12:], '[zZ+-]') THEN ${zoned}
                   ELSE TRY_CAST(${text} AS TIMESTAMP) END
            WHEN regexp_full_match(${text}, '[0-9]{5}([.][0-9]+)?') THEN
              TIMESTAMP '1899-12-30' + to_seconds(CAST(round(TRY_CAST(${text} AS DOUBLE) * 86400) AS BIGINT))
            WHEN ${p}_rest IS NULL THEN CAST(${p}_date AS TIMESTAMP)
            ELSE ${p}_date + bukti_clock(${p}_rest) END AS ${p}_read`,
    ],
    [bounded],
  ];
}
