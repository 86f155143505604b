import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Session, sqlString } from '../../warehouse/index.ts';
import { exportDate } from './calendar.ts';

export type BulkFormat = 'csv' | 'parquet';

/**
 * A file that grows part by part, each written by DuckDB itself; at the end the parts' bytes are put
 * together. No row passes through JavaScript.
 */
export interface BulkFile {
  /** @param sql a SELECT with an ORDER BY and this file's columns */
  add(session: Session, sql: string): Promise<void>;
  finish(session: Session): Promise<string>;
}

/**
 * @param known ISO day of which the file tells; it stands in the lines above a CSV's header and in
 *   a Parquet file's metadata
 */
export function openBulkFile(options: {
  folder: string;
  name: string;
  format: BulkFormat;
  columns: readonly string[];
  known: string;
}): BulkFile {
  const { folder, name, format, columns, known } = options;
  const file = path.join(folder, `${name}.${format}`);
  const metadata = `KV_METADATA {synthetic: 'true', known_at: ${sqlString(known)}}`;
  const settings =
    format === 'csv'
      ? 'FORMAT csv, HEADER false'
      : `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, ${metadata}`;
  const parts: string[] = [];
  return {
    async add(session, sql) {
      const part = path.join(folder, `${name}.part-${parts.length}.${format}`);
      await session.run(`COPY (${sql}) TO ${sqlString(part)} (${settings})`);
      parts.push(part);
    },
    async finish(session) {
      if (format === 'csv') await joinCsv(file, parts, columns, known);
      else if (parts.length === 1) renameSync(parts[0] as string, file);
      else {
        const list = parts.map(sqlString).join(', ');
        // Reading files in a list keeps their order, and one row group's text fits in memory.
        await session.run(
          `COPY (SELECT * FROM read_parquet([${list}])) TO ${sqlString(file)} (${settings})`,
        );
      }
      for (const part of parts) rmSync(part, { force: true });
      return file;
    },
  };
}

async function joinCsv(
  file: string,
  parts: readonly string[],
  columns: readonly string[],
  known: string,
): Promise<void> {
  const head =
    `# SINTETIS: data buatan untuk uji coba, bukan laporan sungguhan\n` +
    `Tanggal Dibuat: ${exportDate(known)}\n${columns.join(',')}\n`;
  async function* bytes() {
    yield Buffer.from(head);
    for (const part of parts) yield* createReadStream(part, { highWaterMark: 1 << 20 });
  }
  await pipeline(bytes, createWriteStream(file, { highWaterMark: 1 << 20 }));
}
