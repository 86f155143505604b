import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openWorkspace } from '../../../base/index.ts';
import { removeSample } from '../../../data/sample/remove.ts';

const root = mkdtempSync(path.join(tmpdir(), 'bukti contoh '));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, text = ''): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

it('goes with all that was made from it, and nothing that was not', () => {
  for (const [period, synthetic] of [
    ['2026Q2', false],
    ['2026Q3', true],
  ] as const) {
    put(`data/releases/${period}/v1/internal/ksp/manifest.json`, JSON.stringify({ synthetic }));
    put(`data/public/${period}/v1/manifest.json`, '{}');
    put(`data/publications/${period}/v1/ksp.html`);
  }
  put('models/publish/design-1.yml', 'version: 1\n');
  put('models/publish/design-2.yml', 'version: 2\nsynthetic: true\n');
  put('data/inbox/SINTETIS-a.csv');
  put('data/inbox/ekspor.csv');
  const workspace = openWorkspace(root, {});
  expect(removeSample(workspace)).toEqual({ batches: 0, releases: 1, files: 1 });
  expect(readdirSync(path.join(root, 'data/releases'))).toEqual(['2026Q2']);
  expect(readdirSync(path.join(root, 'data/public'))).toEqual(['2026Q2']);
  expect(existsSync(path.join(root, 'models/publish/design-1.yml'))).toBe(true);
  expect(existsSync(path.join(root, 'models/publish/design-2.yml'))).toBe(false);
  expect(readdirSync(path.join(root, 'data/inbox'))).toEqual(['ekspor.csv']);
});
