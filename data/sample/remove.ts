import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import { readLedger } from '../../warehouse/index.ts';

/**
 * Removes the synthetic sample and all that was made from it: its batches, the warehouse, releases
 * that say `synthetic`, their public side and publications, how fine tables were decided on it, and its files in the inbox. Real batches stay.
 */
export function removeSample(workspace: Workspace): {
  batches: number;
  releases: number;
  files: number;
} {
  const batches = readLedger(workspace).filter((batch) => batch.synthetic);
  for (const batch of batches) rmSync(batch.folder, { recursive: true });
  if (batches.length > 0) rmSync(workspace.warehouse, { recursive: true, force: true });

  const releases = folders(workspace.releases).filter((period) =>
    folders(path.join(workspace.releases, period)).some((version) =>
      isSynthetic(
        path.join(workspace.releases, period, version, 'internal', 'ksp', 'manifest.json'),
      ),
    ),
  );
  for (const period of releases) {
    rmSync(path.join(workspace.releases, period), { recursive: true });
    rmSync(path.join(workspace.publications, period), { recursive: true, force: true });
    rmSync(path.join(workspace.data, 'public', period), { recursive: true, force: true });
  }
  const decided = path.join(workspace.models[0] ?? '', 'publish');
  for (const name of existsSync(decided) ? readdirSync(decided) : []) {
    const file = path.join(decided, name);
    const isDesign = /^design-\d+\.yml$/.test(name);
    if (isDesign && /^synthetic: true$/m.test(readFileSync(file, 'utf8'))) rmSync(file);
  }

  const files = existsSync(workspace.inbox)
    ? readdirSync(workspace.inbox).filter((name) => name.startsWith('SINTETIS-'))
    : [];
  for (const name of files) rmSync(path.join(workspace.inbox, name));
  return { batches: batches.length, releases: releases.length, files: files.length };
}

function folders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function isSynthetic(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { synthetic: boolean }).synthetic;
}
