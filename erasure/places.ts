import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import type { Batch } from '../warehouse/index.ts';

/** A folder that may hold rows of reports under their keys, and is rewritten as a whole. */
export interface Place {
  /** Below the data folder, as a tombstone names it: `landing/lapor/batch=...`. */
  name: string;
  folder: string;
  /** Parquet files with rows of reports, relative to the folder. */
  files: string[];
  /** Of the landing zone; a vault has none. */
  batch?: Batch;
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

/**
 * Every batch, also those that a newer reading has replaced, and every vault. The warehouse is none of
 * them: it is made anew.
 */
export function placesOf(workspace: Workspace): Place[] {
  return [...landingPlaces(workspace), ...vaultPlaces(workspace)];
}

function landingPlaces(workspace: Workspace): Place[] {
  return namesIn(workspace.landing).flatMap((source) => {
    const parent = path.join(workspace.landing, source);
    return namesIn(parent).flatMap((name): Place[] => {
      const folder = path.join(parent, name);
      const file = path.join(folder, 'batch.json');
      if (!/^(batch|superseded)=/.test(name) || !existsSync(file)) return [];
      const batch = JSON.parse(readFileSync(file, 'utf8')) as Batch;
      const files = namesIn(folder).filter((one) => /^part.*\.parquet$/.test(one));
      return [{ name: nameOf(workspace, folder), folder, files, batch }];
    });
  });
}

function vaultPlaces(workspace: Workspace): Place[] {
  return namesIn(workspace.releases).flatMap((period) => {
    const parent = path.join(workspace.releases, period);
    return namesIn(parent).flatMap((version): Place[] => {
      const folder = path.join(parent, version, 'vault');
      if (!/^v\d+$/.test(version) || !existsSync(path.join(folder, 'manifest.json'))) return [];
      const files = namesIn(path.join(folder, 'extract'))
        .filter((one) => /^fct_.*\.parquet$/.test(one))
        .map((one) => `extract/${one}`);
      return [{ name: nameOf(workspace, folder), folder, files }];
    });
  });
}

/** A path below the data folder, with `/` everywhere. */
export function nameOf(workspace: Workspace, place: string): string {
  return path.relative(workspace.data, place).replaceAll('\\', '/');
}
