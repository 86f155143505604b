import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../base/config.ts';
import { BuktiError } from '../../base/errors.ts';
import { openWorkspace } from '../../base/workspace.ts';

function folderWith(yaml?: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bukti config '));
  if (yaml !== undefined) writeFileSync(path.join(folder, 'bukti.yaml'), yaml);
  return folder;
}

function problem(yaml: string): BuktiError {
  try {
    readConfig(folderWith(yaml));
  } catch (error) {
    if (error instanceof BuktiError) return error;
    throw error;
  }
  throw new Error('the configuration was taken');
}

describe('bukti.yaml', () => {
  it('may be absent or empty', () => {
    expect(readConfig(folderWith())).toMatchObject({ data: 'data', max_rejects: 0 });
    expect(readConfig(folderWith(''))).toMatchObject({ release: { as_of_working_days: 15 } });
  });

  it('names the unknown key and its line', () => {
    const error = problem('lang: id\n# a comment\nwarehous: x\n');
    expect(error.key).toBe('config.unknown-key');
    expect(error.params).toMatchObject({ key: 'warehous', line: 3 });
    expect(error.status).toBe(2);
    expect(problem('release:\n  as_of: 3\n').params).toMatchObject({
      key: 'release.as_of',
      line: 2,
    });
  });

  it('names the key and line of a value that cannot be used', () => {
    const error = problem('data: d\nrelease:\n  as_of_working_days: "15"\n');
    expect(error.key).toBe('config.value');
    expect(error.params).toMatchObject({ key: 'release.as_of_working_days', line: 3 });
    expect(problem('lang: jv\n').params).toMatchObject({ key: 'lang', line: 1 });
  });

  it('names the line where it is no YAML', () => {
    expect(problem('lang: id\ndata: [a\n')).toMatchObject({ key: 'config.syntax' });
  });

  it('makes a workspace of the nearest folder upward', () => {
    const root = folderWith('data: "isi gudang"\nkeys: kunci.json\n');
    const inner = path.join(root, 'a');
    const workspace = openWorkspace(inner, {});
    expect(workspace.root).toBe(root);
    expect(workspace.landing).toBe(path.join(root, 'isi gudang', 'landing'));
    expect(workspace.keys).toBe(path.join(root, 'kunci.json'));
    expect(openWorkspace(root, { BUKTI_KEYS: path.join(root, 'k') }).keys).toBe(
      path.join(root, 'k'),
    );
  });
});
