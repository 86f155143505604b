import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { manifestFile } from '../places.ts';
import { type PublicManifest, publicManifestSchema } from '../public/public-manifest.ts';
import { count, day, quarter, sha256, versionNumber } from '../schema-parts.ts';
import type { Manifest } from '../types.ts';
import { type VaultManifest, vaultManifestSchema } from '../vault/vault-manifest.ts';
import type { Problem } from './problems.ts';

/** What every internal manifest holds; what it says of sources and coverage is not judged here. */
export const internalManifestSchema = z.looseObject({
  format: z.literal(1),
  period: quarter,
  version: versionNumber,
  recipient: z.string().min(1),
  first: day,
  last: day,
  as_of: day,
  as_of_working_days: count,
  provisional: z.boolean(),
  synthetic: z.boolean(),
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        rows: count,
        bytes: count,
        sha256,
      }),
    )
    .min(1),
  figures: count,
  figures_sha256: sha256,
  warehouse: z.string(),
  software: z.looseObject({ name: z.literal('bukti'), version: z.string() }),
});

export type PartManifest =
  | { kind: 'vault'; manifest: VaultManifest }
  | { kind: 'internal'; manifest: Manifest }
  | { kind: 'public'; manifest: PublicManifest };

/** Reads and validates the manifest of a part. */
export function readPart(folder: string): PartManifest | Problem {
  const file = path.join(folder, manifestFile);
  const wrong = (why: string): Problem => ({
    key: 'release.verify.manifest',
    params: { file, why },
  });
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return wrong('JSON');
  }
  const kind = kindOf(read);
  const parsed = schemas[kind].safeParse(read);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(`${issue?.path.join('.') ?? '?'}: ${issue?.message ?? '?'}`);
  }
  // The internal one may hold more than its schema names.
  return { kind, manifest: read } as PartManifest;
}

const schemas = {
  vault: vaultManifestSchema,
  internal: internalManifestSchema,
  public: publicManifestSchema,
};

function kindOf(read: unknown): keyof typeof schemas {
  const part = typeof read === 'object' && read !== null && 'part' in read ? read.part : undefined;
  if (part === 'public') return 'public';
  return part === undefined ? 'internal' : 'vault';
}
