import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import {
  exportLogFile,
  logExport,
  type NewEntry,
  readExportLog,
} from '../../../release/datasets/index.ts';
import { temporaryWorkspace } from '../fixture.ts';

const { workspace, remove } = temporaryWorkspace();
afterAll(remove);

const entry = (purpose: string): NewEntry => ({
  purpose,
  what: 'by_sex',
  release: '2026Q3/v1',
  recipient: 'ksp',
  row_level: false,
  rows: 3,
  files: [{ name: 'a.csv', sha256: '00' }],
  software: 'bukti 0',
});

it('grows by a line an export, also where several are made at once, and shows a changed line', async () => {
  await Promise.all(['satu', 'dua', 'tiga'].map((purpose) => logExport(workspace, entry(purpose))));
  const { entries } = readExportLog(workspace);
  expect(entries.map(({ purpose }) => purpose).sort()).toEqual(['dua', 'satu', 'tiga']);
  expect(entries[0]).toMatchObject({
    previous: '',
    rows: 3,
    files: [{ name: 'a.csv', sha256: '00' }],
  });
  expect(entries[0]?.user).not.toBe('');

  const file = exportLogFile(workspace);
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  writeFileSync(file, text.replace('"rows":3', '"rows":2'));
  expect(() => readExportLog(workspace)).toThrow(/log-damaged|baris 2|line 2/);
  await expect(logExport(workspace, entry('empat'))).rejects.toThrow();
  writeFileSync(file, [lines[0], ...lines.slice(2)].join('\n'));
  expect(() => readExportLog(workspace)).toThrow();
  writeFileSync(file, text);
  await logExport(workspace, entry('empat'));
  expect(readExportLog(workspace).entries).toHaveLength(4);
});
