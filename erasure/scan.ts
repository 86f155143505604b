import path from 'node:path';
import { type Session, sqlString } from '../warehouse/index.ts';
import type { Place } from './places.ts';

/** A file's rows, numbered as they lie in it. */
export function scanOf(place: Place, file: string): string {
  const full = sqlString(path.join(place.folder, file));
  return `read_parquet(${full}, hive_partitioning = false, file_row_number = true)`;
}

/** The columns of a file with their types. */
export async function columnsOf(
  session: Session,
  place: Place,
  file: string,
): Promise<Map<string, string>> {
  const rows = await session.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${scanOf(place, file)}`,
  );
  return new Map(rows.map((row) => [row.column_name, row.column_type]));
}

/** A file with rows of reports that are to be erased. */
export interface HitFile {
  file: string;
  columns: Map<string, string>;
  rows: number;
}

export interface Hit {
  place: Place;
  /** Distinct reports. */
  records: number;
  files: HitFile[];
}

/**
 * Finds the rows of the reports in `wanted`, wherever they are; the table `hit(place, complaint_key)` says
 * which were found.
 */
export async function findHits(session: Session, places: readonly Place[]): Promise<Hit[]> {
  await session.run('CREATE OR REPLACE TABLE hit (place INTEGER, complaint_key VARCHAR)');
  const hits: Hit[] = [];
  for (const [index, place] of places.entries()) {
    const files: HitFile[] = [];
    for (const file of place.files) {
      const columns = await columnsOf(session, place, file);
      const type = columns.get('complaint_key');
      if (type === undefined) continue;
      await session.run(
        `CREATE OR REPLACE TEMP TABLE found AS
         SELECT CAST(complaint_key AS VARCHAR) AS complaint_key, count(*) AS rows FROM ${scanOf(place, file)}
         WHERE complaint_key IN (SELECT CAST(complaint_key AS ${type}) FROM wanted) GROUP BY 1`,
      );
      await session.run(`INSERT INTO hit SELECT ${index}, complaint_key FROM found`);
      const row = await session.row<{ n: number | null }>(
        'SELECT sum(rows)::BIGINT AS n FROM found',
      );
      if (row?.n) files.push({ file, columns, rows: row.n });
    }
    if (files.length === 0) continue;
    const row = await session.row<{ n: number }>(
      'SELECT count(DISTINCT complaint_key) AS n FROM hit WHERE place = $1',
      [index],
    );
    hits.push({ place, records: row?.n ?? 0, files });
  }
  return hits;
}
