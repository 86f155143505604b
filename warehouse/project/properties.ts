import { BuktiError, exitStatus } from '../../base/index.ts';
import { checkConfig, type NodeConfig } from './node-config.ts';
import { YamlNode } from './yaml-node.ts';

/** A data test as declared: its name, its arguments and where it stands. */
export interface DeclaredTest {
  /** Model, seed or `source.table` that it is about. */
  node: string;
  nodeKind: 'model' | 'seed' | 'source';
  column: string | undefined;
  test: string;
  arguments: YamlNode;
  config: NodeConfig;
  file: string;
  line: number;
}

export interface DeclaredSource {
  source: string;
  table: string;
  columns: { name: string; type: string; file: string; line: number }[];
  file: string;
  line: number;
}

interface DeclaredNode {
  name: string;
  kind: 'model' | 'seed';
  config: NodeConfig;
  file: string;
  line: number;
}

/** What all YAML files of the project say about its nodes. */
export interface Properties {
  nodes: DeclaredNode[];
  sources: DeclaredSource[];
  tests: DeclaredTest[];
}

const documentation = ['macros', 'exposures', 'analyses', 'groups'];
const described = ['name', 'description', 'config', 'columns', 'tests', 'data_tests', 'meta'];
const testWords = ['arguments', 'config', 'name', 'description', 'severity', 'where', 'test_name'];

/** @throws BuktiError `warehouse.yaml`, `warehouse.yaml-shape`, `warehouse.unsupported` */
export function readProperties(files: string[]): Properties {
  const all: Properties = { nodes: [], sources: [], tests: [] };
  for (const file of files) {
    const root = YamlNode.read(file);
    root.only(['version', 'models', 'seeds', 'sources', ...documentation]);
    for (const node of root.get('models').items()) readNode(node, 'model', all);
    for (const node of root.get('seeds').items()) readNode(node, 'seed', all);
    for (const node of root.get('sources').items()) readSource(node, all);
  }
  return all;
}

function readNode(node: YamlNode, kind: 'model' | 'seed', all: Properties): void {
  node.only([...described, 'docs', 'tags']);
  const name = node.get('name').neededText();
  const { file, line } = node;
  const config = node.get('config');
  const own = (config.value() ?? {}) as NodeConfig;
  const meta = node.get('meta').value();
  checkConfig(kind, own, { file, line: config.line });
  all.nodes.push({ name, kind, config: meta ? { meta, ...own } : own, file, line });
  readTests(node, name, kind, undefined, all);
  for (const column of node.get('columns').items()) {
    column.only([...described, 'data_type', 'quote', 'tags']);
    readTests(column, name, kind, column.get('name').neededText(), all);
  }
}

function readSource(node: YamlNode, all: Properties): void {
  node.only(['name', 'description', 'schema', 'database', 'meta', 'tags', 'config', 'tables']);
  const source = node.get('name').neededText();
  for (const table of node.get('tables').items()) {
    table.only([...described, 'identifier', 'tags', 'external']);
    const name = table.get('name').neededText();
    const columns: DeclaredSource['columns'] = [];
    for (const column of table.get('columns').items()) {
      column.only([...described, 'data_type', 'quote', 'tags']);
      const type = column.get('data_type').text() ?? 'VARCHAR';
      const { file, line } = column;
      columns.push({ name: column.get('name').neededText(), type, file, line });
      readTests(column, `${source}.${name}`, 'source', columns.at(-1)?.name, all);
    }
    readTests(table, `${source}.${name}`, 'source', undefined, all);
    all.sources.push({ source, table: name, columns, file: table.file, line: table.line });
  }
}

function readTests(
  holder: YamlNode,
  node: string,
  nodeKind: DeclaredTest['nodeKind'],
  column: string | undefined,
  all: Properties,
): void {
  const lists = [...holder.get('data_tests').items(), ...holder.get('tests').items()];
  for (const item of lists) all.tests.push(readTest(item, { node, nodeKind, column }));
}

function readTest(
  item: YamlNode,
  about: Pick<DeclaredTest, 'node' | 'nodeKind' | 'column'>,
): DeclaredTest {
  const { file, line } = item;
  if (!item.isMap) {
    return { ...about, test: item.neededText(), arguments: item, config: {}, file, line };
  }
  const long = item.get('test_name').exists;
  const test = long ? item.get('test_name').neededText() : (item.keys()[0] as string);
  const body = long ? item : item.get(test);
  const config = { ...(body.get('config').value() as NodeConfig | undefined) };
  for (const key of ['severity', 'where']) {
    if (body.get(key).exists) config[key] = body.get(key).value();
  }
  checkConfig('test', config, { file, line });
  if (item.keys().length > 1 && !long) {
    const feature = item.keys()[1] as string;
    throw new BuktiError(
      'warehouse.unsupported',
      { file, line: item.get(feature).line, feature, nearest: 'arguments' },
      exitStatus.usage,
    );
  }
  return { ...about, test, arguments: body, config, file, line };
}

/** The arguments of a test, under `arguments:` (dbt 1.10 and later) or beside its settings. */
export function testArguments(test: DeclaredTest): Map<string, YamlNode> {
  const body = test.arguments;
  const found = new Map<string, YamlNode>();
  if (!body.isMap) return found;
  const nested = body.get('arguments');
  for (const key of nested.keys()) found.set(key, nested.get(key));
  for (const key of body.keys()) if (!testWords.includes(key)) found.set(key, body.get(key));
  return found;
}
