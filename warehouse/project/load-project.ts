import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import { nearest } from '../../base/nearest.ts';
import { landingKinds } from '../landing-zone.ts';
import { sqlName } from '../session.ts';
import { compileTests } from './compile-tests.ts';
import { inDependencyOrder } from './graph.ts';
import { Jinja } from './jinja.ts';
import { layeredFiles, type ProjectFile } from './layered-files.ts';
import { readMacros } from './macros.ts';
import { checkConfig, folderConfig, mergeConfig, type NodeConfig } from './node-config.ts';
import { type ProjectSettings, readProjectSettings } from './project-file.ts';
import { type Properties, readProperties } from './properties.ts';
import { type References, templateFunctions } from './references.ts';
import { type Model, type Project, publishedCatalog, type Seed, stageCatalog } from './types.ts';

/** Tables of source `landing`. */
const landingTables = [...landingKinds, 'batch'] as const;

/**
 * Reads and compiles the dbt project of a workspace without touching a database.
 * @throws BuktiError `warehouse.*` naming file and line
 */
export function loadProject(workspace: Workspace, env: NodeJS.ProcessEnv = process.env): Project {
  const settings = readProjectSettings(workspace);
  const files = (folders: string[], ...endings: string[]) =>
    layeredFiles(workspace.models, folders, endings);
  const yamlFolders = [settings.modelPaths, settings.seedPaths, settings.testPaths].flat();
  const properties = readProperties(files(yamlFolders, '.yml', '.yaml').map(({ file }) => file));
  const macros = readMacros([
    ...files(settings.macroPaths, '.sql'),
    ...files(
      settings.testPaths.map((folder) => `${folder}/generic`),
      '.sql',
    ),
  ]);
  const jinja = new Jinja(macros, {
    target: {
      name: 'bukti',
      profile_name: 'bukti',
      type: 'duckdb',
      schema: 'main',
      database: publishedCatalog,
    },
  });

  const seeds = files(settings.seedPaths, '.csv').map((file) => seedOf(file, settings, properties));
  const drafts = files(settings.modelPaths, '.sql').map((file) => draft(file));
  const references: References = {
    project: settings.name,
    nodes: byName([...seeds, ...drafts]),
    sources: new Map(declaredSources(properties).map((s) => [`${s.source}.${s.table}`, s])),
    vars: settings.vars,
    env,
  };
  // Twice: where a model stands (and so its name in SQL) depends on the settings in its own text.
  const models = drafts
    .map((model) => configured(model, settings, properties, jinja, references))
    .filter((model) => model.config.enabled !== false);
  references.nodes = byName([...seeds.filter((s) => s.config.enabled !== false), ...models]);
  for (const model of models) {
    const asked = { refs: new Set<string>(), config: {} };
    const functions = templateFunctions(references, asked);
    const template = { file: model.file, text: model.template };
    const sql = jinja.render(template, functions, { this: model.relation });
    Object.assign(model, { sql: withoutEnd(sql), refs: [...asked.refs] });
  }
  refuseStrayDescriptions(properties, references, drafts);
  return {
    name: settings.name,
    models: inDependencyOrder(models),
    seeds: seeds.filter((seed) => seed.config.enabled !== false),
    sources: [...references.sources.values()],
    tests: compileTests({
      declared: properties.tests,
      singular: files(settings.testPaths, '.sql').filter(
        ({ relative }) => !settings.testPaths.some((at) => relative.startsWith(`${at}/generic/`)),
      ),
      settings,
      references,
      jinja,
      macros,
    }),
  };
}

function byName<N extends Model | Seed>(nodes: N[]): Map<string, N> {
  const map = new Map<string, N>();
  for (const node of nodes) {
    const first = map.get(node.name);
    if (first) {
      const params = { name: node.name, first: first.file, second: node.file };
      throw new BuktiError('warehouse.duplicate', params, exitStatus.usage);
    }
    map.set(node.name, node);
  }
  return map;
}

