import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BuktiError, exitStatus, layered } from '../base/index.ts';
import { type Bilingual, catalogueFile } from './catalogue-schema.ts';

type Lists = Omit<z.infer<typeof catalogueFile>, 'unknown'>;

/** The lists of all files, in the order of the files' names. */
export interface CatalogueFiles extends Lists {
  unknown: Bilingual;
  /** File and line of an entry's part, for messages. */
  placeOf(list: keyof Lists, name: string, ...place: PropertyKey[]): { file: string; line: number };
}

const listNames = [
  'metrics',
  'statistics',
  'clocks',
  'dimensions',
  'fields',
  'methods',
] as const satisfies readonly (keyof Lists)[];

/**
 * Reads `metrics/*.yml` of the models as they are written; a user's file lies over the shipped one of
 * the same name. Whether the code knows the names is for `metricsCatalogue` to say.
 * @throws BuktiError `metrics.catalogue-syntax`, `metrics.catalogue-value`,
 *   `metrics.catalogue-twice`, each with file and line
 */
export function readCatalogueFiles(layers: readonly string[]): CatalogueFiles {
  const lists = Object.fromEntries(listNames.map((list) => [list, [] as unknown[]]));
  const seen = new Map<string, { file: string; lineOf(place: PropertyKey[]): number }>();
  let unknown: Bilingual = { id: 'tidak diketahui', en: 'unknown' };
  for (const file of filesOf(layers)) {
    const read = readCatalogueFile(file);
    for (const list of listNames) {
      for (const [index, entry] of read.data[list].entries()) {
        const { name } = entry;
        const key = `${list}.${name}`;
        const other = seen.get(key)?.file;
        const lineOf = (place: PropertyKey[]) => read.lineOf([list, index, ...place]);
        if (other !== undefined) {
          throw new BuktiError('metrics.catalogue-twice', {
            ...{ file, line: lineOf(['name']), name, other },
          });
        }
        seen.set(key, { file, lineOf });
        lists[list]?.push(entry);
      }
    }
    if (read.data.unknown) unknown = read.data.unknown;
  }
  return {
    ...(lists as unknown as Lists),
    unknown,
    placeOf(list, name, ...place) {
      const found = seen.get(`${list}.${name}`);
      return { file: found?.file ?? '', line: found?.lineOf(place) ?? 1 };
    },
  };
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
