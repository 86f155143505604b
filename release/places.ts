import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';

export const manifestFile = 'manifest.json';
export const labelFile = 'label.parquet';

/** The folder of all versions of a period. */
export function periodFolder(workspace: Workspace, period: string): string {
  return path.join(workspace.releases, period);
}

/** Where a version's internal tables for one recipient lie: exact, marked TERBATAS. */
export function internalFolder(
  workspace: Workspace,
  period: string,
  version: number,
  recipient = 'ksp',
): string {
  return path.join(periodFolder(workspace, period), `v${version}`, 'internal', recipient);
}

/** Whom a sealed version has tables for, `ksp` first. */
export function sealedRecipients(workspace: Workspace, period: string, version: number): string[] {
  const folder = path.dirname(internalFolder(workspace, period, version));
  return readdirSync(folder).sort(
    (a, b) => Number(b === 'ksp') - Number(a === 'ksp') || (a < b ? -1 : 1),
  );
}

/** Versions that are sealed, in order; a folder counts from its rename on. */
export function sealedVersions(workspace: Workspace, period: string): number[] {
  const folder = periodFolder(workspace, period);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^v[1-9]\d*$/.test(name))
    .map((name) => Number(name.slice(1)))
    .sort((a, b) => a - b);
}

/** Periods that have a sealed version, in order. */
export function sealedPeriods(workspace: Workspace): string[] {
  if (!existsSync(workspace.releases)) return [];
  return readdirSync(workspace.releases)
    .filter((name) => /^\d{4}Q[1-4]$/.test(name) && sealedVersions(workspace, name).length > 0)
    .sort();
}
