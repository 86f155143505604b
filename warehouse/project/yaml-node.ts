import { readFileSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';

interface Source {
  file: string;
  document: Document;
  lineOf: (node: unknown) => number;
}

/** A place in a YAML file that knows its file and line, so that every complaint can name them. */
export class YamlNode {
  readonly file: string;
  readonly key: string;
  readonly line: number;
  private readonly node: unknown;
  private readonly source: Source;

  private constructor(source: Source, key: string, line: number, node: unknown) {
    const target = isAlias(node) ? node.resolve(source.document) : node;
    this.source = source;
    this.file = source.file;
    this.key = key;
    this.line = line;
    this.node = isScalar(target) && target.value === null ? undefined : target;
  }

  /** @throws BuktiError `warehouse.yaml` */
  static read(file: string): YamlNode {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
    const problem = document.errors[0];
    if (problem) {
      const line = problem.linePos?.[0].line ?? 1;
      const why = problem.message.split(/ at line|\n/)[0] as string;
      throw new BuktiError('warehouse.yaml', { file, line, why }, exitStatus.usage);
    }
    const lineOf = (node: unknown): number =>
      isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    return new YamlNode({ file, document, lineOf }, '', 1, document.contents);
  }

  get exists(): boolean {
    return this.node !== undefined && this.node !== null;
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** The child of a key; one that does not exist where the key is absent. */
  get(key: string): YamlNode {
    const pair = isMap(this.node)
      ? this.node.items.find((item) => scalarText(item.key) === key)
      : undefined;
    const line = pair ? this.source.lineOf(pair.key) : this.line;
    return new YamlNode(this.source, key, line, pair?.value);
  }

  keys(): string[] {
    if (!this.exists) return [];
    if (!isMap(this.node)) throw this.wrong('map');
    return this.node.items.map((item) => scalarText(item.key));
  }

  items(): YamlNode[] {
    if (!this.exists) return [];
    if (!isSeq(this.node)) throw this.wrong('list');
    return this.node.items.map(
      (item) => new YamlNode(this.source, this.key, this.source.lineOf(item), item),
    );
  }

  /** Text of a scalar as written; `undefined` where absent. */
  text(): string | undefined {
    if (!this.exists) return undefined;
    if (!isScalar(this.node)) throw this.wrong('text');
    return String(this.node.value);
  }

  neededText(): string {
    const text = this.text();
    if (text === undefined) throw this.wrong('text');
    return text;
  }

  /** The value as plain JavaScript. */
  value(): unknown {
    return isNode(this.node) ? this.node.toJS(this.source.document) : undefined;
  }

  /** Refuses keys that the runner does not know: a misspelt key would otherwise do nothing. */
  only(known: readonly string[]): void {
    for (const key of this.keys()) {
      if (known.includes(key)) continue;
      const place = { file: this.file, line: this.get(key).line };
      throw new BuktiError(
        'warehouse.unsupported',
        { ...place, feature: key, nearest: suggestion(key, known) },
        exitStatus.usage,
      );
    }
  }

  wrong(expected: string): BuktiError {
    const { file, line, key } = this;
    return new BuktiError('warehouse.yaml-shape', { file, line, key, expected }, exitStatus.usage);
  }
}

function scalarText(node: unknown): string {
  return String(isScalar(node) ? node.value : node);
}
