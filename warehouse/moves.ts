import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { renameRetrying, writeAtomically } from '../base/atomic-file.ts';
import type { Workspace } from '../base/index.ts';
import { withWriteLock } from './lock.ts';

/** Files and folders written aside that take their places together. All paths are below the data folder. */
export interface Moves {
  format: 1;
  /** `fresh` takes the place of `target`; what stood there goes by way of `old`. */
  swaps: { target: string; fresh: string; old: string }[];
  /** Removed after the swaps. */
  remove: string[];
}

function journalOf(workspace: Workspace): string {
  return path.join(workspace.data, 'forget', 'journal.json');
}

/**
 * Puts everything in place, whenever this is killed: the journal is the commit, and whoever writes next
 * (`finishMoves`) goes on from wherever it was. Only under the write lock.
 */
export function commitMoves(workspace: Workspace, moves: Moves): void {
  const journal = journalOf(workspace);
  mkdirSync(path.dirname(journal), { recursive: true, mode: 0o700 });
  writeAtomically(journal, `${JSON.stringify(moves, null, 2)}\n`);
  applyMoves(workspace, moves);
}

/**
 * Finishes moves that a kill has cut short. Called first by whatever builds, lands or erases, so that
 * nobody works on half of them.
 * @returns whether there were any
 * @throws BuktiError `warehouse.locked` while another process is at it
 */
export async function finishMoves(workspace: Workspace): Promise<boolean> {
  if (!existsSync(journalOf(workspace))) return false;
  return await withWriteLock(workspace, async () => finishMovesLocked(workspace));
}

/** As `finishMoves`, for who holds the write lock. */
export function finishMovesLocked(workspace: Workspace): boolean {
  const moves = pendingMoves(workspace);
  if (moves) applyMoves(workspace, moves);
  return moves !== undefined;
}

/** Moves that are decided and not all made: another process is at it, or a kill has cut them short. */
export function pendingMoves(workspace: Workspace): Moves | undefined {
  const journal = journalOf(workspace);
  return existsSync(journal) ? (JSON.parse(readFileSync(journal, 'utf8')) as Moves) : undefined;
}

function applyMoves(workspace: Workspace, { swaps, remove }: Moves): void {
  const at = (name: string) => path.join(workspace.data, name);
  for (const { target, fresh, old } of swaps) {
    // Without `fresh` the swap was made before the kill.
    if (!existsSync(at(fresh))) continue;
    if (existsSync(at(target))) {
      rmSync(at(old), { recursive: true, force: true, maxRetries: 3 });
      renameRetrying(at(target), at(old));
    }
    renameRetrying(at(fresh), at(target));
  }
  for (const name of [...swaps.map(({ old }) => old), ...remove]) {
    rmSync(at(name), { recursive: true, force: true, maxRetries: 3 });
  }
  rmSync(journalOf(workspace), { force: true });
}
