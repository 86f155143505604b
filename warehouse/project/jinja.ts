import { Environment } from 'minijinja-js';
import { BuktiError, exitStatus, type MessageKey, type MessageParams } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import { type MacroLibrary, withoutComments } from './macros.ts';

export interface Template {
  file: string;
  text: string;
}

/** What a template function gets: positional arguments and those given by name. */
export type TemplateFunction = (args: unknown[], named: Map<string, unknown>) => unknown;

/**
 * What a template function throws: the renderer adds file and line, which it finds by looking for
 * `needle`, quoted, in the template.
 */
export class TemplateFault extends Error {
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly needle: string;

  constructor(key: MessageKey, params: MessageParams, needle: string) {
    super(key);
    this.key = key;
    this.params = params;
    this.needle = needle;
  }
}

const current = 'template.sql';
const library = 'macros';
const functionNames = ['ref', 'source', 'config', 'var', 'env_var'];

/**
 * Renders templates with MiniJinja. A function called from a template must not throw, since that
 * breaks the WebAssembly module for good: what it throws is kept and thrown after the rendering.
 */
export class Jinja {
  private readonly environment = new Environment();
  private readonly macros: MacroLibrary;
  private readonly imports: string;
  private functions: Record<string, TemplateFunction> = {};
  private thrown: unknown;

  constructor(macros: MacroLibrary, globals: Record<string, unknown>) {
    this.macros = macros;
    this.environment.enablePyCompat();
    this.environment.undefinedBehavior = 'strict';
    this.environment.keepTrailingNewline = true;
    this.environment.debug = true;
    for (const name of functionNames) this.environment.addGlobal(name, this.callback(name));
    for (const [name, value] of Object.entries(globals)) this.environment.addGlobal(name, value);
    // In front of the first line, so that the lines keep their numbers.
    this.imports = macros.names.length
      ? `{% from "${library}" import ${macros.names.join(', ')} %}`
      : '';
    this.guarded({ file: '', text: '' }, () => this.environment.addTemplate(library, macros.text));
  }

  /** @throws BuktiError that names file and line */
  render(
    template: Template,
    functions: Record<string, TemplateFunction>,
    values: Record<string, unknown> = {},
  ): string {
    this.functions = functions;
    for (const [name, value] of Object.entries(values)) this.environment.addGlobal(name, value);
    const source = this.imports + template.text;
    return this.guarded(template, () => this.environment.renderNamedStr(current, source, {}));
  }

  private callback(name: string) {
    return (...args: unknown[]): unknown => {
      if (this.thrown) return '';
      const last = args.at(-1);
      const named = last instanceof Map ? (last as Map<string, unknown>) : new Map();
      try {
        const call = this.functions[name];
        if (!call) throw new TemplateFault('warehouse.unsupported', { feature: name }, name);
        return call(last instanceof Map ? args.slice(0, -1) : args, named);
      } catch (error) {
        this.thrown = error;
        return '';
      }
    };
  }

  private guarded<T>(template: Template, work: () => T): T {
    this.thrown = undefined;
    let result: T | undefined;
    let failure: unknown;
    try {
      result = work();
    } catch (error) {
      failure = error;
    }
    if (this.thrown) throw this.placed(template, this.thrown);
    if (failure) throw this.translated(template, failure);
    return result as T;
  }

  private placed(template: Template, fault: unknown): unknown {
    if (!(fault instanceof TemplateFault)) return fault;
    const quoted = (text: string) =>
      withoutComments(text)
        .split('\n')
        .findIndex(
          (line) => line.includes(`'${fault.needle}'`) || line.includes(`"${fault.needle}"`),
        );
    const own = quoted(template.text);
    const shared = own < 0 ? quoted(this.macros.text) : -1;
    const place =
      shared < 0
        ? { file: template.file, line: Math.max(own, 0) + 1 }
        : this.macros.locate(shared + 1);
    const params = { nearest: '-', ...fault.params, ...place };
    return new BuktiError(fault.key, params, exitStatus.usage);
  }

  /** MiniJinja's error as one of our sentences; its debug text carries the place and the marker. */
  private translated(template: Template, failure: unknown): BuktiError {
    const text = failure instanceof Error ? failure.message : String(failure);
    const [head = ''] = text.split('\n');
    const [, what = head, where, at] = /^(.*?)(?: \(in ([\w.]+):(\d+)\))?$/.exec(head) ?? [];
    const line = Number(at ?? 1);
    const place = where === library ? this.macros.locate(line) : { file: template.file, line };
    const usage = exitStatus.usage;
    const statement = /unknown statement (\w+)/.exec(what)?.[1];
    if (statement) return this.unsupported(`{% ${statement} %}`, place);
    if (/^unknown (function|method|filter|test)|is not callable/.test(what)) {
      return this.unsupported(marked(text) ?? what, place);
    }
    if (what.startsWith('undefined value')) {
      const name = marked(text) ?? '?';
      return new BuktiError('warehouse.undefined', { ...place, name }, usage);
    }
    return new BuktiError('warehouse.template', { ...place, why: what }, usage);
  }

  private unsupported(feature: string, place: { file: string; line: number }): BuktiError {
    const names = [...functionNames, ...this.macros.names];
    const params = { ...place, feature, nearest: suggestion(feature, names) };
    return new BuktiError('warehouse.unsupported', params, exitStatus.usage);
  }
}

/** The name at which MiniJinja's marker points, with what it hangs on: `adapter.dispatch`. */
function marked(debugText: string): string | undefined {
  const lines = debugText.split('\n');
  const marker = lines.findIndex((line) => /^\s+i\s+\^/.test(line));
  const source = lines[marker - 1];
  if (marker < 1 || !source) return undefined;
  const start = (lines[marker] as string).indexOf('^');
  const before = /[\w.]*$/.exec(source.slice(0, start))?.[0] ?? '';
  const from = /^[\w.]*/.exec(source.slice(start))?.[0] ?? '';
  return before + from || undefined;
}
