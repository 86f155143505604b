import path from 'node:path';
import { BuktiError, exitStatus, layered, type Workspace } from '../../base/index.ts';
import { YamlNode } from './yaml-node.ts';

/** dbt_project.yml, as far as the runner heeds it. */
export interface ProjectSettings {
  name: string;
  file: string;
  modelPaths: string[];
  seedPaths: string[];
  macroPaths: string[];
  testPaths: string[];
  vars: Record<string, unknown>;
  /** Subtrees `models:`, `seeds:`, `data_tests:` with `+key` settings by folder. */
  models: YamlNode;
  seeds: YamlNode;
  tests: YamlNode;
}

/** What dbt knows and what changes nothing here. */
const heeded = [
  'name',
  'model-paths',
  'seed-paths',
  'macro-paths',
  'test-paths',
  'vars',
  'models',
  'seeds',
  'tests',
  'data_tests',
];
const harmless = [
  'version',
  'config-version',
  'profile',
  'analysis-paths',
  'snapshot-paths',
  'asset-paths',
  'docs-paths',
  'target-path',
  'log-path',
  'packages-install-path',
  'clean-targets',
  'require-dbt-version',
  'flags',
];

/**
 * Reads dbt_project.yml, the user's where there is one. The option `collective_leave` of bukti.yaml
 * reaches the models as a var of that name.
 * @throws BuktiError `warehouse.no-project`, `warehouse.yaml`, `warehouse.unsupported`
 */
export function readProjectSettings(workspace: Workspace): ProjectSettings {
  const file = layered(workspace.models, 'dbt_project.yml');
  if (!file) {
    const places = workspace.models.join(path.delimiter);
    throw new BuktiError('warehouse.no-project', { places }, exitStatus.usage);
  }
  const root = YamlNode.read(file);
  root.only([...heeded, ...harmless]);
  const name = root.get('name').neededText();
  const paths = (key: string, fallback: string) => {
    const node = root.get(key);
    return node.exists ? node.items().map((item) => item.neededText()) : [fallback];
  };
  const modern = root.get('data_tests');
  return {
    name,
    file,
    modelPaths: paths('model-paths', 'models'),
    seedPaths: paths('seed-paths', 'seeds'),
    macroPaths: paths('macro-paths', 'macros'),
    testPaths: paths('test-paths', 'tests'),
    vars: {
      ...variables(root.get('vars'), name),
      collective_leave: workspace.config.collective_leave,
    },
    models: root.get('models'),
    seeds: root.get('seeds'),
    tests: modern.exists ? modern : root.get('tests'),
  };
}

/** Global vars, with those under the project's own name over them. */
function variables(node: YamlNode, project: string): Record<string, unknown> {
  const all = (node.value() ?? {}) as Record<string, unknown>;
  const own = node.get(project);
  if (!own.isMap) return all;
  const { [project]: _, ...global } = all;
  return { ...global, ...(own.value() as Record<string, unknown>) };
}
