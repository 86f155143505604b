import { z } from 'zod';
import { publicManifestSchema } from './public/public-manifest.ts';
import { tombstoneSchema } from './tombstone/tombstone.ts';
import { vaultManifestSchema } from './vault/vault-manifest.ts';
import { internalManifestSchema } from './verify/manifests.ts';

/** What a manifest is held against when it is read, by the name of its published schema. */
export const manifestSchemas = {
  'public-manifest': {
    title: 'Bukti: manifest of public files, data/public/<quarter>/v<n>/manifest.json',
    schema: publicManifestSchema,
  },
  'internal-manifest': {
    title:
      'Bukti: manifest of exact tables, data/releases/<quarter>/v<n>/internal/<recipient>/manifest.json. It holds more than is named here.',
    schema: internalManifestSchema,
  },
  'vault-manifest': {
    title: 'Bukti: manifest of a vault, data/releases/<quarter>/v<n>/vault/manifest.json',
    schema: vaultManifestSchema,
  },
  tombstone: {
    title: 'Bukti: what stands where records were erased, erasure-<id>.json',
    schema: tombstoneSchema,
  },
};

/** The schemas as JSON Schema (2020-12) by their files' names. The manifests' `format` stands in the id. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(manifestSchemas).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema);
      const whole = { $schema, $id: `urn:bukti:schema:${name}:1`, title, ...rest };
      return [`${name}.schema.json`, `${JSON.stringify(whole, null, 2)}\n`];
    }),
  );
}
