import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import { sealedVersions } from '../places.ts';

/** The root of all that passed the gate; it says nothing of anything else. */
export function publicRoot(workspace: Pick<Workspace, 'data'>): string {
  return path.join(workspace.data, 'public');
}

/** Where a version's public files lie. */
export function publicFolder(
  workspace: Pick<Workspace, 'data'>,
  period: string,
  version: number,
): string {
  return path.join(publicRoot(workspace), period, `v${version}`);
}

/** Versions of a period that are public: those whose sealed release is there too. */
export function publicVersions(workspace: Workspace, period: string): number[] {
  return sealedVersions(workspace, period).filter((version) =>
    existsSync(publicFolder(workspace, period, version)),
  );
}

/** Public folders without their sealed release: unfinished, never to be shown. */
export function unfinishedVersions(workspace: Workspace, period: string): number[] {
  const folder = path.join(publicRoot(workspace), period);
  if (!existsSync(folder)) return [];
  const sealed = new Set(sealedVersions(workspace, period));
  return readdirSync(folder)
    .filter((name) => /^v[1-9]\d*$/.test(name))
    .map((name) => Number(name.slice(1)))
    .filter((version) => !sealed.has(version));
}
