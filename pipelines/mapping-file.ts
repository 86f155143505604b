import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';
import { landingKinds } from '../warehouse/index.ts';
import { codesOf } from './codes.ts';
import { type Field, fieldsOf, fold, type Layout, requiredOf } from './layout.ts';

const text = z.string().min(1);
const formats = z.union([text, z.array(text).min(1)]);

const schema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/, 'a-z, 0-9, - and _, from a letter on'),
  version: z.union([text, z.number()]).transform(String),
  kind: z.enum(landingKinds),
  id_system: z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/, 'a-z, 0-9, - and _, from a letter on'),
  match: z.strictObject({ headers: z.array(text).min(1) }).optional(),
  columns: z.record(z.string(), text),
  dates: z.union([formats, z.record(z.string(), formats)]).optional(),
  values: z.record(z.string(), z.record(z.string(), text)).default({}),
  calendar: z.enum(['indonesia', 'weekdays']).default('indonesia'),
  regions: z.enum(['kemendagri', 'from source']).default('kemendagri'),
  known_at: z.iso.date().optional(),
  drop: z.array(text).default([]),
});
type MappingText = z.infer<typeof schema>;

/** Where the error is and why; the first one found. */
interface Problem {
  key: (string | number)[];
  why: string;
}

const stamps: readonly string[] = ['submitted_at', 'closed_at', 'due_at', 'event_at'];

function problemOf(mapping: MappingText): Problem | undefined {
  const fields: readonly string[] = fieldsOf[mapping.kind];
  const known = fields.join(', ');
  for (const field of Object.keys(mapping.columns)) {
    if (!fields.includes(field)) return { key: ['columns', field], why: known };
  }
  for (const field of requiredOf[mapping.kind]) {
    if (!(field in mapping.columns)) return { key: ['columns'], why: `${field}?` };
  }
  const dated = typeof mapping.dates === 'object' && !Array.isArray(mapping.dates);
  for (const field of dated ? Object.keys(mapping.dates as object) : []) {
    if (!stamps.includes(field) || !(field in mapping.columns)) {
      return { key: ['dates', field], why: stamps.join(', ') };
    }
  }
  for (const [field, values] of Object.entries(mapping.values)) {
    if (!(field in mapping.columns)) return { key: ['values', field], why: known };
    const codes = codesOf[field];
    const wrong = Object.entries(values).find(([, code]) => codes && !codes.includes(code));
    if (wrong) return { key: ['values', field, wrong[0]], why: codes?.join(', ') ?? '' };
  }
  return undefined;
}

function lineOf(root: unknown, lines: LineCounter, key: (string | number)[]): number {
  let node = root;
  let line = 1;
  for (const step of key) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => String(item.key) === String(step));
    const start = (pair?.key as Node | undefined)?.range?.[0];
    if (!pair || start === undefined) break;
    line = lines.linePos(start).line;
    node = pair.value;
  }
  return line;
}

function toLayout(mapping: MappingText): Layout {
  const columns = Object.entries(mapping.columns) as [Field, string][];
  const list = (value: string | string[]) => (Array.isArray(value) ? value : [value]);
  const { dates } = mapping;
  const perField =
    dates === undefined
      ? []
      : typeof dates === 'string' || Array.isArray(dates)
        ? stamps.map((field) => [field, list(dates)])
        : Object.entries(dates).map(([field, value]) => [field, list(value)]);
  return {
    source: mapping.name,
    name: mapping.name,
    version: mapping.version,
    kind: mapping.kind,
    idSystem: mapping.id_system,
    headers: Object.fromEntries(columns.map(([field, header]) => [field, [fold(header)]])),
    labels: Object.fromEntries(columns),
    required: columns.map(([field]) => field),
    anyOf: [],
    match: (mapping.match?.headers ?? []).map(fold),
    drop: mapping.drop.map(fold),
    dates: Object.fromEntries(perField),
    values: mapping.values,
    calendar: mapping.calendar,
    regionScheme: mapping.regions === 'from source' ? 'source' : 'kemendagri',
    ...(mapping.known_at ? { knownAt: mapping.known_at } : {}),
    content: JSON.stringify(mapping),
  };
}

/**
 * Reads a mapping file (docs/how-to/mapping.md).
 * @throws BuktiError `pipelines.mapping-syntax`, `pipelines.mapping-key` (unknown key),
 *   `pipelines.mapping-value`, each with the line
 */
function readMapping(file: string): Layout {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    const line = fault.linePos?.[0].line ?? 1;
    throw new BuktiError('pipelines.mapping-syntax', { file, line }, exitStatus.usage);
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) {
    const problem = problemOf(parsed.data);
    if (!problem) return toLayout(parsed.data);
    const line = lineOf(document.contents, lines, problem.key);
    const params = { file, line, key: problem.key.join('.'), why: problem.why };
    throw new BuktiError('pipelines.mapping-value', params, exitStatus.usage);
  }
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const steps = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  if (unknown !== undefined) {
    const line = lineOf(document.contents, lines, [...steps, unknown]);
    const known = Object.keys(schema.shape).join(', ');
    const params = { file, line, key: [...steps, unknown].join('.'), known };
    throw new BuktiError('pipelines.mapping-key', params, exitStatus.usage);
  }
  const line = lineOf(document.contents, lines, steps);
  const params = { file, line, key: steps.join('.'), why: issue.message };
  throw new BuktiError('pipelines.mapping-value', params, exitStatus.usage);
}

/** The mapping files of the workspace: a user's lies over the shipped one of the same file name. */
function mappingFiles(workspace: Workspace): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of workspace.mappings.filter((layer) => existsSync(layer))) {
    for (const name of readdirSync(folder).sort()) {
      if (/\.ya?ml$/.test(name) && !files.has(name)) files.set(name, path.join(folder, name));
    }
  }
  return files;
}

/** Every mapping that can be recognised by headers (it has `match:`), the user's first. */
export function recognisableMappings(workspace: Workspace): Layout[] {
  const layouts = [...mappingFiles(workspace).values()].map(readMapping);
  return layouts.filter((layout) => layout.match.length > 0);
}

/**
 * The mapping of `--mapping`: a path, or the name of one in the workspace.
 * @throws BuktiError `pipelines.mapping-unknown`
 */
export function namedMapping(workspace: Workspace, name: string): Layout {
  const direct = path.resolve(name);
  if (/\.ya?ml$/.test(name) && existsSync(direct)) return readMapping(direct);
  const files = mappingFiles(workspace);
  const file = files.get(name) ?? files.get(`${name}.yml`) ?? files.get(`${name}.yaml`);
  if (file) return readMapping(file);
  const known = [...files.keys()].map((each) => each.replace(/\.ya?ml$/, '')).join(', ') || '-';
  throw new BuktiError('pipelines.mapping-unknown', { name, known }, exitStatus.usage);
}
