import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSample } from '../../../data/sample/index.ts';
import { hashes, plainWorkspace } from './support.ts';

/** `npm run test:full` makes them larger. */
const full = process.env.BUKTI_FULL !== undefined;
const books = full ? 1500 : 500;

async function sample(
  format: 'xlsx' | 'csv' | 'parquet',
  options: { seed?: number; threads?: number; rows?: number } = {},
) {
  const workspace = plainWorkspace(options.threads ?? 2);
  const folder = path.join(workspace.root, 'out put');
  const made = await makeSample(workspace, {
    folder,
    format,
    rows: options.rows ?? books,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  expect(readdirSync(folder).sort()).toEqual(made.files.map((file) => path.basename(file)).sort());
  return hashes(folder);
}

describe('the bytes of a sample', () => {
  it('are the same for the same seed, other ones for another', async () => {
    const first = await sample('xlsx');
    expect(await sample('xlsx')).toEqual(first);
    const other = await sample('xlsx', { seed: 46 });
    expect(Object.keys(other)).toEqual(Object.keys(first));
    for (const [name, hash] of Object.entries(other)) expect(hash, name).not.toBe(first[name]);
  });

  it.each(['csv', 'parquet'] as const)(
    'do not depend on the number of threads: %s',
    async (format) => {
      const rows = full || format === 'parquet' ? 9000 : 3000;
      const one = await sample(format, { threads: 1, rows });
      expect(await sample(format, { threads: 2, rows })).toEqual(one);
      expect(Object.keys(one)).toHaveLength(5);
    },
  );
});
