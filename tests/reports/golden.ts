import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'golden');

/** Compares a text with its golden file, byte for byte; `npm run golden` writes it instead. */
export function expectGolden(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  if (!existsSync(file)) throw new Error(`${file} is missing; write it with "npm run golden".`);
  const golden = readFileSync(file, 'utf8');
  // A page is too long for a diff on the terminal: the first differing place is enough.
  if (golden === text) return;
  let at = 0;
  while (golden[at] === text[at]) at += 1;
  expect(text.slice(at - 80, at + 160), `${name} differs at ${at}; see "npm run golden"`).toBe(
    golden.slice(at - 80, at + 160),
  );
}

/** The page without the typeface's 36,000 letters, one tag a line. */
export function readable(page: string): string {
  return page
    .replace(/base64,[A-Za-z0-9+/=]+/, 'base64,...')
    .replace(/>(?=<(section|figure|tr|svg|g|rect|text|path|details|div|li|p|h\d|table)\b)/g, '>\n');
}
