import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import type { ManifestFile } from '../types.ts';
import { describe } from './extract.ts';

export const modelsFolder = 'models';

/**
 * Copies the catalogue of metrics and its families as the release used them: the user's files over the
 * shipped ones. What a metric means then can be read, and computed, when the catalogue has moved on.
 */
export function freezeCatalogue(workspace: Workspace, vault: string): ManifestFile[] {
  const names = new Set<string>();
  for (const layer of [...workspace.models].reverse()) {
    const root = path.join(layer, 'metrics');
    if (!existsSync(root)) continue;
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.yml')) continue;
      const target = path.join(vault, modelsFolder, 'metrics', name);
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(path.join(root, name), target);
      names.add(name.replaceAll('\\', '/'));
    }
  }
  return [...names].sort().map((name) => describe(vault, `${modelsFolder}/metrics/${name}`, 1));
}
