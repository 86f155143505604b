import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { nearest } from '../../base/nearest.ts';
import { sqlName, sqlString } from '../session.ts';
import type { Jinja } from './jinja.ts';
import type { ProjectFile } from './layered-files.ts';
import type { MacroLibrary } from './macros.ts';
import { checkConfig, folderConfig, mergeConfig, type NodeConfig } from './node-config.ts';
import type { ProjectSettings } from './project-file.ts';
import { type DeclaredTest, testArguments } from './properties.ts';
import { type References, templateFunctions } from './references.ts';
import type { DataTest } from './types.ts';

export interface TestInputs {
  declared: DeclaredTest[];
  singular: ProjectFile[];
  settings: ProjectSettings;
  references: References;
  jinja: Jinja;
  macros: MacroLibrary;
}

const builtIn = ['not_null', 'unique', 'accepted_values', 'relationships'];

/**
 * Every data test as a query that counts failing rows.
 * @throws BuktiError `warehouse.unknown-test`, `warehouse.test-arguments`, `warehouse.unknown-ref`
 */
export function compileTests(inputs: TestInputs): DataTest[] {
  const taken = new Set<string>();
  const unique = (id: string): string => {
    const safe = id.replaceAll(/\W+/g, '_');
    let name = safe;
    for (let n = 2; taken.has(name); n += 1) name = `${safe}_${n}`;
    taken.add(name);
    return name;
  };
  const tests: DataTest[] = [];
  for (const declared of inputs.declared) {
    const test = compileGeneric(inputs, declared);
    if (test) tests.push({ ...test, id: unique(test.id) });
  }
  for (const file of inputs.singular) {
    const test = compileSingular(inputs, file);
    if (test) tests.push({ ...test, id: unique(test.id) });
  }
  return tests;
}

function compileGeneric(inputs: TestInputs, declared: DeclaredTest): DataTest | undefined {
  const { references, macros, settings } = inputs;
  const relation = relationOf(references, declared);
  if (relation === undefined) return undefined;
  const custom = macros.tests.includes(declared.test);
  const { test: name, file, line } = declared;
  if (!custom && !builtIn.includes(name)) {
    const params = { name, file, line, nearest: nearest(name, [...builtIn, ...macros.tests]) };
    throw new BuktiError('warehouse.unknown-test', params, exitStatus.usage);
  }
  let config = mergeConfig(folderConfig('test', settings.tests, [settings.name]), declared.config);
  const from = config.where
    ? `(SELECT * FROM ${relation} WHERE ${String(config.where)}) AS dbt_subquery`
    : relation;
  let check: DataTest['check'];
  if (custom) {
    const rendered = renderCustom(inputs, declared, from);
    config = mergeConfig(rendered.config, config);
    check = countOf(rendered.sql);
  } else {
    check = builtInCheck(inputs, declared, from);
  }
  if (config.enabled === false) return undefined;
  return {
    id: [name, declared.node, declared.column].filter(Boolean).join('_'),
    name,
    model: declared.node,
    column: declared.column ?? null,
    severity: severityOf(config),
    file,
    line,
    check,
  };
}

/** Undefined for a model that is switched off. */
function relationOf(references: References, declared: DeclaredTest): string | undefined {
  if (declared.nodeKind === 'source') return references.sources.get(declared.node)?.relation;
  return references.nodes.get(declared.node)?.relation;
}

