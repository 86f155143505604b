import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, '..', '..', 'scripts', 'check-imports.mjs');

/** Runs the check over a tree with one file, `reports/page.ts`. */
function check(text: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'bukti imports '));
  mkdirSync(path.join(root, 'scripts'));
  mkdirSync(path.join(root, 'reports'));
  cpSync(script, path.join(root, 'scripts', 'check-imports.mjs'));
  writeFileSync(path.join(root, 'reports', 'page.ts'), text);
  return spawnSync(process.execPath, [path.join(root, 'scripts', 'check-imports.mjs')], {
    encoding: 'utf8',
  });
}

describe('the import rules', () => {
  it('let a folder import what stands before it', () => {
    expect(
      check(`import { a } from '../release/index.ts';\nimport b from './b.ts';\n`).status,
    ).toBe(0);
  });

  it('name a file that reaches past its neighbour', () => {
    for (const text of [
      `import { a } from '../warehouse/index.ts';`,
      `import type { A } from '../metrics/index.ts';`,
      `const a = await import('../cli/main.ts');`,
      `import { DuckDBInstance } from '@duckdb/node-api';`,
    ]) {
      const result = check(text);
      expect(result.status, text).toBe(1);
      expect(result.stderr, text).toContain('page.ts');
    }
  });
});
