import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AttackOptions, attackFolder } from '../../../disclosure/attack/index.ts';

export type Files = Record<string, string | Uint8Array>;

/** A folder of public files. */
export function folderOf(files: Files): string {
  const root = mkdtempSync(path.join(tmpdir(), 'bukti attack '));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** What is found, as `kind cell` in alphabetical order; possible finds only where asked for. */
export async function found(
  files: Files,
  options: AttackOptions & { possible?: boolean } = {},
): Promise<string[]> {
  const { possible, ...rest } = options;
  const { findings } = await attackFolder(folderOf(files), rest);
  return findings
    .filter(({ severity }) => possible || severity === 'recovered')
    .map(({ kind, cell }) => `${kind} ${cell}`)
    .sort();
}

export const suppress = JSON.stringify({ method: 'suppress', threshold: 5 });
export const perturb = JSON.stringify({
  method: 'perturb',
  threshold: 5,
  noise: { deviation: 5, variance: 3, hidden: 2 },
});

/** A long table in the public form; `null` is hidden. Rows are codes, then the value. */
export function table(
  dimensions: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  measure = 'complaints',
): string {
  const lines = rows.map((row) => {
    const value = row.at(-1);
    const codes = row.slice(0, -1);
    const end = value === null ? ',Q,C' : `${value},A,`;
    return [measure, ...codes, end].join(',');
  });
  const header = ['MEASURE', ...dimensions, 'OBS_VALUE', 'OBS_STATUS', 'CONF_STATUS'];
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/** A dimension whose total is the sum of its codes. */
export function flat(name: string, codes: readonly string[], more: object = {}) {
  const relations = [{ parent: '_T', children: codes }];
  return { name, total: '_T', codes: ['_T', ...codes], relations, ...more };
}

export function structure(dimensions: readonly object[]): string {
  return JSON.stringify({ dimensions, tables: [] });
}
