import path from 'node:path';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { modelsFolder } from './models.ts';
import type { VaultManifest } from './vault-manifest.ts';

/** The catalogue of metrics and the configuration that a release was made with. */
export function frozenWorkspace(vault: string, manifest: VaultManifest): Workspace {
  const workspace = openWorkspace(vault, {});
  const release = { ...workspace.config.release, as_of_working_days: manifest.as_of_working_days };
  return {
    ...workspace,
    config: { ...workspace.config, release },
    models: [path.join(vault, modelsFolder)],
  };
}
