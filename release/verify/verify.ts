import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { sha256OfFile } from '../hashes.ts';
import { manifestFile } from '../places.ts';
import { commitmentTo, type PublicManifest } from '../public/public-manifest.ts';
import type { SignatureCheck } from '../signing/signature.ts';
import { vaultFolder } from '../vault/vault.ts';
import type { VaultManifest } from '../vault/vault-manifest.ts';
import { type Derivation, deriveAgain } from './derive.ts';
import { checkErased, type Erasure } from './erased.ts';
import { type VerifiedBatch, verifyErasedBatches } from './erased-batches.ts';
import { checkOneValue } from './figures.ts';
import { checkFiles } from './files.ts';
import { type PartManifest, readPart } from './manifests.ts';
import type { Problem } from './problems.ts';
import { checkPublic } from './public-part.ts';
import { checkRevisions } from './revisions.ts';
import { readSealedPart, type SealedPart } from './sealed-part.ts';
import { checkSigned } from './signed.ts';

interface VerifiedPart {
  folder: string;
  kind: PartManifest['kind'] | 'unknown';
  files: number;
  figures: number;
  signature?: SignatureCheck;
  /** Of a vault: reports that were erased since. */
  erasures: Erasure[];
  problems: Problem[];
}

export interface Verification {
  parts: VerifiedPart[];
  /** Batches of a landing zone in which reports were erased. */
  batches: VerifiedBatch[];
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
 * Of a landing zone, the batches in which reports were erased are checked against their tombstones.
 * @param target a part (`.../v1/internal/ksp`), a version, a period, a folder of periods; or the landing
 *   zone, a source or a batch of it; or the data folder, which holds both
 * @throws BuktiError `release.verify.nothing`
 */
export async function verifyReleases(
  target: string,
  { trusted = [], onProgress }: VerifyOptions = {},
): Promise<Verification> {
  const folders = partFolders(target);
  const batches = verifyErasedBatches(target, trusted);
  if (folders.length === 0 && batches.length === 0) {
    throw new BuktiError('release.verify.nothing', { folder: target }, exitStatus.usage);
  }
  const result: Verification = { parts: [], batches, problems: [], derivations: [] };
  const opened = new Map<string, { folder: string; manifest: PublicManifest }>();
  const vaults: VaultManifest[] = [];
  for (const [version, inside] of byVersion(folders)) {
    const sealed: SealedPart[] = [];
    let vault: { folder: string; part: PartManifest & { kind: 'vault' } } | undefined;
    for (const folder of inside) {
      onProgress?.(folder);
      const { verified, part } = verifyPart(folder, trusted);
      result.parts.push(verified);
      if (!part || isDamaged(part, verified)) continue;
      if (part.kind === 'vault') vault = { folder, part };
      else if (part.kind === 'public') {
        const { figures, problems } = checkPublic(folder, part.manifest);
        verified.figures = figures;
        verified.problems.push(...problems);
        opened.set(`${part.manifest.period}/v${part.manifest.version}`, { folder, ...part });
      } else {
        const read = await readSealedPart(folder, part.manifest);
        verified.figures = part.manifest.figures;
        sealed.push(read);
        verified.problems.push(...(await checkRevisions(read)));
      }
    }
    result.problems.push(...checkOneValue(sealed));
    if (!vault) continue;
    result.problems.push(...replacedParts(version, vault.part.manifest.parts));
    onProgress?.(vault.folder);
    vaults.push(vault.part.manifest);
    const derived = await deriveAgain(vault.folder, vault.part.manifest, sealed);
    result.derivations.push({ folder: version, ...derived });
  }
  for (const vault of vaults) result.problems.push(...checkCommitment(vault, opened));
  return result;
}

/** Public files that are not those of the vault, or whose commitment is not to its exact figures. */
function checkCommitment(
  { period, version, salt, parts, public: told }: VaultManifest,
  opened: ReadonlyMap<string, { folder: string; manifest: PublicManifest }>,
): Problem[] {
  const own = opened.get(`${period}/v${version}`);
  if (!own || !told) return [];
  const isTold = sha256OfFile(path.join(own.folder, manifestFile)) === told.manifest_sha256;
  if (isTold && own.manifest.commitment === commitmentTo(salt, parts)) return [];
  return [{ key: 'release.verify.part-replaced', params: { folder: own.folder } }];
}

/** All that is not as it was sealed. */
export function problemsOf(checked: Verification): Problem[] {
  const { parts, batches, problems, derivations } = checked;
  return [
    ...[...parts, ...batches].flatMap((part) => part.problems),
    ...problems,
    ...derivations.flatMap((one) => one.problems),
  ];
}

/**
 * Of what is damaged nothing more can be said. But figures whose manifest lists what is there, though nobody signed it,
 * are held against the vault: that tells which were altered.
 */
function isDamaged({ kind }: PartManifest, { problems }: VerifiedPart): boolean {
  const unsigned = ['release.verify.signature-wrong', 'release.verify.wrong-key'];
  return problems.some(({ key }) => kind === 'vault' || !unsigned.includes(key));
}

function verifyPart(
  folder: string,
  trusted: readonly KeyObject[],
): { verified: VerifiedPart; part?: PartManifest } {
  const part = readPart(folder);
  if ('key' in part) {
    const nothing = { files: 0, figures: 0, erasures: [], problems: [part] };
    return { verified: { folder, kind: 'unknown', ...nothing } };
  }
  const { signature, problems } = checkSigned(folder, trusted);
  const { kind, manifest } = part;
  const sealed = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  const own = `/${manifest.period}/v${manifest.version}/${vaultFolder}`;
  const isOwn = (named: string) => kind === 'vault' && named.endsWith(own);
  const { erasures, hashes, problems: gaps } = checkErased(folder, sealed, isOwn, trusted);
  // Of an erased file the tombstone says what it must be now.
  const all: readonly { name: string; sha256: string }[] = manifest.files;
  const files = all.map((one) => ({ ...one, sha256: hashes.get(one.name) ?? '' }));
  const found = [...checkFiles(folder, files), ...problems, ...gaps];
  const more = { files: files.length, figures: 0, signature, erasures, problems: found };
  return { verified: { folder, kind, ...more }, part };
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
