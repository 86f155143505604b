import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../base/index.ts';
import { type Batch, type LandedBatch, type Session, sqlString } from '../warehouse/index.ts';
import { discard, type Staged } from './commit.ts';
import { needsLooseCsv } from './engine-error.ts';
import type { Found } from './find-layout.ts';
import type { Information } from './information-block.ts';
import { type CsvLeniency, openInput } from './input.ts';
import { type InputHash, shortHash, stampOf } from './input-hash.ts';
import type { Keys } from './keys.ts';
import { type Profile, profileInput } from './profile.ts';
import type { ReasonPatterns } from './reason-patterns.ts';
import { listRejects } from './rejects.ts';
import type { rejectReasons } from './row-sql.ts';
import { temporaryName } from './temporary.ts';
import { writeLanded } from './write-parquet.ts';

/** Raise it when the same input would land as different rows; it is part of every batch's hash. */
const readerVersion = '1';

/** One file on its way into the landing zone. */
export interface Work {
  workspace: Workspace;
  session: Session;
  file: string;
  found: Found;
  information: Information;
  keys: Keys;
  patterns: ReasonPatterns;
  knownAt: string | undefined;
  maxRejects: number;
}

function idSystemOf({ found, information }: Pick<Work, 'found' | 'information'>): string {
  return information.synthetic ? `${found.layout.idSystem}-sintetis` : found.layout.idSystem;
}

function mappingHash({ found, patterns }: Pick<Work, 'found' | 'patterns'>): string {
  const reads = found.columns.reason === undefined ? '' : patterns.sha256;
  return shortHash(found.layout.content, reads);
}

/** The name of the batch that this input, layout, reader and key give. */
export function batchName(work: Pick<Work, 'found' | 'patterns' | 'keys'>, sha256: string): string {
  return shortHash(sha256, mappingHash(work), readerVersion, work.keys.keyId);
}

/** Columns of the landing zone that the input has something for. */
function fieldsIn(found: Found): string[] {
  const names: Record<string, string> = { age: 'age_band', reporter_id: 'complainant_key' };
  const fields = Object.keys(found.columns).filter((f) => f !== 'id' && !f.endsWith('_time'));
  return [...new Set(fields.map((field) => names[field] ?? field))];
}

function dayKnown(work: Work, profile: Profile): Pick<Batch, 'known_at' | 'known_at_source'> {
  const { information, found, knownAt } = work;
  if (information.knownAt) {
    return { known_at: information.knownAt, known_at_source: 'information_block' };
  }
  if (found.layout.knownAt) return { known_at: found.layout.knownAt, known_at_source: 'mapping' };
  if (knownAt) return { known_at: knownAt, known_at_source: 'option' };
  if (profile.latest) return { known_at: profile.latest, known_at_source: 'latest_date' };
  throw new BuktiError('pipelines.no-known-at', { file: work.file });
}

interface FirstReject {
  row: number;
  column_name: string;
  reason: (typeof rejectReasons)[keyof typeof rejectReasons];
}

/** Rows whose shape is not that of the file, put aside by the reader. */
async function brokenRows(session: Session): Promise<number> {
  const row = await session.row<{ n: number }>(
    'SELECT count(DISTINCT (file_id, line)) AS n FROM reject_errors',
  );
  return row?.n ?? 0;
}

async function refuse(work: Work, profile: Profile): Promise<never> {
  const first = await work.session.row<FirstReject>(
    'SELECT row, column_name, reason FROM rejected ORDER BY row LIMIT 1',
  );
  if (!first) throw new Error('rows were rejected and none is listed');
  const percent = `${Math.max(1, Math.ceil((100 * profile.rejected) / profile.read))}%`;
  const params = {
    file: work.file,
    row: first.row,
    column: first.column_name,
    n: profile.rejected,
    percent,
  };
  throw new BuktiError(first.reason.replace('reject-', 'refused-') as typeof first.reason, params);
}

async function profiled(work: Work) {
  const { session, file, found, keys } = work;
  const run = async (how: CsvLeniency) => {
    const input = await openInput(session, file, found, how);
    const system = idSystemOf(work);
    await session.run('DROP TABLE IF EXISTS reject_errors');
    await session.run('DROP TABLE IF EXISTS reject_scans');
    const { patterns } = work.patterns;
    const profile = await profileInput(
      work.workspace,
      session,
      found,
      input,
      keys,
      system,
      patterns,
    );
    return { input, profile, how };
  };
  const skipBroken = found.head.format === 'csv' && work.maxRejects > 0;
  try {
    return await run({ skipBroken, loose: false });
  } catch (error) {
    if (!needsLooseCsv(error)) throw error;
    return run({ skipBroken, loose: true });
  }
}

