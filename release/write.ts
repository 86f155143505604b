import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renameRetrying } from '../base/atomic-file.ts';
import { BuktiError, type Workspace } from '../base/index.ts';
import { type Session, withSession, withWriteLock } from '../warehouse/index.ts';
import { removeAbandoned } from './abandoned.ts';
import { comparisonFile, storedComparison, writeComparisons } from './comparison-file.ts';
import type { KeyedComparison } from './comparisons.ts';
import type { KeyedRows } from './compute.ts';
import { writeFigures } from './figure-file.ts';
import { figureId } from './figure-id.ts';
import { describeFile, sha256OfFile } from './hashes.ts';
import { writeLabels } from './labels.ts';
import { internalFolder, labelFile, manifestFile, periodFolder } from './places.ts';
import {
  type PublicInput,
  type PublicPart,
  removeUnfinished,
  sealPublic,
  writePublic,
} from './public/write-public.ts';
import { signManifest } from './signing/signature.ts';
import { openSigningKey } from './signing/signing-key.ts';
import type { Label, Manifest, ManifestFile, TableName } from './types.ts';
import { freezeVault, vaultFolder } from './vault/vault.ts';
import { type VaultManifest, writeVaultManifest } from './vault/vault-manifest.ts';

export interface ReleaseContent {
  manifest: Omit<Manifest, 'files'>;
  tables: ReadonlyMap<TableName, KeyedRows>;
  comparisons: readonly KeyedComparison[];
  labels: readonly Label[];
  /** Writes further files beside the tables, and says what the manifest holds of them. */
  further?: (
    folder: string,
    files: ManifestFile[],
  ) => Promise<{ files: { name: string; rows: number }[]; manifest: Partial<Manifest> }>;
}

/**
 * Writes a version under a temporary name; the rename is the seal, so that half a release is never
 * seen and nothing is overwritten.
 * @param session on the warehouse that the figures were computed from; the vault keeps its tables, its temporary
 *   ones are dropped
 * @param contents one a recipient, all of one version; the first one's manifest is returned
 * Each part is signed with the workspace's key.
 * @param open what becomes public; its folder gets its name just before the release
 * @throws BuktiError those of openSigningKey; `release.public.broken`; `release.raced` where another process sealed the same version meanwhile
 */
export async function writeRelease(
  workspace: Workspace,
  session: Session,
  contents: readonly ReleaseContent[],
  open?: PublicInput,
): Promise<Manifest> {
  const { manifest: first } = contents[0] as ReleaseContent;
  const { period, version } = first;
  const parent = periodFolder(workspace, period);
  const final = path.join(parent, `v${version}`);
  const temporary = path.join(parent, `.tmp-v${version}-${process.pid}`);
  const key = openSigningKey(workspace);
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent);
  await removeUnfinished(workspace, period);
  const vault = path.join(temporary, vaultFolder);
  const salt = randomBytes(32).toString('hex');
  let part: PublicPart | undefined;
  try {
    const parts: VaultManifest['parts'] = [];
    const manifests: Manifest[] = [];
    for (const content of contents) {
      const { recipient } = content.manifest;
      const own = internalFolder(workspace, period, version, recipient);
      const inner = path.join(temporary, path.relative(final, own));
      mkdirSync(inner, { recursive: true });
      manifests.push(await writeInto(inner, content));
      signManifest(inner, key);
      const folder = path.relative(final, own).replaceAll('\\', '/');
      parts.push({ folder, sha256: sha256OfFile(path.join(inner, manifestFile)) });
    }
    // What is asked of them is answered; first freezing and then the attack take as much memory.
    await session.dropTemporaryTables();
    const frozen = await freezeVault(workspace, session, vault);
    await session.dropTemporaryTables();
    if (open) {
      const scratch = path.join(parent, `.tmp-v0-${process.pid}`);
      const kept = { folder: vault, salt, parts };
      part = await writePublic(workspace, open, first, kept, key, scratch);
    }
    writeVaultManifest(workspace, vault, {
      ...{ period, version, parts, salt },
      files: [...frozen, ...(part?.files ?? [])],
      ...(part ? { public: part.told } : {}),
    });
    signManifest(vault, key);
    // One at a time: a public folder is never put in the place of another's.
    await withWriteLock(workspace, async () => {
      if (part && !existsSync(final)) sealPublic(part);
      seal(temporary, final, first);
    });
    return manifests[0] as Manifest;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    if (part) rmSync(part.temporary, { recursive: true, force: true });
  }
}

function seal(temporary: string, final: string, { period, version }: ReleaseContent['manifest']) {
  try {
    renameRetrying(temporary, final);
  } catch (error) {
    // A folder with content is never replaced: ENOTEMPTY or EEXIST on POSIX, EPERM on Windows.
    if (!existsSync(final)) throw error;
    throw new BuktiError('release.raced', { period, version: `v${version}` });
  }
}

async function writeInto(folder: string, content: ReleaseContent): Promise<Manifest> {
  const { period, version } = content.manifest;
  const files: ManifestFile[] = [];
  const describe = (name: string, rows: number) => {
    files.push(describeFile(folder, name, rows));
  };
  // One thread: the same figures give the same bytes.
  await withSession({ threads: 1 }, async (session) => {
    for (const [table, rows] of content.tables) {
      const name = `${table}.parquet`;
      const figures = rows.map(([key, row]) => ({ id: figureId(period, version, key), ...row }));
      await writeFigures(session, path.join(folder, name), figures);
      describe(name, figures.length);
    }
    const comparisons = content.comparisons.map((one) => storedComparison(period, version, one));
    await writeComparisons(session, path.join(folder, comparisonFile), comparisons);
    describe(comparisonFile, comparisons.length);
    await writeLabels(session, path.join(folder, labelFile), content.labels);
    describe(labelFile, content.labels.length);
  });
  const further = await content.further?.(folder, files);
  for (const { name, rows } of further?.files ?? []) describe(name, rows);
  const manifest: Manifest = { ...content.manifest, ...further?.manifest, files };
  writeFileSync(path.join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
