import { BuktiError, exitStatus } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import type { YamlNode } from './yaml-node.ts';

/** Settings of a model, seed or test, from dbt_project.yml, its own YAML entry or `config()`. */
export type NodeConfig = Record<string, unknown>;

/** Which settings the runner heeds (or which, as documentation, change nothing). */
const configKeys = {
  model: ['materialized', 'meta', 'tags', 'enabled', 'docs'],
  seed: ['column_types', 'meta', 'tags', 'enabled', 'docs', 'quote_columns', 'delimiter'],
  test: ['severity', 'where', 'meta', 'tags', 'enabled'],
} as const;
export type ConfigKind = keyof typeof configKeys;

interface Place {
  file: string;
  line: number;
}

/** @throws BuktiError `warehouse.unsupported` for a setting or value that the runner does not know */
export function checkConfig(kind: ConfigKind, config: NodeConfig, place: Place): NodeConfig {
  const refuse = (feature: string, known: readonly string[]) =>
    new BuktiError(
      'warehouse.unsupported',
      { ...place, feature, nearest: suggestion(feature.replace(/^.*=/, ''), known) },
      exitStatus.usage,
    );
  const known: readonly string[] = configKeys[kind];
  for (const key of Object.keys(config)) if (!known.includes(key)) throw refuse(key, known);
  const values: Record<string, unknown[]> = {
    materialized: ['view', 'table', 'ephemeral'],
    severity: ['error', 'warn'],
    enabled: [true, false],
  };
  for (const [key, allowed] of Object.entries(values)) {
    const value = config[key];
    const plain = typeof value === 'string' && key === 'severity' ? value.toLowerCase() : value;
    if (value !== undefined && !allowed.includes(plain)) {
      throw refuse(`${key}=${String(value)}`, allowed.map(String));
    }
  }
  return config;
}

/**
 * The settings that dbt_project.yml gives a file by its folders: `+key`, or `key` where that is the
 * name of a setting; the deeper folder wins.
 * @param folders e.g. `['staging', 'lapor']`, the project's name in front
 */
export function folderConfig(kind: ConfigKind, tree: YamlNode, folders: string[]): NodeConfig {
  let config: NodeConfig = {};
  let node = tree;
  for (const folder of ['', ...folders]) {
    if (folder) node = node.get(folder);
    if (!node.isMap) break;
    config = mergeConfig(config, ownSettings(kind, node));
  }
  return config;
}

function ownSettings(kind: ConfigKind, node: YamlNode): NodeConfig {
  const own: NodeConfig = {};
  const known: readonly string[] = configKeys[kind];
  for (const key of node.keys()) {
    if (!key.startsWith('+') && !known.includes(key)) continue;
    const name = key.replace(/^\+/, '');
    const place = { file: node.file, line: node.get(key).line };
    Object.assign(own, checkConfig(kind, { [name]: node.get(key).value() }, place));
  }
  return own;
}

/** Later settings win; `meta` and `column_types` are joined key by key, as dbt does. */
export function mergeConfig(...configs: NodeConfig[]): NodeConfig {
  const merged: NodeConfig = {};
  for (const config of configs) {
    for (const [key, value] of Object.entries(config)) {
      const joined = key === 'meta' || key === 'column_types';
      merged[key] = joined ? { ...(merged[key] as object), ...(value as object) } : value;
    }
  }
  return merged;
}
