import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Lang } from '../base/locale.ts';
import type { Workspace } from '../base/workspace.ts';
import { isCurrent, publishedInfo, readLedger } from '../warehouse/index.ts';
import { inboxFiles } from './inbox.ts';

/** Where a workspace stands, and the one command that brings it further. */
export interface State {
  folder: string;
  synthetic: boolean;
  /** Files of the inbox that have not landed. */
  waiting: string[];
  batches: number;
  rows: number;
  knownTo: string | null;
  warehouse: 'none' | 'old' | 'current';
  release: { period: string; version: number; asOf: string } | null;
  page: string | null;
  next: string;
}

export async function findState(workspace: Workspace, lang: Lang): Promise<State> {
  const ledger = readLedger(workspace);
  const active = ledger.filter((batch) => !batch.superseded);
  const taken = new Set(ledger.map((batch) => batch.input_sha256));
  const waiting: string[] = [];
  for (const file of inboxFiles(workspace)) {
    if (!taken.has(await sha256(file))) waiting.push(path.basename(file));
  }
  const warehouse = warehouseState(workspace);
  const release = latestRelease(workspace);
  const page = release && pageOf(workspace, release, lang);
  return {
    folder: workspace.root,
    synthetic: active.some((batch) => batch.synthetic),
    waiting,
    batches: active.length,
    rows: active.reduce((sum, batch) => sum + batch.counts.landed, 0),
    knownTo:
      active
        .map((batch) => batch.known_at)
        .sort()
        .at(-1) ?? null,
    warehouse,
    release,
    page,
    next: nextCommand(active.length, waiting.length, warehouse, page !== null),
  };
}

function nextCommand(
  batches: number,
  waiting: number,
  warehouse: State['warehouse'],
  page: boolean,
) {
  if (batches === 0 && waiting === 0) return 'bukti run --sample';
  if (waiting > 0 || warehouse !== 'current' || !page) return 'bukti run';
  return 'bukti metrics received_valid --by province';
}

function warehouseState(workspace: Workspace): State['warehouse'] {
  if (!publishedInfo(workspace)) return 'none';
  return isCurrent(workspace) ? 'current' : 'old';
}

function latestRelease(workspace: Workspace): State['release'] {
  const manifests = folders(workspace.releases)
    .sort()
    .reverse()
    .flatMap((period) =>
      folders(path.join(workspace.releases, period))
        .sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)))
        .map((version) =>
          path.join(workspace.releases, period, version, 'internal', 'ksp', 'manifest.json'),
        ),
    );
  const file = manifests.find((manifest) => existsSync(manifest));
  if (!file) return null;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    period: string;
    version: number;
    as_of: string;
  };
  return { period: manifest.period, version: manifest.version, asOf: manifest.as_of };
}

function pageOf(
  workspace: Workspace,
  release: { period: string; version: number },
  lang: Lang,
): string | null {
  const folder = path.join(workspace.publications, release.period);
  const name = `ksp-${release.period}-v${release.version}.${lang}.html`;
  return existsSync(path.join(folder, name)) ? path.join(folder, name) : null;
}

function folders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(v\d+|\d{4}Q\d)$/.test(entry.name))
    .map((entry) => entry.name);
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
