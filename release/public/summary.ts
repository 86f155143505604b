import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import { manifestFile } from '../places.ts';
import { publicFolder } from './places.ts';
import type { PublicDraft } from './prepare-public.ts';
import type { PublicManifest } from './public-manifest.ts';
import { readStructures } from './read-public.ts';

/** What a seal has made public, for the operator who made it. */
export interface PublicSummary {
  folder: string;
  tables: number;
  /** Rows of the tables: published numbers, bands and hidden ones. */
  cells: number;
  catalogueVersion: number;
  /** The decisions on how fine the tables are, where they were made with this release. */
  designWritten?: string;
}

/** Counts what lies in the public folder of a version that was just sealed. */
export function publicSummary(
  workspace: Workspace,
  period: string,
  version: number,
  { catalogue, decidedNow }: Pick<PublicDraft, 'catalogue' | 'decidedNow'>,
): PublicSummary {
  const folder = publicFolder(workspace, period, version);
  const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  // A line a row, none of them broken: a header before, the end of the last one behind.
  const manifest = JSON.parse(text(manifestFile)) as PublicManifest;
  const tables = readStructures(manifest, text).flatMap((structure) => structure.tables);
  return {
    folder,
    tables: tables.length,
    cells: tables.reduce((sum, { file }) => sum + text(file).split('\n').length - 2, 0),
    catalogueVersion: catalogue.version,
    ...(decidedNow === undefined ? {} : { designWritten: decidedNow }),
  };
}
