import path from 'node:path';
import { withSession } from '../../warehouse/index.ts';
import { comparisonFile, readComparisons } from '../comparison-file.ts';
import { readFigures } from '../figure-file.ts';
import {
  type Manifest,
  type StoredComparison,
  type StoredFigure,
  type TableName,
  tableNames,
} from '../types.ts';

/** The figures of one recipient as they lie in their files. */
export interface SealedPart {
  folder: string;
  manifest: Manifest;
  tables: Map<TableName, StoredFigure[]>;
  comparisons: StoredComparison[];
}

export async function readSealedPart(folder: string, manifest: Manifest): Promise<SealedPart> {
  return await withSession({}, async (session) => {
    const tables = new Map<TableName, StoredFigure[]>();
    const has = (name: string) => manifest.files.some((file) => file.name === name);
    for (const table of tableNames) {
      if (!has(`${table}.parquet`)) continue;
      tables.set(table, await readFigures(session, path.join(folder, `${table}.parquet`)));
    }
    const comparisons = has(comparisonFile)
      ? await readComparisons(session, path.join(folder, comparisonFile))
      : [];
    return { folder, manifest, tables, comparisons };
  });
}
