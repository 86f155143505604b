import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BuktiError, exitStatus, layered, type Workspace } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import { queryFile, type SavedQuery } from './schema.ts';

/** A saved query and the file that it stands in. */
export interface ReadQuery {
  query: SavedQuery;
  file: string;
}

/**
 * All saved queries in order of their names; a user's file lies over the shipped one of the same name.
 * @throws BuktiError `asking.query.syntax`, `asking.query.value`, `asking.query.name`
 */
export function savedQueries(workspace: Workspace): ReadQuery[] {
  return queryNames(workspace).map((name) => savedQuery(workspace, name));
}

/** @throws BuktiError `asking.query.unknown` with the nearest, and as `savedQueries` */
export function savedQuery(workspace: Workspace, name: string): ReadQuery {
  const file = ['.yml', '.yaml']
    .map((extension) => layered(workspace.queries, name + extension))
    .find((one) => one !== undefined);
  if (file === undefined || !/^[\w-]+$/.test(name)) {
    const near = suggestion(name, queryNames(workspace));
    throw new BuktiError('asking.query.unknown', { name, near }, exitStatus.usage);
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const problem = document.errors[0];
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new BuktiError('asking.query.syntax', { file, line }, exitStatus.usage);
  }
  const parsed = queryFile.safeParse(document.toJS() ?? {});
  if (!parsed.success) throw valueError(file, document, lines, parsed.error);
  if (parsed.data.name !== name) {
    const line = lineIn(document, lines, ['name']);
    const params = { file, line, name: parsed.data.name, expected: name };
    throw new BuktiError('asking.query.name', params, exitStatus.usage);
  }
  return { query: parsed.data, file };
}

function queryNames({ queries }: Workspace): string[] {
  const names = queries
    .filter((layer) => existsSync(layer))
    .flatMap((layer) => readdirSync(layer))
    .filter((name) => /^[\w-]+\.ya?ml$/.test(name))
    .map((name) => name.replace(/\.ya?ml$/, ''));
  return [...new Set(names)].sort();
}

function valueError(
  file: string,
  document: Document,
  lines: LineCounter,
  error: z.ZodError,
): BuktiError {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const place = [...issue.path, ...unknown.slice(0, 1)];
  const params = {
    file,
    line: lineIn(document, lines, place),
    key: place.map(String).join('.'),
    why: issue.message,
  };
  return new BuktiError('asking.query.value', params, exitStatus.usage);
}

/** The line of a place in the document, or of the nearest place above it that exists. */
function lineIn(document: Document, lines: LineCounter, place: readonly PropertyKey[]): number {
  for (let depth = place.length; depth > 0; depth--) {
    const node = document.getIn(place.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
