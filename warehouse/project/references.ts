import { nearest } from '../../base/nearest.ts';
import { TemplateFault, type TemplateFunction } from './jinja.ts';
import type { NodeConfig } from './node-config.ts';
import type { Model, Seed, Source } from './types.ts';

/** All that a template may point at. */
export interface References {
  project: string;
  nodes: Map<string, Model | Seed>;
  /** By `source.table`. */
  sources: Map<string, Source>;
  vars: Record<string, unknown>;
  env: NodeJS.ProcessEnv;
}

/** What a template asked for while it was rendered. */
export interface Asked {
  refs: Set<string>;
  config: NodeConfig;
}

/** The functions of one template: what they are asked for is noted in `asked`. */
export function templateFunctions(
  references: References,
  asked: Asked,
): Record<string, TemplateFunction> {
  return {
    ref: (args, named) => {
      refuseNamed('ref', named);
      const name = String(args.at(-1) ?? '');
      if (args.length === 2 && args[0] !== references.project) {
        throw new TemplateFault('warehouse.unsupported', { feature: `ref('${args[0]}', …)` }, name);
      }
      const node = references.nodes.get(name);
      if (!node) {
        const near = nearest(name, references.nodes.keys());
        throw new TemplateFault('warehouse.unknown-ref', { name, nearest: near }, name);
      }
      asked.refs.add(name);
      return node.relation;
    },
    source: (args, named) => {
      refuseNamed('source', named);
      const found = references.sources.get(args.join('.'));
      if (found) return found.relation;
      const known = [...references.sources.keys()];
      const params = {
        name: args.join("', '"),
        nearest: nearest(args.join('.'), known).replace('.', "', '"),
      };
      throw new TemplateFault('warehouse.unknown-source', params, String(args.at(-1)));
    },
    config: (args, named) => {
      for (const arg of args) if (arg instanceof Map) Object.assign(asked.config, plain(arg));
      Object.assign(asked.config, plain(named));
      return '';
    },
    var: (args, named) => {
      const name = String(args[0]);
      if (name in references.vars) return references.vars[name];
      const fallback = args.length > 1 ? args[1] : named.get('default');
      if (fallback !== undefined) return fallback;
      throw new TemplateFault('warehouse.unknown-var', { name }, name);
    },
    env_var: (args, named) => {
      const name = String(args[0]);
      const value = references.env[name] ?? args[1] ?? named.get('default');
      if (value !== undefined) return value;
      throw new TemplateFault('warehouse.unknown-env', { name }, name);
    },
  };
}

function refuseNamed(name: string, named: Map<string, unknown>): void {
  const [key] = named.keys();
  if (key === undefined) return;
  throw new TemplateFault('warehouse.unsupported', { feature: `${name}(${key}=…)` }, key);
}

/** Maps, which is how MiniJinja hands over dictionaries, as plain objects. */
function plain(value: unknown): NodeConfig {
  const convert = (inner: unknown): unknown => {
    if (inner instanceof Map) return plain(inner);
    return Array.isArray(inner) ? inner.map(convert) : inner;
  };
  return Object.fromEntries(
    [...(value as Map<string, unknown>)].map(([key, inner]) => [key, convert(inner)]),
  );
}
