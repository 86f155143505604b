import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeHash } from '../../base/code-hash.ts';
import { BuktiError, layered, type Workspace } from '../../base/index.ts';
import { sha256OfFile } from '../hashes.ts';
import { manifestFile } from '../places.ts';
import { count, quarter, sha256, versionNumber } from '../schema-parts.ts';
import type { ManifestFile } from '../types.ts';

const file = z.strictObject({
  name: z.string(),
  rows: count,
  bytes: count,
  sha256,
});

/** The manifest of a vault: for those who operate the warehouse, and nobody else. */
export const vaultManifestSchema = z.strictObject({
  format: z.literal(1),
  part: z.literal('vault'),
  period: quarter,
  version: versionNumber,
  as_of_working_days: count,
  /** Files of the vault, relative to it. */
  files: z.array(file),
  /** The manifests of the version's other parts: `internal/ksp`, ... */
  parts: z.array(z.strictObject({ folder: z.string(), sha256 })),
  /** Versions of what the figures depend on, as hashes of their content. */
  calendar_sha256: sha256,
  limits_sha256: sha256.nullable(),
  catalogue_sha256: sha256,
  code_sha256: sha256,
  /** 32 bytes, hex: with it the public manifest's commitment to the exact figures can be checked. */
  salt: sha256,
  /** Of the public files: their manifest, and all that they hold whatever the version. */
  public: z.strictObject({ manifest_sha256: sha256, content_sha256: sha256 }).optional(),
});

export type VaultManifest = z.infer<typeof vaultManifestSchema>;

/** The folders whose code decides what a figure is. */
export const computingFolders = ['base', 'disclosure', 'metrics', 'release', 'warehouse'];

export interface VaultContent {
  period: string;
  version: number;
  files: ManifestFile[];
  parts: VaultManifest['parts'];
  /** 32 random bytes, hex. */
  salt: string;
  public?: VaultManifest['public'];
}

export function writeVaultManifest(
  workspace: Workspace,
  folder: string,
  { files, salt, public: told, ...named }: VaultContent,
): VaultManifest {
  const limits = layered(workspace.models, 'seeds', 'clock_limit.csv');
  const hashOf = (name: string) => files.find((one) => one.name === name)?.sha256 ?? '';
  const manifest: VaultManifest = {
    format: 1,
    part: 'vault',
    ...{ period: named.period, version: named.version },
    as_of_working_days: workspace.config.release.as_of_working_days,
    files,
    parts: named.parts,
    calendar_sha256: hashOf('extract/dim_date.parquet'),
    limits_sha256: limits ? sha256OfFile(limits) : null,
    catalogue_sha256: hashOfAll(files.filter(({ name }) => name.startsWith('models/'))),
    code_sha256: codeHash(computingFolders),
    salt,
    ...(told ? { public: told } : {}),
  };
  writeFileSync(path.join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** @throws BuktiError `release.damaged` */
export function readVaultManifest(folder: string): VaultManifest {
  const place = path.join(folder, manifestFile);
  try {
    return vaultManifestSchema.parse(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    throw new BuktiError('release.damaged', { file: place });
  }
}

function hashOfAll(files: readonly ManifestFile[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256: own } of files) hash.update(`${name} ${own}\n`);
  return hash.digest('hex');
}
