import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
};

describe('package-lock.json', () => {
  it('records no download address', () => {
    expect(text).not.toContain('"resolved"');
  });

  it('holds every optional package of every system, so that `npm ci` works on all laptops', () => {
    const missing = Object.values(packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !(`node_modules/${name}` in packages));
    expect(missing).toEqual([]);
    expect(packages).toHaveProperty(['node_modules/@duckdb/node-bindings-win32-x64']);
    expect(packages).toHaveProperty(['node_modules/@duckdb/node-bindings-darwin-arm64']);
  });
});
