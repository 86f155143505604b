import { existsSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { renameRetrying } from '../base/atomic-file.ts';
import type { Workspace } from '../base/index.ts';
import { type Batch, type LandedBatch, readLedger } from '../warehouse/index.ts';

/** A batch written under a temporary name. */
export interface Staged {
  folder: string;
  batch: Batch;
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Removes staged folders, and the source folders that they alone were in. */
export function discard(staged: Staged[]): void {
  for (const { folder } of staged) {
    remove(folder);
    const parent = path.dirname(folder);
    try {
      rmdirSync(parent);
    } catch (error) {
      // It holds other batches, or another run has removed it.
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EBUSY'].includes(code)) throw error;
    }
  }
}

/** Removes batches that have just landed. */
export function undo(staged: readonly Staged[]): void {
  for (const { folder, batch } of staged) {
    remove(path.join(path.dirname(folder), `batch=${batch.batch}`));
  }
}

function setAside(old: LandedBatch): void {
  const target = path.join(path.dirname(old.folder), `superseded=${old.batch}`);
  remove(target);
  renameRetrying(old.folder, target);
}

/**
 * Finishes what a kill between two renames left undone: a batch that another one supersedes is set
 * aside. Where each names the other, the one written last stands.
 */
export function finishSuperseding(workspace: Workspace): void {
  const batches = readLedger(workspace);
  const written = (batch: LandedBatch) => statSync(path.join(batch.folder, 'batch.json')).mtimeMs;
  for (const newer of batches) {
    for (const old of batches.filter(({ batch }) => newer.supersedes.includes(batch))) {
      if (!existsSync(old.folder) || !existsSync(newer.folder)) continue;
      const mutual = old.supersedes.includes(newer.batch);
      if (mutual && written(old) > written(newer)) continue;
      setAside(old);
    }
  }
}

/**
 * The renames that make staged batches landed; then the batches that they supersede are set aside.
 * @returns for each, whether it is new or another run had landed it meanwhile
 */
export function commit(workspace: Workspace, staged: Staged[]): ('landed' | 'known')[] {
  const done: string[] = [];
  try {
    const outcomes = staged.map(({ folder, batch }): 'landed' | 'known' => {
      const target = path.join(path.dirname(folder), `batch=${batch.batch}`);
      if (existsSync(target)) return 'known';
      try {
        renameRetrying(folder, target);
      } catch (error) {
        // Another run was quicker: a folder that is not empty cannot be renamed onto.
        if (existsSync(path.join(target, 'batch.json'))) return 'known';
        throw error;
      }
      done.push(target);
      return 'landed';
    });
    for (const { folder, batch } of staged) {
      remove(path.join(path.dirname(folder), `superseded=${batch.batch}`));
    }
    finishSuperseding(workspace);
    return outcomes;
  } catch (error) {
    for (const folder of done) remove(folder);
    throw error;
  }
}
