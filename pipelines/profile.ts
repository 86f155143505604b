import type { Workspace } from '../base/index.ts';
import { type Session, sqlString } from '../warehouse/index.ts';
import type { Found } from './find-layout.ts';
import { hmacSql, padsOf } from './hmac.ts';
import type { Input } from './input.ts';
import type { Keys } from './keys.ts';
import { reasonTableSql } from './reason-patterns.ts';
import { columnOf, judgedRows, stampsIn } from './row-sql.ts';
import { stampMacros } from './stamp-sql.ts';
import { suppress } from './suppressed.ts';
import { textMacros } from './text-sql.ts';

/** What the first pass over a file found. */
export interface Profile {
  read: number;
  rejected: number;
  duplicate: number;
  /** Rows of reports that were erased before. */
  suppressed: number;
  /** Latest day of the accepted rows; undefined where the kind has no stamps. */
  latest: string | undefined;
}

/** `key_of`: id → complaint_key, and for reports record_key. */
async function keyTable(session: Session, found: Found, idSystem: string, keys: Keys) {
  const [k1, k2] = [padsOf(keys.k1), padsOf(keys.k2)];
  const complaint = hmacSql(`${sqlString(`${idSystem}|`)} || id`, 1, 2);
  const ids = 'SELECT DISTINCT id FROM narrow WHERE reject IS NULL';
  const keyed = `SELECT id, ${complaint} AS complaint_key FROM (${ids})`;
  if (found.layout.kind !== 'complaint') {
    await session.run(`CREATE OR REPLACE TABLE key_of AS ${keyed}`, [k1.inner, k1.outer]);
    return;
  }
  const record = hmacSql('CAST(complaint_key AS VARCHAR)', 3, 4);
  await session.run(
    `CREATE OR REPLACE TABLE key_of AS SELECT *, ${record} AS record_key FROM (${keyed})`,
    [k1.inner, k1.outer, k2.inner, k2.outer],
  );
}

async function reporterTable(session: Session, idSystem: string, keys: Keys): Promise<void> {
  const pads = padsOf(keys.k1);
  const text = `${sqlString(`${idSystem}|reporter|`)} || reporter`;
  await session.run(
    `CREATE OR REPLACE TABLE reporter_of AS SELECT reporter, ${hmacSql(text, 1, 2)} AS reporter_key
     FROM (SELECT DISTINCT reporter FROM narrow WHERE reporter IS NOT NULL AND reject IS NULL)`,
    [pads.inner, pads.outer],
  );
}

/**
 * First pass: reads the whole file once into the table `narrow` (id, row hash, verdict, latest day),
 * and makes of it `key_of`, `reporter_of`, `reason_of` and `dup` (row hashes that stand more than
 * once), all in memory; what spills is encrypted.
 */
export async function profileInput(
  workspace: Workspace,
  session: Session,
  found: Found,
  input: Input,
  keys: Keys,
  idSystem: string,
  patterns: string[],
): Promise<Profile> {
  const reason = columnOf(found, 'reason');
  const reporter = columnOf(found, 'reporter_id');
  const days = stampsIn(found)
    .filter(({ prefix }) => prefix !== 'due')
    .map(({ prefix }) => `${prefix}_at`);
  const latest = days.length === 0 ? 'NULL' : `greatest(${days.join(', ')})`;
  await session.run(
    `CREATE OR REPLACE TABLE narrow AS
     WITH ${judgedRows(found, input, input.relation)}
     SELECT id, row_hash_value AS h, reject, CAST(${latest} AS DATE) AS latest
       ${reason ? `, bukti_clean(${reason}) AS reason` : ''}
       ${reporter ? `, bukti_id(${reporter}) AS reporter` : ''}
     FROM judged`,
  );
  await keyTable(session, found, idSystem, keys);
  const suppressed = await suppress(session, workspace, keys);
  await session.run(
    `CREATE OR REPLACE TABLE dup AS SELECT h FROM narrow WHERE reject IS NULL
     GROUP BY h HAVING count(*) > 1`,
  );
  if (reporter) await reporterTable(session, idSystem, keys);
  if (reason) {
    const pads = padsOf(keys.k1);
    const hash = hmacSql(`'reason|' || folded`, 1, 2);
    await session.run(
      `CREATE OR REPLACE TABLE reason_of AS ${reasonTableSql('narrow', patterns, hash)}`,
      [pads.inner, pads.outer],
    );
  }
  const counts = await session.row<Omit<Profile, 'suppressed'>>(
    `SELECT count(*) AS read, count(nullif(reject, 0)) AS rejected,
       (SELECT coalesce(sum(n - 1), 0)::BIGINT FROM (
          SELECT count(*) AS n FROM narrow
          WHERE reject IS NULL AND h IN (SELECT h FROM dup) GROUP BY h, id)) AS duplicate,
       CAST(max(latest) FILTER (WHERE reject IS NULL) AS VARCHAR) AS latest
     FROM narrow`,
  );
  if (!counts) throw new Error('the counts of a landing have no row');
  // What the second pass does not need makes room for it.
  await session.run('DROP TABLE narrow');
  return { ...counts, suppressed, latest: counts.latest ?? undefined };
}

/** Settings and macros of a landing session. */
export async function prepareSession(session: Session): Promise<void> {
  // The built-in cipher is enough: the key of what spills lives in this process's memory alone.
  await session.run(`SET force_mbedtls_unsafe = 'true'`);
  await session.run('SET temp_file_encryption = true');
  await session.run('SET enable_progress_bar = true');
  await session.run('SET enable_progress_bar_print = false');
  await session.run('SET progress_bar_time = 0');
  // DuckDB cannot know how many rows a file holds and takes the file for the smaller side of a join:
  // every join here has the small table on the right, and it is to stay there.
  await session.run("SET disabled_optimizers = 'build_side_probe_side,join_order'");
  for (const macro of [...textMacros, ...stampMacros]) await session.run(macro);
}
