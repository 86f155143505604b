import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { sha256OfFile } from '../hashes.ts';
import { manifestFile } from '../places.ts';
import type { SignatureCheck } from '../signing/signature.ts';
import { type Derivation, deriveAgain } from './derive.ts';
import { checkOneValue } from './figures.ts';
import { checkFiles } from './files.ts';
import { type PartManifest, readPart } from './manifests.ts';
import type { Problem } from './problems.ts';
import { readSealedPart, type SealedPart } from './sealed-part.ts';
import { checkSigned } from './signed.ts';

interface VerifiedPart {
  folder: string;
  kind: PartManifest['kind'] | 'unknown';
  files: number;
  figures: number;
  signature?: SignatureCheck;
  problems: Problem[];
}

export interface Verification {
  parts: VerifiedPart[];
  /** Of parts together: figures that differ between them. */
  problems: Problem[];
  /** By version that has its vault here; what has none was not computed again. */
  derivations: ({ folder: string } & Derivation)[];
}

export interface VerifyOptions {
  /** Public keys that the reader trusts; a signature by another is then a problem. */
  trusted?: readonly KeyObject[];
  onProgress?: (folder: string) => void;
}

/**
 * Checks all that a folder holds of releases: every file against its manifest, every manifest against
 * its schema and signature, every figure against the other places it stands in, and, where a vault is
 * there, every figure computed again from it. Needs no warehouse and no configuration.
 * @param target a part (`.../v1/internal/ksp`), a version, a period, or a folder of periods
 * @throws BuktiError `release.verify.nothing`
 */
export async function verifyReleases(
  target: string,
  { trusted = [], onProgress }: VerifyOptions = {},
): Promise<Verification> {
  const folders = partFolders(target);
  if (folders.length === 0) {
    throw new BuktiError('release.verify.nothing', { folder: target }, exitStatus.usage);
  }
  const result: Verification = { parts: [], problems: [], derivations: [] };
  for (const [version, inside] of byVersion(folders)) {
    const sealed: SealedPart[] = [];
    let vault: { folder: string; part: PartManifest & { kind: 'vault' } } | undefined;
    for (const folder of inside) {
      onProgress?.(folder);
      const { verified, part } = verifyPart(folder, trusted);
      result.parts.push(verified);
      // Of what is damaged nothing more can be said.
      if (!part || verified.problems.length > 0) continue;
      if (part.kind === 'vault') vault = { folder, part };
      else {
        const read = await readSealedPart(folder, part.manifest);
        verified.figures = part.manifest.figures;
        sealed.push(read);
      }
    }
    result.problems.push(...checkOneValue(sealed));
    if (!vault) continue;
    result.problems.push(...replacedParts(version, vault.part.manifest.parts));
    onProgress?.(vault.folder);
    const derived = await deriveAgain(vault.folder, vault.part.manifest, sealed);
    result.derivations.push({ folder: version, ...derived });
  }
  return result;
}

/** All that is not as it was sealed. */
export function problemsOf({ parts, problems, derivations }: Verification): Problem[] {
  return [
    ...parts.flatMap((part) => part.problems),
    ...problems,
    ...derivations.flatMap((one) => one.problems),
  ];
}

function verifyPart(
  folder: string,
  trusted: readonly KeyObject[],
): { verified: VerifiedPart; part?: PartManifest } {
  const part = readPart(folder);
  if ('key' in part) {
    const verified = { folder, kind: 'unknown' as const, files: 0, figures: 0, problems: [part] };
    return { verified };
  }
  const { signature, problems } = checkSigned(folder, trusted);
  const { files } = part.manifest;
  const found = [...checkFiles(folder, files), ...problems];
  const { kind } = part;
  const verified = { folder, kind, files: files.length, figures: 0, signature, problems: found };
  return { verified, part };
}

/** Parts whose manifest is not the one that was sealed with the vault. */
function replacedParts(
  version: string,
  parts: readonly { folder: string; sha256: string }[],
): Problem[] {
  return parts.flatMap(({ folder, sha256 }): Problem[] => {
    const file = path.join(version, folder, manifestFile);
    // A recipient's part may have been handed on alone; what is there must be what was sealed.
    if (existsSync(file) && sha256OfFile(file) === sha256) return [];
    const key = existsSync(file) ? 'release.verify.part-replaced' : 'release.verify.missing';
    const place = path.join(version, folder);
    return [{ key, params: key === 'release.verify.missing' ? { file } : { folder: place } }];
  });
}

/** Every folder with a manifest, the target itself too; temporary ones left out. */
function partFolders(target: string): string[] {
  if (!existsSync(target)) return [];
  if (existsSync(path.join(target, manifestFile))) return [target];
  return readdirSync(target, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(target, entry.name))
    .sort()
    .flatMap(partFolders);
}

/** Parts by the folder of their version: `v1`, which holds `vault` and `internal/<recipient>`. */
function byVersion(folders: readonly string[]): Map<string, string[]> {
  const versions = new Map<string, string[]>();
  for (const folder of folders) {
    const parent = path.dirname(path.resolve(folder));
    const version = path.basename(parent) === 'internal' ? path.dirname(parent) : parent;
    versions.set(version, [...(versions.get(version) ?? []), folder]);
  }
  return versions;
}
