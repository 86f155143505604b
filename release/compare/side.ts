import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, parsePeriod, type Workspace } from '../../base/index.ts';
import { sha256OfFile } from '../hashes.ts';
import { readManifest } from '../open.ts';
import {
  internalFolder,
  manifestFile,
  periodFolder,
  sealedRecipients,
  sealedVersions,
} from '../places.ts';
import type { Manifest } from '../types.ts';
import { vaultFolder } from '../vault/vault.ts';

/** One of two sealed releases that are compared: the tables of one recipient, and their vault. */
export interface Side {
  /** `2026Q3/v1` */
  name: string;
  /** Where its tables lie. */
  folder: string;
  /** The frozen data that its figures were computed from; absent where only tables were handed on. */
  vault: string | undefined;
  manifest: Manifest;
}

/**
 * Finds one side of a comparison, and checks every file of it against its manifest.
 * @param text `2026Q3/v1`, `2026Q3` (its newest version), or a folder: a version, or a part of one
 * @throws BuktiError `release.compare.unknown`, `release.none`, `release.no-version`,
 *   `release.no-recipient`, `release.damaged`
 */
export function sideOf(workspace: Workspace, text: string, recipient: string): Side {
  const found = byName(workspace, text, recipient) ?? byFolder(text, recipient);
  if (!found) throw new BuktiError('release.compare.unknown', { text }, exitStatus.usage);
  const { folder } = found;
  const manifest = readManifest(folder);
  if (typeof manifest.recipient !== 'string' || !Array.isArray(manifest.files)) {
    throw new BuktiError('release.compare.unknown', { text }, exitStatus.usage);
  }
  for (const { name, sha256 } of manifest.files) {
    const file = path.join(folder, name);
    if (!existsSync(file) || sha256OfFile(file) !== sha256) {
      throw new BuktiError('release.damaged', { file });
    }
  }
  const { period, version } = manifest;
  return { name: `${period}/v${version}`, folder, vault: vaultBeside(folder), manifest };
}

function byName(workspace: Workspace, text: string, recipient: string) {
  const [, quarter = '', number] = /^([^/]+?)(?:\/v?([1-9]\d*))?$/i.exec(text.trim()) ?? [];
  const period = parsePeriod(quarter);
  if (period?.kind !== 'quarter') return undefined;
  const versions = sealedVersions(workspace, period.id);
  const version = number === undefined ? versions.at(-1) : Number(number);
  if (version === undefined) {
    const place = periodFolder(workspace, period.id);
    throw new BuktiError('release.none', { period: period.id, place });
  }
  if (!versions.includes(version)) {
    const known = versions.map((one) => `v${one}`).join(', ') || '-';
    throw new BuktiError('release.no-version', {
      ...{ period: period.id, version: `v${version}`, known },
    });
  }
  const folder = internalFolder(workspace, period.id, version, recipient);
  if (!existsSync(folder)) {
    throw new BuktiError('release.no-recipient', {
      ...{ period: period.id, version: `v${version}`, recipient },
      known: sealedRecipients(workspace, period.id, version).join(', '),
    });
  }
  return { folder };
}

/** A version's folder, or that of one recipient, wherever it was copied to. */
function byFolder(text: string, recipient: string) {
  const folder = path.resolve(text);
  return [folder, path.join(folder, 'internal', recipient)]
    .filter((one) => existsSync(path.join(one, manifestFile)))
    .map((one) => ({ folder: one }))
    .at(-1);
}

function vaultBeside(folder: string): string | undefined {
  const parent = path.dirname(folder);
  const version = path.basename(parent) === 'internal' ? path.dirname(parent) : parent;
  const vault = path.join(version, vaultFolder);
  return existsSync(path.join(vault, manifestFile)) ? vault : undefined;
}
