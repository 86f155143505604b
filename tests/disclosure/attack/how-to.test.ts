import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../base/index.ts';
import { blocksOf, printedBy } from '../how-to-page.ts';
import { folderOf } from './folder.ts';

const block = blocksOf('attack.md');

it('docs/how-to/attack.md shows an extractor that finds what it says', async () => {
  const files = { 'brief.slides': block('slides') };
  const library = path.join(packageRoot(), 'disclosure', 'attack', 'index.ts');
  const code = block('ts', 1)
    .replace("'bukti/dist/disclosure/attack/index.js'", JSON.stringify(library))
    .replace("'public'", JSON.stringify(folderOf(files)));
  expect(await printedBy(code)).toBe(block('text'));
});
