import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../base/index.ts';
import { describeFile } from '../hashes.ts';
import type { ManifestFile } from '../types.ts';

export const modelsFolder = 'models';

/** Every file of the catalogue of metrics: the layer that it stands in, the name below `metrics/`. */
export function metricFiles(workspace: Workspace): { root: string; name: string }[] {
  return filesBelow(workspace, 'metrics');
}

function filesBelow(workspace: Workspace, folder: string): { root: string; name: string }[] {
  return workspace.models.flatMap((layer) => {
    const root = path.join(layer, folder);
    if (!existsSync(root)) return [];
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .map((name) => ({ root, name: name.replaceAll('\\', '/') }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/**
 * Copies the catalogue of metrics with its families, and that of published tables, as the release used them: the
 * user's files over the shipped ones. What a metric means then can be read, and computed, when the catalogue has
 * moved on.
 */
export function freezeCatalogue(workspace: Workspace, vault: string): ManifestFile[] {
  return ['metrics', 'publish'].flatMap((folder) => {
    const names = new Set<string>();
    for (const { root, name } of filesBelow(workspace, folder).reverse()) {
      const target = path.join(vault, modelsFolder, folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(path.join(root, name), target);
      names.add(name);
    }
    return [...names]
      .sort()
      .map((name) => describeFile(vault, `${modelsFolder}/${folder}/${name}`, 1));
  });
}
