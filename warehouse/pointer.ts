import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tryRemove, writeAtomically } from '../base/atomic-file.ts';
import { BuktiError, type Workspace } from '../base/index.ts';
import { warehousePaths } from './settings.ts';

/** A data test whose rows were counted; `column` is null for a test of a whole table. */
export interface TestFinding {
  test: string;
  model: string;
  column: string | null;
  rows: number;
}

/** The content of `data/warehouse/current.json`. */
export interface PublishedInfo {
  format: 1;
  /** Name of the published file in the same folder. */
  file: string;
  /** Hash of everything that went into the build. */
  hash: string;
  built_at: string;
  seconds: number;
  /** Batches that the build read. */
  batches: number;
  /** Tombstones of the erasures that had been made in these; absent where there were none. */
  erasures?: string[];
  tables: { name: string; rows: number }[];
  tests: number;
  /** Tests of severity `warn` that found rows. */
  warnings: TestFinding[];
}

/**
 * What readers see now; `undefined` where nothing has been published.
 * @throws BuktiError `warehouse.unreadable` where somebody has edited the pointer
 */
export function publishedInfo(workspace: Workspace): PublishedInfo | undefined {
  const { pointer, folder } = warehousePaths(workspace);
  if (!existsSync(pointer)) return undefined;
  const info = parsePointer(pointer);
  return existsSync(path.join(folder, info.file)) ? info : undefined;
}

function parsePointer(file: string): PublishedInfo {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PublishedInfo;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BuktiError('warehouse.unreadable', { file, why: 'JSON' });
  }
}

/** Moves the pointer: from here on new readers open `info.file`. */
export function movePointer(workspace: Workspace, info: PublishedInfo): void {
  writeAtomically(warehousePaths(workspace).pointer, `${JSON.stringify(info, null, 2)}\n`);
}

/** Deletes published files that nothing points to; one that Windows holds open waits for next time. */
export function removeOldPublished(workspace: Workspace, current: string): void {
  const { folder } = warehousePaths(workspace);
  for (const name of readdirSync(folder)) {
    if (!/^published-.*\.duckdb/.test(name) || name.startsWith(current)) continue;
    tryRemove(path.join(folder, name));
  }
}