function seedOf(file: ProjectFile, settings: ProjectSettings, properties: Properties): Seed {
  const name = path.posix.basename(file.relative, '.csv');
  const config = mergeConfig(
    folderConfig('seed', settings.seeds, treePath(settings, file.relative, settings.seedPaths)),
    describedConfig(properties, 'seed', name),
  );
  const published = publishedByMeta(config) ?? false;
  return {
    kind: 'seed',
    name,
    file: file.file,
    config,
    published,
    relation: relationOf(name, published),
    columnTypes: (config.column_types as Record<string, string> | undefined) ?? {},
    delimiter: config.delimiter as string | undefined,
  };
}

function draft({ relative, file }: ProjectFile): Model {
  const name = path.posix.basename(relative, '.sql');
  const template = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const relation = relationOf(name, true);
  const empty = { config: {}, published: true, refs: [], asView: false, sql: '' };
  return { kind: 'model', name, relative, file, template, relation, ...empty };
}

function configured(
  model: Model,
  settings: ProjectSettings,
  properties: Properties,
  jinja: Jinja,
  references: References,
): Model {
  const asked = { refs: new Set<string>(), config: {} as NodeConfig };
  const functions = templateFunctions(references, asked);
  jinja.render({ file: model.file, text: model.template }, functions, { this: model.relation });
  const line = model.template.split('\n').findIndex((text) => /\bconfig\s*\(/.test(text)) + 1;
  checkConfig('model', asked.config, { file: model.file, line: Math.max(1, line) });
  const folders = treePath(settings, model.relative, settings.modelPaths);
  const config = mergeConfig(
    folderConfig('model', settings.models, folders),
    describedConfig(properties, 'model', model.name),
    asked.config,
  );
  const inner = /(^|\/)(staging|intermediate)\//.test(model.relative);
  const published = publishedByMeta(config) ?? !(inner || /^(stg|int)_/.test(model.name));
  const asView = !published && config.materialized !== 'table';
  return { ...model, config, published, asView, relation: relationOf(model.name, published) };
}

/** `meta: {published: true}` puts a seed or a staging model into the published copy, false out of it. */
function publishedByMeta(config: NodeConfig): boolean | undefined {
  const meta = config.meta as { published?: unknown } | undefined;
  return typeof meta?.published === 'boolean' ? meta.published : undefined;
}

/** As dbt counts them: the project's name, the folders below the model path, the file's own name. */
function treePath(settings: ProjectSettings, relative: string, roots: string[]): string[] {
  const root = roots.find((candidate) => relative.startsWith(`${candidate}/`)) ?? '';
  const below = relative
    .slice(root.length)
    .replace(/^\//, '')
    .replace(/\.\w+$/, '');
  return [settings.name, ...below.split('/')];
}

function describedConfig(properties: Properties, kind: 'model' | 'seed', name: string): NodeConfig {
  const own = properties.nodes.filter((node) => node.kind === kind && node.name === name);
  return mergeConfig(...own.map((node) => node.config));
}

function relationOf(name: string, published: boolean): string {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) ? name : sqlName(name);
  return `${published ? publishedCatalog : stageCatalog}.main.${plain}`;
}

function declaredSources(properties: Properties) {
  return properties.sources.map((source) => {
    const known: readonly string[] = landingTables;
    if (source.source !== 'landing' || !known.includes(source.table)) {
      const { file, line } = source;
      const name = `${source.source}.${source.table}`;
      const params = { file, line, name, known: known.join(', ') };
      throw new BuktiError('warehouse.foreign-source', params, exitStatus.usage);
    }
    return { ...source, relation: `${stageCatalog}.landing.${source.table}` };
  });
}

function refuseStrayDescriptions(
  properties: Properties,
  references: References,
  drafts: Model[],
): void {
  const known = new Set([...references.nodes.keys(), ...drafts.map((model) => model.name)]);
  for (const { name, file, line } of properties.nodes) {
    if (known.has(name)) continue;
    const params = { name, file, line, nearest: nearest(name, known) };
    throw new BuktiError('warehouse.unknown-node', params, exitStatus.usage);
  }
}

function withoutEnd(sql: string): string {
  return sql.replace(/[\s;]+$/, '');
}
