import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tombstone } from '../../release/index.ts';
import { manifestSchemas } from '../../release/schemas.ts';
import { sharedWorld, type World } from '../world.ts';

const json = (...place: string[]) => JSON.parse(readFileSync(path.join(...place), 'utf8'));
const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'schemas');
const ajv = new Ajv2020({ strict: true });
const published = new Map(
  readdirSync(folder).map((file) => [
    file.replace('.schema.json', ''),
    ajv.compile(json(folder, file)),
  ]),
);

type Name = keyof typeof manifestSchemas;

/** What the published schema says, and whether the program says the same as it reads. */
function judged(name: Name, value: unknown): boolean {
  const valid = published.get(name)?.(value);
  expect(valid, `${name}: ${JSON.stringify(published.get(name)?.errors)}`).toBe(
    manifestSchemas[name].schema.safeParse(value).success,
  );
  return valid === true;
}

const tombstone: Tombstone = {
  format: 1,
  kind: 'erasure',
  id: '2026-11-24-3f2a9c1b',
  erased_at: '2026-11-24T02:00:00Z',
  ground: 'request',
  reason: 'permintaan',
  records: 1,
  folders: [
    {
      folder: 'releases/2026Q3/v1/vault',
      records: 1,
      files: [
        { name: 'a.parquet', rows: 1, old_sha256: 'a'.repeat(64), new_sha256: 'b'.repeat(64) },
      ],
    },
  ],
  software: { name: 'bukti', version: '0.1.0' },
};

let world: World;
beforeAll(async () => {
  world = await sharedWorld();
});

function manifests(): [Name, Record<string, unknown>][] {
  const { workspace } = world;
  const version = path.join(workspace.releases, '2026Q3', 'v1');
  const internal = path.join(version, 'internal');
  return [
    ['public-manifest', json(workspace.data, 'public', '2026Q3', 'v1', 'manifest.json')],
    ['vault-manifest', json(version, 'vault', 'manifest.json')],
    ...readdirSync(internal).map((name): [Name, Record<string, unknown>] => [
      'internal-manifest',
      json(internal, name, 'manifest.json'),
    ]),
    ['tombstone', tombstone as unknown as Record<string, unknown>],
  ];
}

describe('the published schemas', () => {
  it('are met by the manifests of a release', () => {
    const all = manifests();
    expect(new Set(all.map(([name]) => name))).toEqual(new Set(published.keys()));
    for (const [name, manifest] of all) expect(judged(name, manifest), name).toBe(true);
  });

  it('refuse what the program refuses: each part left out, of another kind, or added', () => {
    for (const [name, manifest] of manifests()) {
      let refused = 0;
      for (const key of Object.keys(manifest)) {
        const { [key]: _, ...without } = manifest;
        if (!judged(name, without)) refused++;
        judged(name, { ...manifest, [key]: { odd: true } });
        judged(name, { ...manifest, [key]: -1 });
      }
      judged(name, { ...manifest, more: 1 });
      expect(refused, name).toBeGreaterThan(7);
    }
    const [first] = manifests();
    // As strict as the reader: not even the address of the schema may be added.
    expect(judged('public-manifest', { ...first?.[1], $schema: 'x' })).toBe(false);
  });
});
