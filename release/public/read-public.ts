import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import type { PublicDisclosure, ShareOf, Structure } from '../../disclosure/index.ts';
import { embargoOf } from '../calendar/embargo.ts';
import { sha256OfFile } from '../hashes.ts';
import { manifestFile } from '../places.ts';
import { inFolder } from './parts.ts';
import { publicFolder } from './places.ts';
import { type PublicManifest, publicManifestSchema } from './public-manifest.ts';

/** As structure.json has them: each table with its file, each share with what it is made of. */
export interface PublicStructureFile extends Structure {
  readonly tables: readonly (Structure['tables'][number] & { readonly file: string })[];
  readonly shares?: readonly (ShareOf & { readonly measure: string })[];
}

/** A sealed public version, from its own files and nothing else. */
export interface OpenedPublic {
  readonly manifest: PublicManifest;
  readonly manifestSha256: string;
  /** Of the quarter's own tables first, then of each further part; files are named below the version's folder. */
  readonly structures: readonly PublicStructureFile[];
  readonly disclosure: PublicDisclosure;
  /** A file of the version, as its manifest describes it. */
  text(name: string): string;
}

/**
 * Opens a public version for whoever hands it on; every file is held against its hash as it is read.
 * @param now the clock, for the embargo
 * @throws BuktiError `export.public-embargo` before its time, `release.damaged`
 */
export function openPublic(
  workspace: Workspace,
  period: string,
  version: number,
  now = new Date(),
): OpenedPublic {
  const folder = publicFolder(workspace, period, version);
  const place = path.join(folder, manifestFile);
  const manifest = readPublicManifest(place);
  refuseEmbargoed(workspace, manifest, now);
  const text = (name: string): string => {
    const file = path.join(folder, name);
    const told = manifest.files.find((one) => one.name === name);
    try {
      if (told && sha256OfFile(file) === told.sha256) return readFileSync(file, 'utf8');
    } catch {
      // It is not there: damaged as well.
    }
    throw new BuktiError('release.damaged', { file });
  };
  return {
    manifest,
    manifestSha256: sha256OfFile(place),
    structures: readStructures(manifest, text),
    disclosure: JSON.parse(text('disclosure.json')),
    text,
  };
}

/**
 * Every structure.json that a manifest lists: one a period, that of the quarter in the folder itself.
 * @param text a file by its name in the manifest
 */
export function readStructures(
  { files }: Pick<PublicManifest, 'files'>,
  text: (name: string) => string,
): PublicStructureFile[] {
  const names = files.map(({ name }) => name).filter((name) => /(^|\/)structure\.json$/.test(name));
  return names
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => {
      const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
      const structure = JSON.parse(text(name)) as PublicStructureFile;
      const tables = structure.tables.map((one) => ({ ...one, file: inFolder(folder, one.file) }));
      return { ...structure, tables };
    });
}

function readPublicManifest(file: string): PublicManifest {
  try {
    return publicManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new BuktiError('release.damaged', { file });
  }
}

/** What the calendar says goes first; where it does not have the quarter any more, what the seal said. */
function refuseEmbargoed(
  workspace: Workspace,
  { period, embargo_until }: PublicManifest,
  now: Date,
): void {
  const announced = embargoOf(workspace, period, now);
  const until = announced ? announced.until : embargo_until;
  if (until === null || now.getTime() >= Date.parse(until)) return;
  const at = until.replace(/^(.{10})T(\d\d:\d\d).*$/, '$1 $2 WIB');
  throw new BuktiError('export.public-embargo', { period, at }, exitStatus.input);
}
