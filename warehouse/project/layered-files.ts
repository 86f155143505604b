import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A file of the dbt project: its place in the merged tree and where it really lies. */
export interface ProjectFile {
  /** With forward slashes, e.g. `core/fct_complaint.sql`. */
  relative: string;
  file: string;
}

/**
 * The files of some folders with some endings, the first layer's copy where several have one, sorted
 * by their place, so that the order never depends on the file system.
 * @param layers the user's folder first
 * @param folders relative to a layer, e.g. `staging`
 * @param endings e.g. `.sql`
 */
export function layeredFiles(
  layers: string[],
  folders: string[],
  endings: string[],
): ProjectFile[] {
  const found = new Map<string, string>();
  for (const layer of layers) {
    for (const folder of folders) {
      for (const relative of filesUnder(layer, folder)) {
        const wanted = endings.some((ending) => relative.toLowerCase().endsWith(ending));
        if (wanted && !found.has(relative)) found.set(relative, path.join(layer, relative));
      }
    }
  }
  const files = [...found].map(([relative, file]) => ({ relative, file }));
  return files.sort((a, b) => (a.relative < b.relative ? -1 : 1));
}

function filesUnder(layer: string, folder: string): string[] {
  const start = path.join(layer, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(layer, path.join(entry.parentPath, entry.name)))
    .map((relative) => relative.split(path.sep).join('/'));
}
