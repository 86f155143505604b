import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tryRemove } from '../base/atomic-file.ts';
import { BuktiError, type IsoDate, type Workspace } from '../base/index.ts';
import { activeBatches, type LandedBatch } from './landing-zone.ts';
import { withWriteLock } from './lock.ts';
import { type FilePlan, type MakeOptions, makeWarehouseFile } from './make-file.ts';
import { finishMoves } from './moves.ts';
import { publishedInfo } from './pointer.ts';
import { loadProject } from './project/load-project.ts';
import { inputHash } from './run/input-hash.ts';
import { warehousePaths } from './settings.ts';

/** Copies that are kept; beyond them the one that was not read for longest goes. */
const kept = 4;

/** How long to wait for another process that is writing, in milliseconds. */
const patience = 600_000;

/** The last copy under way in this process, by warehouse folder: one after the other. */
const making = new Map<string, Promise<unknown>>();

/**
 * The batches that were known by the end of a day, under today's mappings: a reading that a newer one
 * of the same input has replaced does not count, and the newer one counts from its own known_at.
 * @throws BuktiError `warehouse.known-too-early` naming the first day of which there is an export
 */
function batchesKnownBy(batches: LandedBatch[], known: IsoDate): LandedBatch[] {
  const days = batches.filter(({ kind }) => kind === 'complaint').map((batch) => batch.known_at);
  const first = days.sort()[0];
  if (first !== undefined && first > known) {
    throw new BuktiError('warehouse.known-too-early', { known, first });
  }
  return batches.filter((batch) => batch.known_at <= known);
}

/**
 * The name of the file that holds the warehouse as it would be had only the batches known by a day
 * landed: same seeds, same models, data tests passed. It is the published copy where that has all of
 * them; else it is made, once for all days that select the same batches, as safely as a build makes
 * its own, and kept beside it as `known-<newest known_at>-<hash>.duckdb`. Two that need the same copy
 * wait for one another.
 * @throws BuktiError `warehouse.none`, `warehouse.known-too-early`, and what `buildWarehouse` throws
 */
export async function knownCopy(
  workspace: Workspace,
  known: IsoDate,
  options: MakeOptions = {},
): Promise<string> {
  const { folder } = warehousePaths(workspace);
  const published = publishedInfo(workspace);
  if (!published) throw new BuktiError('warehouse.none', { place: folder });
  await finishMoves(workspace);
  const all = activeBatches(workspace);
  const batches = batchesKnownBy(all, known);
  if (batches.length === all.length) return published.file;
  const project = loadProject(workspace);
  const hash = inputHash(project, batches);
  if (hash === published.hash) return published.file;
  const newest = batches
    .map((batch) => batch.known_at)
    .sort()
    .at(-1);
  const file = `known-${newest}-${hash}.duckdb`;
  const place = path.join(folder, file);
  if (!existsSync(place)) {
    const before = making.get(folder) ?? Promise.resolve();
    const made = before
      .catch(() => undefined)
      .then(() => makeOnce(workspace, { project, batches, hash, file }, options));
    making.set(folder, made);
    await made;
  }
  markRead(place);
  return file;
}

/** Makes the file unless another process does; then waits for that one. */
async function makeOnce(workspace: Workspace, plan: FilePlan, options: MakeOptions): Promise<void> {
  const place = path.join(warehousePaths(workspace).folder, plan.file);
  const until = Date.now() + patience;
  while (!existsSync(place)) {
    try {
      return await withWriteLock(workspace, async () => {
        if (existsSync(place)) return;
        await makeWarehouseFile(workspace, plan, options);
        removeUnread(workspace, plan.file);
      });
    } catch (error) {
      const other = error instanceof BuktiError && error.key === 'warehouse.locked';
      if (!other || error.params.pid === process.pid || Date.now() > until) throw error;
      await wait(250);
    }
  }
}

/** The time of a copy's last use is its modification time. */
function markRead(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Gone again, or not ours to touch: then it counts as older than it is.
  }
}

/** Removes copies beyond those kept; one that Windows holds open waits for next time. */
function removeUnread(workspace: Workspace, newest: string): void {
  const { folder } = warehousePaths(workspace);
  const others = readdirSync(folder)
    .filter((name) => /^known-.*\.duckdb$/.test(name) && name !== newest)
    .map((name) => ({ file: path.join(folder, name), read: readTime(path.join(folder, name)) }))
    .sort((one, other) => other.read - one.read);
  for (const { file } of others.slice(kept - 1)) tryRemove(file);
}

function readTime(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
