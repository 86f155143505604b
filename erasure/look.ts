import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { type Keys, prepareSession, temporaryName } from '../pipelines/index.ts';
import { readExportLog } from '../release/datasets/export-log.ts';
import { type Session, withSession } from '../warehouse/index.ts';
import { copiesOf, inputsOf } from './leftovers.ts';
import { type Place, placesOf } from './places.ts';
import { refuseAmbiguous } from './refuse.ts';
import { findHits, type Hit } from './scan.ts';
import { countMissing } from './suppress.ts';
import type { EraseRequest, EraseResult } from './types.ts';
import { makeWanted } from './wanted.ts';

/** Where the reports are, and what that comes to. */
export interface Found {
  /** All that were looked at. */
  places: Place[];
  hits: Hit[];
  result: EraseResult;
}

/** A session whose ids stay in memory, or spill encrypted; one thread, so that files have the same bytes. */
export async function withErasureSession<T>(
  workspace: Workspace,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const spill = path.join(workspace.data, temporaryName('spill'));
  const { memory_limit: memoryLimit } = workspace.config;
  mkdirSync(workspace.data, { recursive: true });
  try {
    return await withSession({ memoryLimit, threads: 1, tempDirectory: spill }, async (session) => {
      await prepareSession(session);
      return await work(session);
    });
  } finally {
    rmSync(spill, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Looks, and changes nothing. */
export async function look(
  workspace: Workspace,
  session: Session,
  keys: Keys,
  request: EraseRequest,
): Promise<Found> {
  const places = placesOf(workspace);
  await makeWanted(session, places, keys, request);
  const hits = await findHits(session, places);
  if (request.ground === 'request') await refuseAmbiguous(session);
  const records = await session.row<{ n: number }>(
    'SELECT count(DISTINCT complaint_key) AS n FROM hit',
  );
  const missing =
    request.ground === 'request'
      ? await countMissing(workspace, session, keys)
      : { asked: 0, already: 0, unknown: 0 };
  const result: EraseResult = {
    dryRun: false,
    ...missing,
    records: records?.n ?? 0,
    folders: hits.map(({ place, records: own, files }) => ({
      folder: place.name,
      input: place.batch?.file ?? null,
      records: own,
      files: files.map(({ file, rows }) => ({ name: file, rows })),
    })),
    copies: copiesOf(workspace),
    inputs: await inputsOf(workspace, hits),
    inputsDeleted: false,
    rowExports: readExportLog(workspace).entries.filter((entry) => entry.row_level).length,
    tombstones: [],
    keyCreated: false,
  };
  return { places, hits, result };
}