function writeBatchFile(folder: string, batch: Batch): void {
  writeFileSync(path.join(folder, 'batch.json'), `${JSON.stringify(batch, null, 2)}\n`);
  for (const name of readdirSync(folder)) {
    const handle = openSync(path.join(folder, name), 'r+');
    fsyncSync(handle);
    closeSync(handle);
  }
}

/**
 * Reads a file and writes its batch under a temporary name. Nothing else is changed.
 * @param hashing the hash of the input, which may still be under way
 * @param active the batches that count now, for `supersedes`
 * @throws BuktiError `pipelines.refused-*` where more rows are rejected than allowed
 */
export async function stage(
  work: Work,
  hashing: Promise<InputHash>,
  active: LandedBatch[],
): Promise<Staged> {
  const { session, file, found, keys, information, workspace } = work;
  const [{ input, profile, how }, hash] = await Promise.all([profiled(work), hashing]);
  const { layout } = found;
  if (how.skipBroken) {
    const broken = await brokenRows(session);
    profile.read += broken;
    profile.rejected += broken;
  }
  if (profile.read === 0) throw new BuktiError('pipelines.no-rows', { file });
  const kept = profile.rejected === 0 ? undefined : 'rejects.parquet';
  if (kept) {
    if (how.skipBroken) {
      await session.run(`CREATE OR REPLACE TABLE broken AS SELECT line, line - row_number() OVER (ORDER BY line) AS shift
         FROM (SELECT DISTINCT line FROM reject_errors)`);
    }
    await listRejects(session, found, input, hash.sha256);
    if (how.skipBroken) {
      // The reader does not number the rows that it puts aside.
      await session.run(
        'UPDATE rejected SET row = row + (SELECT count(*) FROM broken WHERE shift < rejected.row)',
      );
      await session.run(
        `INSERT INTO rejected SELECT ${sqlString(hash.sha256)}, line, NULL,
           'pipelines.reject-row-broken', NULL FROM broken`,
      );
    }
    if (profile.rejected / profile.read > work.maxRejects) await refuse(work, profile);
  }
  const name = batchName(work, hash.sha256);
  const day = dayKnown(work, profile);
  const folder = path.join(workspace.landing, layout.source, temporaryName(name));
  mkdirSync(folder, { recursive: true });
  const common = {
    source: layout.source,
    batch: name,
    knownAt: day.known_at,
    synthetic: information.synthetic,
  };
  const reasons = kept
    ? await session.rows<{ reason: string; n: number }>(
        'SELECT reason, count(*) AS n FROM rejected GROUP BY reason ORDER BY reason',
      )
    : [];
  const batch: Batch = {
    format: 1,
    batch: name,
    source: layout.source,
    kind: layout.kind,
    file: path.basename(file),
    input_sha256: hash.sha256,
    mapping: { name: layout.name, version: layout.version, sha256: mappingHash(work) },
    key_id: keys.keyId,
    id_system: idSystemOf(work),
    ...day,
    synthetic: information.synthetic,
    calendar: layout.calendar,
    region_scheme: layout.regionScheme,
    fields: fieldsIn(found),
    counts: {
      read: profile.read,
      landed: profile.read - profile.rejected - profile.duplicate - profile.suppressed,
      rejected: profile.rejected,
      duplicate: profile.duplicate,
      ...(profile.suppressed > 0 ? { suppressed: profile.suppressed } : {}),
    },
    supersedes: active
      .filter((old) => old.input_sha256 === hash.sha256 && old.kind === layout.kind)
      .map((old) => old.batch)
      .filter((old) => old !== name),
    reject_reasons: Object.fromEntries(reasons.map(({ reason, n }) => [reason, n])),
  };
  try {
    const landed = await writeLanded(session, folder, found, input, common, profile.duplicate > 0);
    if (landed !== batch.counts.landed) {
      throw new Error(
        `read ${profile.read} is not landed ${landed} + rejected ${profile.rejected} + duplicate ${profile.duplicate} + suppressed ${profile.suppressed}`,
      );
    }
    if (kept) {
      const target = sqlString(path.join(folder, kept));
      await session.run(`COPY rejected TO ${target} (FORMAT parquet, COMPRESSION zstd)`);
    }
    if ((await stampOf(file)) !== hash.stamp) throw new BuktiError('pipelines.changing', { file });
    writeBatchFile(folder, batch);
  } catch (error) {
    discard([{ folder, batch }]);
    throw error;
  }
  return { folder, batch };
}
