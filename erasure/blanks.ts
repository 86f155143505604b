import { hmacSql, padsOf } from '../pipelines/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { Hit } from './scan.ts';
import { scanOf } from './scan.ts';
import { blankEnd } from './wanted.ts';

/**
 * How far the first 32 bits of a record's key move. Noise of published counts is looked up by the sum of
 * these numbers in steps, most of them millions wide: a cell keeps its noise all but once in thousands, so
 * that two publications do not show where somebody was erased. Yet some 2 million numbers could have become
 * this one: of N reports, about N / 2048 others.
 */
const keyShift = 2 ** 20;

/**
 * Makes the tables that rewriting takes new values from, for the reports that were hit:
 * - `blank(complaint_key, surrogate, tail, shift)`
 * - `blank_person(complainant_key, surrogate, number)`
 * - `retimed(complaint_key, moment, new_at)`: the times of a day as their order only
 *
 * All are drawn with a salt that nobody keeps, so that afterwards no key file leads from an id to its row,
 * while the rows of one report stay one report.
 */
export async function makeBlanks(
  session: Session,
  hits: readonly Hit[],
  salt: Buffer,
): Promise<void> {
  const { inner, outer } = padsOf(salt);
  const drawn = (what: string, key: string) =>
    `replace(CAST(${hmacSql(`'${what}|' || ${key}`, 1, 2)} AS VARCHAR), '-', '')`;
  const uuid = (hex: string) => `CAST(CAST(${hex} AS UUID) AS VARCHAR)`;
  await session.run(
    `CREATE OR REPLACE TABLE blank AS
     WITH drawn AS (
       SELECT complaint_key, ${drawn('complaint', 'complaint_key')} AS c, ${drawn('record', 'complaint_key')} AS r
       FROM (SELECT DISTINCT complaint_key FROM hit)
     ), shifted AS (
       SELECT *, ('0x' || left(r, 8))::UINTEGER::BIGINT % ${2 * keyShift} - ${keyShift} AS d FROM drawn
     )
     SELECT complaint_key, ${uuid(`left(c, 20) || '${blankEnd}'`)} AS surrogate, right(r, 24) AS tail,
       d + (d >= 0)::BIGINT AS shift
     FROM shifted`,
    [inner, outer],
  );
  await session.run('CREATE OR REPLACE TABLE person (complainant_key VARCHAR)');
  await session.run('CREATE OR REPLACE TABLE stamp (complaint_key VARCHAR, moment TIMESTAMP)');
  for (const { place, files } of hits) {
    for (const { file, columns } of files) {
      const rows = `${scanOf(place, file)} AS t JOIN blank ON blank.complaint_key = CAST(t.complaint_key AS VARCHAR)`;
      if (columns.has('complainant_key')) {
        await session.run(
          `INSERT INTO person SELECT CAST(t.complainant_key AS VARCHAR) FROM ${rows}`,
        );
      }
      for (const column of place.batch ? stampColumns.filter((one) => columns.has(one)) : []) {
        await session.run(
          `INSERT INTO stamp SELECT blank.complaint_key, date_trunc('second', t.${column}) FROM ${rows}`,
        );
      }
    }
  }
  await session.run(
    `CREATE OR REPLACE TABLE blank_person AS
     SELECT complainant_key, ${uuid(`left(p, 20) || '${blankEnd}'`)} AS surrogate,
       (1000000000 + ('0x' || left(p, 8))::UINTEGER::BIGINT % 1000000000)::INTEGER AS number
     FROM (SELECT complainant_key, ${drawn('person', 'complainant_key')} AS p
       FROM (SELECT DISTINCT complainant_key FROM person WHERE complainant_key IS NOT NULL))`,
    [inner, outer],
  );
  // A stamp of midnight is a day without a time, and stays one.
  await session.run(
    `CREATE OR REPLACE TABLE retimed AS
     SELECT complaint_key, moment,
       day + to_seconds(dense_rank() OVER one_day - (min(moment) OVER one_day = day)::INTEGER) AS new_at
     FROM (SELECT DISTINCT complaint_key, moment, date_trunc('day', moment) AS day FROM stamp WHERE moment IS NOT NULL)
     WINDOW one_day AS (PARTITION BY complaint_key, day ORDER BY moment)`,
  );
}

/** Stamps with a time of day, by which who knows it would find the row. */
export const stampColumns = ['submitted_at', 'closed_at', 'event_at'];
