import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { openSigningKey, problemsOf, readPublicKey, verifyReleases } from '../../release/index.ts';
import { sealedWorkspace } from './sealed.ts';

let workspace: Workspace;
let remove: (() => void) | undefined;
let version: string;
beforeAll(async () => {
  ({ workspace, remove } = await sealedWorkspace());
  version = path.join(workspace.releases, '2026Q3', 'v1');
  // What follows needs no warehouse.
  rmSync(workspace.warehouse, { recursive: true });
});
afterAll(() => remove?.());

/** The keys of what is not as it was sealed, of a copy that was tampered with. */
async function after(tamper: (copy: string) => void, part = '.'): Promise<string[]> {
  const copy = path.join(workspace.root, 'salinan', 'v1');
  rmSync(copy, { recursive: true, force: true });
  cpSync(version, copy, { recursive: true });
  tamper(copy);
  return problemsOf(await verifyReleases(path.join(copy, part))).map(({ key }) => key);
}

it('computes every figure again from the vault, and trusts the key that it is given', async () => {
  const { publicKey } = openSigningKey(workspace);
  const checked = await verifyReleases(workspace.releases, { trusted: [publicKey] });
  expect(problemsOf(checked)).toEqual([]);
  expect(checked.derivations).toHaveLength(1);
  expect(checked.derivations[0]?.figures).toBeGreaterThan(1000);
  expect(checked.parts.map(({ signature }) => signature?.outcome)).toEqual(
    checked.parts.map(() => 'trusted'),
  );
});

it('says which: one byte, one missing file, one more, a manifest', async () => {
  const ksp = path.join('internal', 'ksp');
  const inKsp = (copy: string, name: string) => path.join(copy, ksp, name);
  expect(await after((copy) => appendFileSync(inKsp(copy, 'by_sex.parquet'), 'x'), ksp)).toEqual([
    'release.verify.changed',
  ]);
  expect(await after((copy) => rmSync(inKsp(copy, 'by_sex.parquet')), ksp)).toEqual([
    'release.verify.missing',
  ]);
  expect(await after((copy) => writeFileSync(inKsp(copy, 'lain.csv'), ''), ksp)).toEqual([
    'release.verify.unlisted',
  ]);
  expect(await after((copy) => appendFileSync(inKsp(copy, 'manifest.json'), ' '), ksp)).toEqual([
    'release.verify.signature-wrong',
  ]);
  expect(await after((copy) => writeFileSync(inKsp(copy, 'manifest.json'), '{'), ksp)).toEqual([
    'release.verify.manifest',
  ]);
});

it('refuses a signature by another key, and a folder without a release', async () => {
  const other = path.join(workspace.root, 'lain.pem');
  const { publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(other, publicKey.export({ type: 'spki', format: 'pem' }));
  const checked = await verifyReleases(path.join(version, 'internal', 'ksp'), {
    trusted: [readPublicKey(other)],
  });
  expect(problemsOf(checked).map(({ key }) => key)).toEqual(['release.verify.wrong-key']);
  await expect(verifyReleases(path.join(workspace.root, 'kosong'))).rejects.toThrow(/manifest/);
  writeFileSync(other, 'rahasia');
  expect(() => readPublicKey(other)).toThrow(/Ed25519/);
});
