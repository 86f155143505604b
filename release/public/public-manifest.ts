import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { count, day, quarter, sha256, software, versionNumber } from '../schema-parts.ts';

const text = z.strictObject({ id: z.string(), en: z.string() });

/**
 * The manifest of public files. It names them and nothing else: no count and no hash of anything exact, but one
 * commitment whose salt stays in the vault.
 */
export const publicManifestSchema = z.strictObject({
  format: z.literal(1),
  part: z.literal('public'),
  period: quarter,
  version: versionNumber,
  first: day,
  last: day,
  as_of: day.describe('The day that states are as of.'),
  provisional: z.boolean().describe('Figures may change in a later version.'),
  synthetic: z.boolean().describe('Some or all of the reports are made up.'),
  licence: z.literal('CC-BY-4.0'),
  catalogue_version: versionNumber.describe('Version of the catalogue of published tables.'),
  software,
  embargo_until: z
    .string()
    .nullable()
    .describe(
      'Nothing of it may be shown or served before; ISO 8601 with +07:00. Null where no embargo is announced.',
    ),
  reason: text.nullable().describe('Why it replaces the version before; null for the first.'),
  supersedes: versionNumber.nullable().describe('The public version before; null for the first.'),
  files: z
    .array(z.strictObject({ name: z.string().min(1), bytes: count, sha256 }))
    .min(1)
    .describe('Every file of the folder but this one and its signature.'),
  commitment: sha256.describe(
    'To the exact figures of the same version: HMAC-SHA-256 over the hashes of their manifests, by a salt that stays in the vault.',
  ),
});

export type PublicManifest = z.infer<typeof publicManifestSchema>;

/** What a public manifest commits to: the internal parts of the version, in order of their folders. */
export function commitmentTo(
  salt: string,
  parts: readonly { folder: string; sha256: string }[],
): string {
  const hmac = createHmac('sha256', Buffer.from(salt, 'hex'));
  const sorted = [...parts].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  for (const { folder, sha256: own } of sorted) hmac.update(`${folder} ${own}\n`);
  return hmac.digest('hex');
}

/** The files as the manifest lists them. */
export function listed(files: ReadonlyMap<string, string>): PublicManifest['files'] {
  return [...files]
    .map(([name, content]) => ({
      name,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One hash over what is published of a period, whatever version it is published in. */
export function contentHash(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const { name, sha256: own } of listed(files)) {
    if (/\.csv$|structure\.json$|disclosure\.json$/.test(name)) hash.update(`${name} ${own}\n`);
  }
  return hash.digest('hex');
}
