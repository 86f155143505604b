import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const lockfile = readFileSync(path.join(root, 'package-lock.json'), 'utf8');

describe('package-lock.json', () => {
  it('records no download address', () => {
    expect(lockfile).not.toContain('"resolved"');
  });
});