function builtInCheck(inputs: TestInputs, declared: DeclaredTest, from: string): DataTest['check'] {
  const needed = (name: string) => {
    const node = testArguments(declared).get(name);
    if (node) return node;
    throw missing(declared, name);
  };
  if (declared.column === undefined && !testArguments(declared).has('column_name')) {
    throw missing(declared, 'column_name');
  }
  const column = columnName(declared.column ?? needed('column_name').neededText());
  switch (declared.test) {
    case 'not_null':
      return { kind: 'aggregate', from, sql: `count(*) - count(${column})` };
    case 'unique':
      return {
        kind: 'query',
        sql: `SELECT count(${column}) - count(DISTINCT ${column}) FROM ${from}`,
      };
    case 'accepted_values': {
      const quote = testArguments(declared).get('quote')?.value() !== false;
      const values = needed('values')
        .items()
        .map((value) => (quote ? sqlString(value.neededText()) : value.neededText()));
      const sql = `count(*) FILTER (WHERE ${column} NOT IN (${values.join(', ')}))`;
      return { kind: 'aggregate', from, sql };
    }
    default: {
      const parent = renderedText(inputs, declared, needed('to').neededText());
      const field = columnName(needed('field').neededText());
      const sql = `SELECT count(*) FROM (SELECT ${column} AS from_field FROM ${from} WHERE ${column} IS NOT NULL) AS child\nANTI JOIN (SELECT ${field} AS to_field FROM ${parent}) AS parent ON child.from_field = parent.to_field`;
      return { kind: 'query', sql };
    }
  }
}

function missing(declared: DeclaredTest, needed: string): BuktiError {
  const { test: name, file, line } = declared;
  return new BuktiError('warehouse.test-arguments', { name, file, line, needed }, exitStatus.usage);
}

function columnName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : sqlName(name);
}

/** Text of a YAML argument; `ref('x')` and `{{ ... }}` in it are rendered. */
function renderedText(inputs: TestInputs, declared: DeclaredTest, text: string): string {
  const call = /^\s*(ref|source|var|env_var)\s*\(/.test(text);
  if (!call && !text.includes('{{')) return text;
  const template = call ? `{{ ${text} }}` : text;
  const lead = '\n'.repeat(Math.max(0, declared.line - 1));
  const functions = templateFunctions(inputs.references, { refs: new Set(), config: {} });
  return inputs.jinja.render({ file: declared.file, text: lead + template }, functions).trim();
}

function renderCustom(inputs: TestInputs, declared: DeclaredTest, model: string) {
  const values: Record<string, unknown> = { bukti_model: model };
  const named = ['model=bukti_model'];
  if (declared.column !== undefined) {
    values.bukti_column = columnName(declared.column);
    named.push('column_name=bukti_column');
  }
  let index = 0;
  for (const [name, node] of testArguments(declared)) {
    const value = node.value();
    index += 1;
    values[`bukti_argument_${index}`] =
      typeof value === 'string' ? renderedText(inputs, declared, value) : value;
    named.push(`${name}=bukti_argument_${index}`);
  }
  const asked = { refs: new Set<string>(), config: {} as NodeConfig };
  const functions = templateFunctions(inputs.references, asked);
  const lead = '\n'.repeat(Math.max(0, declared.line - 1));
  const text = `${lead}{{ test_${declared.test}(${named.join(', ')}) }}`;
  const sql = inputs.jinja.render({ file: declared.file, text }, functions, values);
  checkConfig('test', asked.config, { file: declared.file, line: declared.line });
  return { sql, config: asked.config };
}

function compileSingular(
  inputs: TestInputs,
  { relative, file }: ProjectFile,
): DataTest | undefined {
  const name = path.posix.basename(relative, '.sql');
  const asked = { refs: new Set<string>(), config: {} as NodeConfig };
  const functions = templateFunctions(inputs.references, asked);
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const sql = inputs.jinja.render({ file, text }, functions);
  const line = text.split('\n').findIndex((row) => /\bconfig\s*\(/.test(row)) + 1;
  checkConfig('test', asked.config, { file, line: Math.max(1, line) });
  const { settings } = inputs;
  const config = mergeConfig(folderConfig('test', settings.tests, [settings.name]), asked.config);
  if (config.enabled === false) return undefined;
  const severity = severityOf(config);
  return {
    id: name,
    name,
    model: name,
    column: null,
    severity,
    file,
    line: 1,
    check: countOf(sql),
  };
}

function countOf(sql: string): DataTest['check'] {
  const body = sql.replace(/[\s;]+$/, '');
  return { kind: 'query', sql: `SELECT count(*) FROM (\n${body}\n) AS failures` };
}

function severityOf(config: NodeConfig): 'error' | 'warn' {
  return String(config.severity ?? 'error').toLowerCase() === 'warn' ? 'warn' : 'error';
}
