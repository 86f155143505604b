import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import { hashInput, removeLeftovers } from '../pipelines/index.ts';
import { removeAbandoned } from '../release/index.ts';
import { nameOf } from './places.ts';
import type { Hit } from './scan.ts';

/** Folders written aside begin with this; no reader looks into them. */
export const asidePrefix = '.forget-';

const foldersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.join(folder, entry.name))
    : [];

/** Removes what killed runs have left that may hold keys. Only under the write lock, with no moves pending. */
export function sweep(workspace: Workspace): void {
  removeLeftovers(workspace);
  const periods = foldersIn(workspace.releases);
  for (const period of periods) removeAbandoned(period);
  const parents = [
    path.join(workspace.data, 'forget'),
    ...foldersIn(workspace.landing),
    ...periods.flatMap(foldersIn),
  ];
  for (const parent of parents.filter((one) => existsSync(one))) {
    for (const name of readdirSync(parent)) {
      // A journal that was never renamed into place ends in .tmp.
      if (!name.startsWith(asidePrefix) && !/^journal\.json\..*tmp$/.test(name)) continue;
      rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

/** Files of the warehouse, beside the published one, that hold rows under their keys. */
export function copiesOf(workspace: Workspace): string[] {
  if (!existsSync(workspace.warehouse)) return [];
  return readdirSync(workspace.warehouse)
    .filter((name) => /^(known-.*|failed|build)\.duckdb(\.wal)?$/.test(name))
    .map((name) => nameOf(workspace, path.join(workspace.warehouse, name)));
}

/** Files of the inbox that the batches concerned were read from. */
export async function inputsOf(workspace: Workspace, hits: readonly Hit[]): Promise<string[]> {
  const taken = new Set(hits.flatMap(({ place }) => place.batch?.input_sha256 ?? []));
  if (taken.size === 0 || !existsSync(workspace.inbox)) return [];
  const files: string[] = [];
  for (const entry of readdirSync(workspace.inbox, { withFileTypes: true })) {
    const file = path.join(workspace.inbox, entry.name);
    if (entry.isFile() && taken.has((await hashInput(file)).sha256))
      files.push(nameOf(workspace, file));
  }
  return files.sort();
}
