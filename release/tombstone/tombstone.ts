import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { count, sha256, software } from '../schema-parts.ts';
import { signBytes } from '../signing/signature.ts';
import type { SigningKey } from '../signing/signing-key.ts';

const fileSchema = z.strictObject({
  /** Relative to the folder. */
  name: z.string().min(1),
  /** Rows whose keys were blanked. */
  rows: count,
  old_sha256: sha256,
  new_sha256: sha256,
});

const folderSchema = z.strictObject({
  /** Below the data folder: `landing/lapor/batch=...`, `releases/2026Q3/v1/vault`. */
  folder: z.string().min(1),
  /** Distinct reports. */
  records: count,
  files: z.array(fileSchema).min(1),
});

/**
 * What stands where records were: that some were erased, how many, when and why, and the hashes of each
 * file before and after. It names nobody. Signed as a release is; a copy lies in every folder it names.
 */
export const tombstoneSchema = z.strictObject({
  format: z.literal(1),
  kind: z.literal('erasure'),
  /** `2026-11-24-3f2a9c1b`: the day and a random number. */
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  /** Of the machine's clock, in UTC. */
  erased_at: z.string(),
  /** Somebody asked, or the time for which a source is kept was over. */
  ground: z.enum(['request', 'retention']),
  reason: z.string(),
  /** With ground `retention`: what bukti.yaml said, and the day from which on reports were kept. */
  retention: z
    .array(z.strictObject({ source: z.string(), period: z.string(), kept_from: z.string() }))
    .optional(),
  /** Distinct reports, over all folders. */
  records: count,
  folders: z.array(folderSchema).min(1),
  software,
});

export type Tombstone = z.infer<typeof tombstoneSchema>;
export type TombstoneFolder = Tombstone['folders'][number];

const fileOf = (id: string) => `erasure-${id}.json`;
const signatureOf = (id: string) => `erasure-${id}.sig.json`;

/** Files of a folder that are tombstones or their signatures. */
export function isTombstoneFile(name: string): boolean {
  return /^erasure-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}(\.sig)?\.json$/.test(name);
}

/** Writes a tombstone and its signature into a folder. @returns their names */
export function writeTombstone(folder: string, tombstone: Tombstone, key: SigningKey): string[] {
  const bytes = Buffer.from(`${JSON.stringify(tombstone, null, 2)}\n`);
  writeFileSync(path.join(folder, fileOf(tombstone.id)), bytes);
  const signature = `${JSON.stringify(signBytes(bytes, key), null, 2)}\n`;
  writeFileSync(path.join(folder, signatureOf(tombstone.id)), signature);
  return [fileOf(tombstone.id), signatureOf(tombstone.id)];
}

/** A tombstone as it lies in a folder; where it cannot be read, `tombstone` is undefined. */
export interface FoundTombstone {
  file: string;
  bytes: Buffer;
  /** Undefined where there is none. */
  signature: string | undefined;
  tombstone: Tombstone | undefined;
}

/** In the order in which they were made. */
export function readTombstones(folder: string): FoundTombstone[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => isTombstoneFile(name) && !name.endsWith('.sig.json'))
    .map((name) => {
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      const signed = file.replace(/\.json$/, '.sig.json');
      const signature = existsSync(signed) ? readFileSync(signed, 'utf8') : undefined;
      return { file, bytes, signature, tombstone: parse(bytes, name) };
    })
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
}

const timeOf = ({ tombstone, file }: FoundTombstone) => `${tombstone?.erased_at ?? ''} ${file}`;

function parse(bytes: Buffer, name: string): Tombstone | undefined {
  try {
    const tombstone = tombstoneSchema.parse(JSON.parse(bytes.toString('utf8')));
    return fileOf(tombstone.id) === name ? tombstone : undefined;
  } catch {
    return undefined;
  }
}
