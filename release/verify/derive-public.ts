import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Period, Workspace } from '../../base/index.ts';
import type { Ledger } from '../../disclosure/index.ts';
import type { MetricsContext } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { draftPublic } from '../public/prepare-public.ts';
import { contentHash } from '../public/public-manifest.ts';
import { fromFile, type RedrawnFile } from '../public/redrawn.ts';
import type { TableDecisions } from '../published/index.ts';
import type { VaultManifest } from '../vault/vault-manifest.ts';
import type { Problem } from './problems.ts';

/**
 * Makes the public files of a version again from its vault: the same cells, at the levels that were decided,
 * with the ledger as it was read and the noise that was drawn again.
 * @param session with the frozen extract
 */
export async function derivePublic(
  session: Session,
  workspace: Workspace,
  context: MetricsContext,
  period: Period,
  asOf: string,
  vault: { folder: string; manifest: VaultManifest },
): Promise<Problem[]> {
  const told = vault.manifest.public;
  if (!told) return [];
  const file = (name: string) => path.join(vault.folder, 'disclosure', name);
  const read = (name: string) => readFileSync(file(name), 'utf8');
  if (!existsSync(file('ledger-read.json'))) {
    return [{ key: 'release.verify.missing', params: { file: file('ledger-read.json') } }];
  }
  const ledger = JSON.parse(read('ledger-read.json')) as Ledger;
  const decisions = parse(read('design.yml')) as TableDecisions;
  const { drawn_again } = JSON.parse(read('gate.json')) as { drawn_again: RedrawnFile };
  const draft = await draftPublic(
    { workspace, session, context, period, asOf },
    { decisions, ledger },
  );
  const tables = draft.protect(fromFile(drawn_again));
  const named = { version: vault.manifest.version, provisional: false, synthetic: false };
  if (contentHash(draft.files(tables, named)) === told.content_sha256) return [];
  return [{ key: 'release.verify.public-differs', params: { folder: vault.folder } }];
}
