import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, layered, type Workspace } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import { readYamlFile, type YamlFile } from '../../base/yaml-file.ts';
import { knownDimensions } from './known-dimensions.ts';
import { knownMeasures } from './measures.ts';
import {
  type Coarsening,
  type PublishDimension,
  type PublishTable,
  publishFile,
} from './schema.ts';

/** What is published: tables, what they are broken down by, and what protects them. */
export interface PublishCatalogue {
  version: number;
  /** Fewer reports or reporters than this do not stand by themselves; the second where it is sensitive. */
  threshold: number;
  sensitiveThreshold: number;
  coarsening: Coarsening;
  dimensions: PublishDimension[];
  tables: PublishTable[];
  /** Of all that is above but the labels and the version: changes where what is published does. */
  hash: string;
}

const folder = 'publish';
const keys = { syntax: 'publish.catalogue-syntax', value: 'publish.catalogue-value' } as const;
type File = YamlFile<ReturnType<typeof publishFile.parse>> & { file: string };

/**
 * Reads `publish/*.yml` of the models; a user's file lies over the shipped one of the same name.
 * @throws BuktiError `publish.catalogue-syntax`, `publish.catalogue-value`, `publish.catalogue-lacks`,
 *   `publish.unknown-dimension`, `publish.unknown-level`, `publish.unknown-measure`, `publish.twice`
 */
export function publishCatalogue(workspace: Pick<Workspace, 'models'>): PublishCatalogue {
  const files = filesOf(workspace.models).map((file): File => {
    const read = readYamlFile(file, publishFile, keys);
    return { ...read, file };
  });
  const one = <Key extends 'version' | 'threshold' | 'sensitive_threshold' | 'coarsening'>(
    key: Key,
  ) => {
    const found = files.filter(({ data }) => data[key] !== undefined);
    const [first, second] = found;
    if (first && second) throw twice(second, [key], key, first.file);
    const place = path.join(workspace.models[0] ?? '', folder);
    if (!first) throw new BuktiError('publish.catalogue-lacks', { key, place }, exitStatus.usage);
    return first.data[key] as NonNullable<File['data'][Key]>;
  };
  const head = {
    version: one('version'),
    threshold: one('threshold'),
    sensitiveThreshold: one('sensitive_threshold'),
    coarsening: one('coarsening'),
  };
  const dimensions = gathered(files, 'dimensions');
  for (const each of dimensions) checkDimension(each);
  const tables = gathered(files, 'tables');
  for (const each of tables) {
    checkTable(
      each,
      dimensions.map(({ entry }) => entry),
    );
  }
  const all = {
    ...head,
    dimensions: dimensions.map(({ entry }) => entry),
    tables: tables.map(({ entry }) => entry),
  };
  const text = JSON.stringify({ ...all, version: 0 }, (key, value) =>
    key === 'label' ? undefined : value,
  );
  return { ...all, hash: createHash('sha256').update(text).digest('hex') };
}

/** The dimension of a table that a catalogue has been read with. */
export function publishDimension(catalogue: PublishCatalogue, name: string): PublishDimension {
  return catalogue.dimensions.find((one) => one.name === name) as PublishDimension;
}

interface Entry<T> {
  entry: T;
  file: File;
  place: PropertyKey[];
}

function gathered<List extends 'dimensions' | 'tables'>(
  files: readonly File[],
  list: List,
): Entry<File['data'][List][number]>[] {
  const seen = new Map<string, File>();
  return files.flatMap((file) =>
    file.data[list].map((entry, index) => {
      const other = seen.get(entry.name);
      if (other) throw twice(file, [list, index, 'name'], entry.name, other.file);
      seen.set(entry.name, file);
      return { entry, file, place: [list, index] };
    }),
  );
}

function checkDimension({ entry, file, place }: Entry<PublishDimension>): void {
  const known = Object.keys(knownDimensions);
  const levels = knownDimensions[entry.name];
  if (!levels) {
    const why = `known are ${known.join(', ')}`;
    const params = { file: file.file, line: file.lineOf([...place, 'name']), key: entry.name, why };
    throw new BuktiError('publish.catalogue-value', params, exitStatus.usage);
  }
  for (const [index, name] of entry.levels.entries()) {
    if (levels.includes(name)) continue;
    const line = file.lineOf([...place, 'levels', index]);
    const params = { file: file.file, line, dimension: entry.name, name, known: levels.join(', ') };
    throw new BuktiError('publish.unknown-level', params, exitStatus.usage);
  }
}

function checkTable(
  { entry, file, place }: Entry<PublishTable>,
  dimensions: readonly PublishDimension[],
): void {
  const names = dimensions.map(({ name }) => name);
  const params = { file: file.file, table: entry.name };
  for (const [name, level] of Object.entries(entry.by)) {
    const line = file.lineOf([...place, 'by', name]);
    const dimension = dimensions.find((one) => one.name === name);
    if (!dimension) {
      const known = suggestion(name, names);
      throw new BuktiError(
        'publish.unknown-dimension',
        { ...params, line, name, known },
        exitStatus.usage,
      );
    }
    if (dimension.levels.includes(level)) continue;
    const known = dimension.levels.join(', ');
    const more = { ...params, line, dimension: name, name: level, known };
    throw new BuktiError('publish.unknown-level', more, exitStatus.usage);
  }
  for (const [index, name] of entry.measures.entries()) {
    if (knownMeasures.includes(name)) continue;
    const line = file.lineOf([...place, 'measures', index]);
    const known = suggestion(name, knownMeasures);
    throw new BuktiError(
      'publish.unknown-measure',
      { ...params, line, name, known },
      exitStatus.usage,
    );
  }
}

function twice(file: File, place: PropertyKey[], name: string, other: string): BuktiError {
  const params = { file: file.file, line: file.lineOf(place), name, other };
  return new BuktiError('publish.twice', params, exitStatus.usage);
}

function filesOf(layers: readonly string[]): string[] {
  const names = layers
    .map((layer) => path.join(layer, folder))
    .flatMap((one) => (existsSync(one) ? readdirSync(one) : []))
    .filter((name) => /\.ya?ml$/.test(name) && !/^design-\d+\.yml$/.test(name));
  return [...new Set(names)].sort().flatMap((name) => layered([...layers], folder, name) ?? []);
}
