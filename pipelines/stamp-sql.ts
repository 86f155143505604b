import { sqlString } from '../warehouse/index.ts';
import { monthNumbers } from './information-block.ts';

const monthCase = [...Array(12).keys()].map((index) => {
  const names = [...monthNumbers].filter(([, number]) => number === index + 1);
  return `WHEN lower(m) IN (${names.map(([name]) => sqlString(name)).join(', ')}) THEN ${index + 1}`;
});

const written = '[0-9]{1,2} [A-Za-z]+ [0-9]{4}';
const loose =
  '^(?:[A-Za-z]+,?\\s+)?([0-9]{1,2})[\\s/-]+([A-Za-z]+)\\.?[\\s/,-]+([0-9]{4})[\\s,T]*(.*)$';

/**
 * Macros that read stamps, one statement each:
 * - `bukti_clock(t)` TIME of `HH:MM`, `HH:MM:SS`, `HH.MM`, with or without WIB, or of Excel's fraction
 * - `bukti_stamp(x)` TIMESTAMP of `3 Jan 2026 [time]`, ISO, Excel's serial number; a zone's offset is
 *   turned into Asia/Jakarta; null where it is no day of the calendar or outside 1990 to 2100
 * - `bukti_stamp_local(x)` the same, an offset left out and the clock kept as written
 */
export const stampMacros: string[] = [
  `CREATE TEMP MACRO bukti_month(m) AS CASE ${monthCase.join(' ')} END`,
  `CREATE TEMP MACRO bukti_clock_text(t) AS
     CASE WHEN regexp_full_match(t, '[0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?([.][0-9]+)?')
            THEN TRY_CAST(CASE WHEN contains(t, ':') THEN t ELSE replace(t, '.', ':') END AS TIME)
          WHEN regexp_full_match(t, '0?[.][0-9]+')
            THEN TIME '00:00:00' + to_seconds(round(TRY_CAST(t AS DOUBLE) * 86400)) END`,
  `CREATE TEMP MACRO bukti_clock(t) AS bukti_clock_text(regexp_replace(t, '(?i)\\s*WIB$', ''))`,
  `CREATE TEMP MACRO bukti_plain_day(x) AS
     TRY_CAST(split_part(x, ' ', 3) || '-' || bukti_month(split_part(x, ' ', 2)) || '-' || split_part(x, ' ', 1) AS DATE)`,
  `CREATE TEMP MACRO bukti_plain(x) AS
     CASE WHEN NOT regexp_matches(x, '^${written}( |$)') THEN NULL
          WHEN split_part(x, ' ', 4) = '' THEN CAST(bukti_plain_day(x) AS TIMESTAMP)
          ELSE bukti_plain_day(x) + bukti_clock(regexp_replace(x, '^${written} ', '')) END`,
  `CREATE TEMP MACRO bukti_written(x) AS
     CASE WHEN regexp_full_match(x, '${written}( [0-9:]+)?') THEN bukti_plain(x)
          ELSE bukti_plain(trim(regexp_replace(x, '${loose}', '\\1 \\2 \\3 \\4'))) END`,
  `CREATE TEMP MACRO bukti_serial(x) AS
     TIMESTAMP '1899-12-30' + to_seconds(CAST(round(TRY_CAST(x AS DOUBLE) * 86400) AS BIGINT))`,
  `CREATE TEMP MACRO bukti_real(s) AS
     CASE WHEN s >= TIMESTAMP '1990-01-01' AND s < TIMESTAMP '2101-01-01' THEN s END`,
  `CREATE TEMP MACRO bukti_stamp(x) AS bukti_real(
     CASE WHEN x[5] = '-' THEN
            CASE WHEN regexp_matches(x[12:], '[zZ+-]')
                   THEN timezone('Asia/Jakarta', TRY_CAST(x AS TIMESTAMPTZ))
                 ELSE TRY_CAST(x AS TIMESTAMP) END
          WHEN regexp_full_match(x, '[0-9]{5}([.][0-9]+)?') THEN bukti_serial(x)
          ELSE bukti_written(x) END)`,
  `CREATE TEMP MACRO bukti_stamp_local(x) AS bukti_real(
     CASE WHEN x[5] = '-'
            THEN TRY_CAST(x[:11] || regexp_replace(x[12:], '\\s*([zZ]|[+-][0-9]{2}(:?[0-9]{2})?)$', '') AS TIMESTAMP)
          WHEN regexp_full_match(x, '[0-9]{5}([.][0-9]+)?') THEN bukti_serial(x)
          ELSE bukti_written(x) END)`,
];
