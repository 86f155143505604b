import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { TombstoneFolder } from '../release/index.ts';
import { sha256OfFile } from '../release/index.ts';
import { type BatchErasure, type Session, sqlString } from '../warehouse/index.ts';
import { stampColumns } from './blanks.ts';
import { type Hit, type HitFile, scanOf } from './scan.ts';

/**
 * Writes a folder anew beside itself, with the keys of the reports in `blank` blanked; every other row, and
 * the order of all, stays. Nothing that is there is changed.
 * @param fresh where to; made
 */
export async function rewriteFolder(
  session: Session,
  hit: Hit,
  fresh: string,
): Promise<TombstoneFolder> {
  const { place, records, files } = hit;
  mkdirSync(fresh, { recursive: true });
  chmodSync(fresh, statSync(place.folder).mode & 0o777);
  const described: TombstoneFolder['files'] = [];
  const rewritten = new Map(files.map((file) => [file.file, file]));
  for (const entry of readdirSync(place.folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(place.folder, file).replaceAll('\\', '/');
    const target = path.join(fresh, name);
    if (entry.isDirectory()) mkdirSync(target, { recursive: true, mode: statSync(file).mode });
    else if (!rewritten.has(name) && name !== 'batch.json') keep(file, target);
  }
  for (const one of files) {
    const target = path.join(fresh, one.file);
    await writeBlanked(session, hit, one, target);
    described.push({
      name: one.file,
      rows: one.rows,
      old_sha256: sha256OfFile(path.join(place.folder, one.file)),
      new_sha256: sha256OfFile(target),
    });
  }
  return { folder: place.name, records, files: described };
}

/** The batch.json of a rewritten batch, with one more erasure. */
export function writeErasedBatch({ place }: Hit, fresh: string, erasure: BatchErasure): void {
  if (!place.batch) return;
  const batch = { ...place.batch, erasures: [...(place.batch.erasures ?? []), erasure] };
  writeFileSync(path.join(fresh, 'batch.json'), `${JSON.stringify(batch, null, 2)}\n`);
}

/** A file that nothing is erased from: the same bytes, under a second name where the disk allows it. */
function keep(file: string, target: string): void {
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, target);
  }
}

async function writeBlanked(session: Session, hit: Hit, file: HitFile, target: string) {
  const scan = scanOf(hit.place, file.file);
  const { joins, replaced } = blankedColumns(file.columns, hit.place.batch !== undefined);
  const sql = `SELECT t.* EXCLUDE (file_row_number) REPLACE (${replaced.join(', ')})
    FROM ${scan} AS t
    LEFT JOIN blank AS b ON b.complaint_key = CAST(t.complaint_key AS VARCHAR)
    ${joins.join('\n')}
    ORDER BY t.file_row_number`;
  await session.run(`COPY (${sql}) TO ${sqlString(target)} (FORMAT parquet, COMPRESSION zstd)`);
  const count = await session.row<{ before: number; after: number; left: number }>(
    `SELECT (SELECT count(*) FROM ${scan}) AS before,
       (SELECT count(*) FROM read_parquet(${sqlString(target)})) AS after,
       (SELECT count(*) FROM read_parquet(${sqlString(target)})
        WHERE CAST(complaint_key AS VARCHAR) IN (SELECT complaint_key FROM blank)) AS left`,
  );
  if (!count || count.before !== count.after || count.left > 0) {
    throw new Error('an erasure has lost rows or left keys');
  }
  const handle = openSync(target, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** What of a row is blanked, as far as the file has the column. No figure reads any of it. */
function blankedColumns(
  columns: ReadonlyMap<string, string>,
  isLanded: boolean,
): { joins: string[]; replaced: string[] } {
  const joins: string[] = [];
  const replaced: string[] = [];
  const put = (column: string, value: string) => {
    const type = columns.get(column);
    if (type === undefined) return;
    replaced.push(
      `CASE WHEN b.surrogate IS NULL THEN t.${column} ELSE CAST(${value} AS ${type}) END AS ${column}`,
    );
  };
  const moved = (number: string) => `((${number} + b.shift + 4294967296) % 4294967296)`;
  const firstBits = `coalesce(TRY_CAST('0x' || left(replace(CAST(t.record_key AS VARCHAR), '-', ''), 8) AS UINTEGER), 0)::BIGINT`;
  put('complaint_key', 'b.surrogate');
  put('record_key', `CAST(printf('%08x', ${moved(firstBits)}) || b.tail AS UUID)`);
  put('short_record_key', moved('t.short_record_key::BIGINT'));
  if (columns.has('complainant_key')) {
    joins.push(
      'LEFT JOIN blank_person AS p ON p.complainant_key = CAST(t.complainant_key AS VARCHAR)',
    );
    put('complainant_key', 'p.surrogate');
    put(
      'repeat_complainant_key',
      'CASE WHEN t.repeat_complainant_key IS NOT NULL THEN p.number END',
    );
  }
  for (const column of stampColumns) {
    if (!columns.has(column)) continue;
    if (!isLanded) {
      put(column, `date_trunc('day', t.${column})`);
      continue;
    }
    joins.push(
      `LEFT JOIN retimed AS ${column}_new ON ${column}_new.complaint_key = b.complaint_key
         AND ${column}_new.moment = date_trunc('second', t.${column})`,
    );
    put(column, `${column}_new.new_at`);
  }
  put('due_at', `date_trunc('day', t.due_at)`);
  for (const column of ['submitted_raw', 'closed_raw', 'event_raw', 'reason_hash'])
    put(column, 'NULL');
  // That there was a reason which nobody shares still counts, as `other`.
  put(
    'reason_shape',
    `CASE WHEN coalesce(t.reason_shape, CAST(t.reason_hash AS VARCHAR)) IS NOT NULL THEN 'x' END`,
  );
  return { joins, replaced };
}
