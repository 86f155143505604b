import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const codeFile = /\.(js|ts)$/;

/**
 * A hash over the code that runs, of some of the top folders: what it computes may differ where this
 * differs. Sources and compiled code have different ones.
 * @param folders such as `metrics`
 * @returns 64 hex digits
 */
export function codeHash(folders: readonly string[]): string {
  const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const hash = createHash('sha256');
  for (const folder of [...folders].sort()) {
    const root = path.join(top, folder);
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => codeFile.test(name))
      .map((name) => name.replaceAll('\\', '/'));
    for (const name of names.sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(path.join(root, name)));
    }
  }
  return hash.digest('hex');
}
