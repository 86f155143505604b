import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, packageVersion, type Workspace, wibTime } from '../base/index.ts';
import { openKeys } from '../pipelines/index.ts';
import { openSigningKey, type Tombstone, writeTombstone } from '../release/index.ts';
import {
  commitMoves,
  finishMovesLocked,
  type Moves,
  type Session,
  withWriteLock,
} from '../warehouse/index.ts';
import { makeBlanks } from './blanks.ts';
import { asidePrefix, sweep } from './leftovers.ts';
import { type Found, look, withErasureSession } from './look.ts';
import { nameOf, placesOf } from './places.ts';
import { refuseReason } from './refuse.ts';
import { retentionCutoffs } from './retention.ts';
import { rewriteFolder, writeErasedBatch } from './rewrite.ts';
import { writeSuppressed } from './suppress.ts';
import type { EraseOptions, EraseRequest, EraseResult } from './types.ts';

/**
 * Erases reports: their rows in every batch and every vault lose all keys, and what else would lead to a
 * person and no figure needs; their keyed hashes go on the list of what must not land again; a signed
 * tombstone takes their place. Every figure stays what it was, those sealed and those still to be computed.
 *
 * All is written aside and put in place by one journal: killed at any moment, nothing has changed, or the
 * next run (of this, of a build, of a landing) finishes it. Erasing twice is erasing once.
 *
 * The published warehouse is not touched: build it anew.
 * @throws BuktiError `forget.*`; `warehouse.locked`; those of openKeys and openSigningKey
 */
export async function eraseReports(
  workspace: Workspace,
  request: EraseRequest,
  options: EraseOptions = {},
): Promise<EraseResult> {
  refuseReason(request);
  if (placesOf(workspace).every(({ batch }) => batch === undefined)) {
    throw new BuktiError('forget.nothing-landed', { place: workspace.landing }, exitStatus.usage);
  }
  const { keys } = openKeys(workspace);
  if (options.dryRun) {
    return await withErasureSession(workspace, async (session) => {
      const found = await look(workspace, session, keys, request);
      return { ...found.result, dryRun: true };
    });
  }
  return await withWriteLock(workspace, async () => {
    finishMovesLocked(workspace);
    sweep(workspace);
    return await withErasureSession(workspace, async (session) => {
      const first = await look(workspace, session, keys, request);
      const { result } = first;
      result.inputsDeleted = (options.deleteInputs ?? false) && result.inputs.length > 0;
      let found = first;
      while (found.hits.length > 0) {
        const done = await eraseFound({ workspace, session, request, options, found, keys });
        result.tombstones.push(done.tombstone.id);
        result.keyCreated ||= done.keyCreated;
        // What landed or was sealed while this was at work; from now on nothing lands unseen.
        const known = new Set(found.places.map(({ name }) => name));
        if (placesOf(workspace).every(({ name }) => known.has(name))) break;
        found = await look(workspace, session, keys, request);
      }
      return result;
    });
  });
}

interface Erasing {
  workspace: Workspace;
  session: Session;
  keys: Parameters<typeof writeSuppressed>[2];
  request: EraseRequest;
  options: EraseOptions;
  found: Found;
}

async function eraseFound(
  erasing: Erasing,
): Promise<{ tombstone: Tombstone; keyCreated: boolean }> {
  const { workspace, session, keys, options, found } = erasing;
  const key = openSigningKey(workspace);
  const salt = options.salt ?? randomBytes(32);
  await makeBlanks(session, found.hits, salt);
  const aside = path.join(workspace.data, 'forget', `${asidePrefix}${process.pid}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const at = (file: string) => nameOf(workspace, file);

  const swaps: Moves['swaps'] = [
    await writeSuppressed(workspace, session, keys, path.join(aside, 'suppressed.parquet')),
  ];
  const folders: Tombstone['folders'] = [];
  const staged: { hit: Found['hits'][number]; fresh: string; rows: number }[] = [];
  for (const [done, hit] of found.hits.entries()) {
    options.onProgress?.({ done, total: found.hits.length });
    const { folder } = hit.place;
    const sibling = (what: string) =>
      path.join(path.dirname(folder), `${asidePrefix}${what}-${path.basename(folder)}`);
    const fresh = sibling('new');
    folders.push(await rewriteFolder(session, hit, fresh));
    swaps.push({ target: at(folder), fresh: at(fresh), old: at(sibling('old')) });
    const rows = hit.files.reduce((sum, file) => sum + file.rows, 0);
    staged.push({ hit, fresh, rows });
  }

  const tombstone = tombstoneOf(erasing, folders);
  for (const { hit, fresh, rows } of staged) {
    writeTombstone(fresh, tombstone, key);
    const day = tombstone.erased_at.slice(0, 10);
    writeErasedBatch(hit, fresh, { tombstone: tombstone.id, day, records: hit.records, rows });
  }
  for (const name of writeTombstone(aside, tombstone, key)) {
    const target = at(path.join(workspace.data, 'forget', name));
    const fresh = at(path.join(aside, name));
    swaps.push({ target, fresh, old: `${fresh}.old` });
  }
  const inputs = options.deleteInputs ? found.result.inputs : [];
  commitMoves(workspace, {
    format: 1,
    swaps,
    remove: [...found.result.copies, ...inputs, at(aside)],
  });
  return { tombstone, keyCreated: key.created };
}

function tombstoneOf(
  { request, options, found }: Erasing,
  folders: Tombstone['folders'],
): Tombstone {
  const erased_at = wibTime(options.now ?? new Date());
  const mark = createHash('sha256')
    .update(JSON.stringify([erased_at, folders]))
    .digest('hex');
  return {
    format: 1,
    kind: 'erasure',
    id: `${erased_at.slice(0, 10)}-${mark.slice(0, 8)}`,
    erased_at,
    ground: request.ground,
    reason: request.reason.trim(),
    ...(request.ground === 'retention'
      ? {
          retention: retentionCutoffs(request).map(({ source, period, keptFrom }) => ({
            ...{ source, period, kept_from: keptFrom },
          })),
        }
      : {}),
    records: found.result.records,
    folders,
    software: { name: 'bukti', version: packageVersion() },
  };
}
