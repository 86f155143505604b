import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { expect, it, vi } from 'vitest';
import { packageRoot } from '../../../base/index.ts';
import { folderOf } from './folder.ts';

const page = readFileSync(path.join(packageRoot(), 'docs', 'how-to', 'attack.md'), 'utf8');
const block = (kind: string, index = 0) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'g'))][index]?.[1] ?? '';

it('docs/how-to/attack.md shows an extractor that finds what it says', async () => {
  const files = { 'brief.slides': block('slides') };
  const library = path.join(packageRoot(), 'disclosure', 'attack', 'index.ts');
  const code = block('ts', 1)
    .replace("'bukti/dist/disclosure/attack/index.js'", JSON.stringify(library))
    .replace("'public'", JSON.stringify(folderOf(files)));
  const made = mkdtempSync(path.join(import.meta.dirname, 'example-'));
  const printed: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((...args) => {
    printed.push(format(...args));
  });
  try {
    writeFileSync(path.join(made, 'example.mts'), code);
    await import(path.join(made, 'example.mts'));
  } finally {
    spy.mockRestore();
    rmSync(made, { recursive: true });
  }
  expect(`${printed.join('\n')}\n`).toBe(block('text'));
});
