import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { type Session, sqlString } from '../warehouse/index.ts';
import { hmacSql, padsOf } from './hmac.ts';
import { hashInput } from './input-hash.ts';
import type { Keys } from './keys.ts';

/**
 * The list of reports that were erased and must not land again: keyed hashes of their keys, and nothing
 * else. Without the key file it says nothing, with it no more than that a report was erased.
 */
export function suppressedFile(workspace: Workspace): string {
  return path.join(workspace.data, 'forget', 'suppressed.parquet');
}

/** Changes with every erasure; '' before the first. */
export async function suppressedStamp(workspace: Workspace): Promise<string> {
  const file = suppressedFile(workspace);
  return existsSync(file) ? (await hashInput(file)).sha256 : '';
}

/** SQL of the hash by which a complaint key stands in the list; the pads are those of k1. */
export function suppressedHashSql(key: string, inner: number, outer: number): string {
  return hmacSql(`'forgotten|' || CAST(${key} AS VARCHAR)`, inner, outer);
}

/**
 * Takes the reports of the list out of `key_of`, and marks their rows in `narrow` as neither rejected nor
 * landed (reject 0).
 * @returns rows that were taken out
 */
export async function suppress(
  session: Session,
  workspace: Workspace,
  keys: Keys,
): Promise<number> {
  const file = suppressedFile(workspace);
  if (!existsSync(file)) return 0;
  const pads = padsOf(keys.k1);
  await session.run(
    `CREATE OR REPLACE TABLE forgotten AS SELECT id FROM key_of
     WHERE ${suppressedHashSql('complaint_key', 1, 2)} IN
       (SELECT hash FROM read_parquet(${sqlString(file)}))`,
    [pads.inner, pads.outer],
  );
  await session.run(
    `UPDATE narrow SET reject = 0 WHERE reject IS NULL AND id IN (SELECT id FROM forgotten)`,
  );
  await session.run('DELETE FROM key_of WHERE id IN (SELECT id FROM forgotten)');
  const row = await session.row<{ n: number }>('SELECT count(*) AS n FROM narrow WHERE reject = 0');
  return row?.n ?? 0;
}
