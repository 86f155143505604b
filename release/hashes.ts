import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type { KeyedComparison } from './comparisons.ts';
import type { KeyedRows } from './compute.ts';
import type { ManifestFile } from './types.ts';

/** Read in pieces: a frozen extract may be larger than memory. */
export function sha256OfFile(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(handle, piece);
      if (length === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * One hash over all figures, table by table in order of name and key, and over the comparisons. Ids enter without their
 * version, so that it says whether a release would be the same as the one before.
 */
export function hashFigures(
  tables: ReadonlyMap<string, KeyedRows>,
  comparisons: readonly KeyedComparison[],
): string {
  const hash = createHash('sha256');
  for (const table of [...tables.keys()].sort()) {
    for (const [key, row] of tables.get(table) as KeyedRows) {
      const { value, low, high, numerator, denominator, n, unit, status, provisional } = row;
      const cells = [table, key, value, low, high, numerator, denominator, n, unit, status];
      hash.update(`${JSON.stringify([...cells, provisional, row.as_of])}\n`);
    }
  }
  for (const comparison of comparisons) {
    const { key, figure, base_figure, withheld, difference, ratio, p, q, clear, novel } =
      comparison;
    const cells = ['comparison', key, figure, base_figure, withheld, difference, ratio];
    hash.update(`${JSON.stringify([...cells, p, q, clear, novel])}\n`);
  }
  return hash.digest('hex');
}

/** A file as a manifest lists it; its name is relative to the folder. */
export function describeFile(folder: string, name: string, rows: number): ManifestFile {
  const file = path.join(folder, name);
  return { name, rows, bytes: statSync(file).size, sha256: sha256OfFile(file) };
}
