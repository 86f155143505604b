import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { BuktiError, layered } from '../base/index.ts';
import { readYamlFile } from '../base/yaml-file.ts';
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

const readCatalogueFile = (file: string) =>
  readYamlFile(file, catalogueFile, {
    syntax: 'metrics.catalogue-syntax',
    value: 'metrics.catalogue-value',
  });
