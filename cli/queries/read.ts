import { existsSync, readdirSync } from 'node:fs';
import { BuktiError, exitStatus, layered, type Workspace } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import { readYamlFile } from '../../base/yaml-file.ts';
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
  const keys = { syntax: 'asking.query.syntax', value: 'asking.query.value' } as const;
  const { data, lineOf } = readYamlFile(file, queryFile, keys);
  if (data.name !== name) {
    const params = { file, line: lineOf(['name']), name: data.name, expected: name };
    throw new BuktiError('asking.query.name', params, exitStatus.usage);
  }
  return { query: data, file };
}

function queryNames({ queries }: Workspace): string[] {
  const names = queries
    .filter((layer) => existsSync(layer))
    .flatMap((layer) => readdirSync(layer))
    .filter((name) => /^[\w-]+\.ya?ml$/.test(name))
    .map((name) => name.replace(/\.ya?ml$/, ''));
  return [...new Set(names)].sort();
}
