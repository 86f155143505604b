import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BuktiError, exitStatus, layered, type Workspace } from '../base/index.ts';
import {
  type Bilingual,
  catalogueFile,
  type MetricEntry,
  type NamedEntry,
} from './catalogue-schema.ts';

/** What the metrics are called and what is to be known of them, in both languages. */
export interface MetricsCatalogue {
  metrics: MetricEntry[];
  statistics: NamedEntry[];
  dimensions: NamedEntry[];
  /** Fields of the `unknown` share. */
  fields: NamedEntry[];
  /** The word for a value that is not known. */
  unknown: Bilingual;
}

const listNames = ['metrics', 'statistics', 'dimensions', 'fields'] as const;

/**
 * Reads `metrics/*.yml` of the models; a user's file lies over the shipped one of the same name.
 * @throws BuktiError `metrics.catalogue-syntax`, `metrics.catalogue-value`,
 *   `metrics.catalogue-twice`, each with file and line
 */
export function metricsCatalogue(workspace: Workspace | readonly string[]): MetricsCatalogue {
  const layers = 'models' in workspace ? workspace.models : [...workspace];
  const catalogue: MetricsCatalogue = {
    metrics: [],
    statistics: [],
    dimensions: [],
    fields: [],
    unknown: { id: 'tidak diketahui', en: 'unknown' },
  };
  const seen = new Map<string, string>();
  for (const file of filesOf(layers)) {
    const read = readCatalogueFile(file);
    for (const list of listNames) {
      for (const [index, { name }] of read.data[list].entries()) {
        const key = `${list}.${name}`;
        const other = seen.get(key);
        if (other !== undefined) {
          const line = read.lineOf([list, index, 'name']);
          throw new BuktiError('metrics.catalogue-twice', { file, line, name, other });
        }
        seen.set(key, file);
      }
    }
    catalogue.metrics.push(...read.data.metrics);
    catalogue.statistics.push(...read.data.statistics);
    catalogue.dimensions.push(...read.data.dimensions);
    catalogue.fields.push(...read.data.fields);
    if (read.data.unknown) catalogue.unknown = read.data.unknown;
  }
  return catalogue;
}

function filesOf(layers: readonly string[]): string[] {
  const folders = layers
    .map((layer) => path.join(layer, 'metrics'))
    .filter((one) => existsSync(one));
  const names = folders
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => /\.ya?ml$/.test(name));
  return [...new Set(names)].sort().flatMap((name) => layered([...layers], 'metrics', name) ?? []);
}

interface ReadFile {
  data: z.infer<typeof catalogueFile>;
  lineOf(place: readonly PropertyKey[]): number;
}

function readCatalogueFile(file: string): ReadFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const problem = document.errors[0];
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new BuktiError('metrics.catalogue-syntax', { file, line }, exitStatus.usage);
  }
  const lineOf = (place: readonly PropertyKey[]) => lineIn(document, lines, place);
  const parsed = catalogueFile.safeParse(document.toJS() ?? {});
  if (parsed.success) return { data: parsed.data, lineOf };
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const place = [...issue.path, ...unknown.slice(0, 1)];
  const key = place.map(String).join('.');
  const params = { file, line: lineOf(place), key, why: issue.message };
  throw new BuktiError('metrics.catalogue-value', params, exitStatus.usage);
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
