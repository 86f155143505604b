import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, configFileName, readConfig } from './config.ts';
import { packageRoot } from './package-root.ts';

/**
 * Where everything of one installation lies. All code takes a Workspace; nothing finds a user's file
 * relative to itself. A user's models, seeds and mappings lie over the shipped ones, file by file.
 */
export interface Workspace {
  root: string;
  config: Config;
  data: string;
  inbox: string;
  landing: string;
  warehouse: string;
  releases: string;
  /** Documents made from sealed releases. */
  publications: string;
  /** The key file, outside the data. */
  keys: string;
  /** The key that releases are signed with, beside the key file. */
  signingKey: string;
  /** The user's folder over the shipped one; look files up with `layered`. */
  models: string[];
  mappings: string[];
  /** Saved queries. */
  queries: string[];
}

function findRoot(start: string): string {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, configFileName))) return folder;
    if (path.dirname(folder) === folder) return start;
  }
}

/**
 * Opens the workspace of a folder: the nearest one upward that holds bukti.yaml, else the folder
 * itself with the defaults. Writes nothing.
 * @throws BuktiError `config.*` where bukti.yaml is wrong
 */
export function openWorkspace(
  folder: string = process.cwd(),
  env: NodeJS.ProcessEnv = process.env,
): Workspace {
  const root = findRoot(path.resolve(folder));
  const config = readConfig(root);
  const at = (target: string) => path.resolve(root, target);
  const data = at(config.data);
  const shipped = packageRoot();
  const keys = env.BUKTI_KEYS ? path.resolve(env.BUKTI_KEYS) : keysPath(root, config, env);
  const layers = (own: string, name: string) => {
    const both = [at(own), path.join(shipped, name)];
    return [...new Set(both)];
  };
  return {
    root,
    config,
    data,
    inbox: path.join(data, 'inbox'),
    landing: path.join(data, 'landing'),
    warehouse: path.join(data, 'warehouse'),
    releases: path.join(data, 'releases'),
    publications: path.join(data, 'publications'),
    keys,
    signingKey: config.signing_key
      ? at(config.signing_key)
      : `${keys.replace(/(\.keys)?\.json$/, '')}.signing.pem`,
    models: layers(config.models, 'models'),
    mappings: layers(config.mappings, 'mappings'),
    queries: layers('queries', 'queries'),
  };
}

function keysPath(root: string, config: Config, env: NodeJS.ProcessEnv): string {
  if (config.keys) return path.resolve(root, config.keys);
  const home = env.HOME || env.USERPROFILE || root;
  const base =
    process.platform === 'win32'
      ? env.APPDATA || path.join(home, 'AppData', 'Roaming')
      : env.XDG_CONFIG_HOME || path.join(home, '.config');
  return path.join(base, 'bukti', 'bukti.keys.json');
}

/** The first layer's copy of a file (`layered(workspace.models, 'seeds', 'status.csv')`). */
export function layered(layers: string[], ...parts: string[]): string | undefined {
  return layers.map((layer) => path.join(layer, ...parts)).find((file) => existsSync(file));
}
