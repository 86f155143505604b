import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { type Keys, padsOf, suppressedFile, suppressedHashSql } from '../pipelines/index.ts';
import { type Moves, type Session, sqlString } from '../warehouse/index.ts';
import { nameOf } from './places.ts';

function listed(workspace: Workspace): string {
  const file = suppressedFile(workspace);
  if (!existsSync(file)) return '(SELECT NULL::UUID AS hash WHERE false)';
  return `read_parquet(${sqlString(file)})`;
}

/** Writes the list of what must not land again, with the reports that were hit, beside the old one. */
export async function writeSuppressed(
  workspace: Workspace,
  session: Session,
  keys: Keys,
  fresh: string,
): Promise<Moves['swaps'][number]> {
  const pads = padsOf(keys.k1);
  await session.run(
    `CREATE OR REPLACE TABLE suppressed AS
     SELECT hash FROM ${listed(workspace)}
     UNION SELECT ${suppressedHashSql('complaint_key', 1, 2)} FROM (SELECT DISTINCT complaint_key FROM hit)`,
    [pads.inner, pads.outer],
  );
  await session.run(
    `COPY (SELECT hash FROM suppressed ORDER BY hash) TO ${sqlString(fresh)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const target = nameOf(workspace, suppressedFile(workspace));
  const name = nameOf(workspace, fresh);
  return { target, fresh: name, old: path.posix.join(path.posix.dirname(name), 'old.parquet') };
}

/** Of the ids given: how many, how many were erased before, how many nobody here knows. */
export async function countMissing(
  workspace: Workspace,
  session: Session,
  keys: Keys,
): Promise<{ asked: number; already: number; unknown: number }> {
  const pads = padsOf(keys.k1);
  const row = await session.row<{ asked: number; already: number; unknown: number }>(
    `WITH missing AS (
       SELECT id FROM asked WHERE id NOT IN (
         SELECT c.id FROM candidate AS c JOIN hit ON hit.complaint_key = c.complaint_key)
     ), before AS (
       SELECT DISTINCT c.id FROM candidate AS c JOIN missing ON missing.id = c.id
       WHERE ${suppressedHashSql('c.complaint_key', 1, 2)} IN (SELECT hash FROM ${listed(workspace)})
     )
     SELECT (SELECT count(*) FROM asked) AS asked, (SELECT count(*) FROM before) AS already,
       (SELECT count(*) FROM missing) - (SELECT count(*) FROM before) AS unknown`,
    [pads.inner, pads.outer],
  );
  return row ?? { asked: 0, already: 0, unknown: 0 };
}
