import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import { type Session, withSession } from '../../warehouse/index.ts';
import { finalDate } from './calendar.ts';
import { attributeColumns, attributeSql, eventColumns, eventSql } from './companion-sql.ts';
import { monthlyExports, type PlannedExport, yearlyExports } from './drawings.ts';
import { exportSql } from './export-sql.ts';
import { reportSql } from './report-sql.ts';
import { reportTextSql } from './report-text-sql.ts';
import { loadWorld, type World } from './world-tables.ts';
import { type BulkFile, type BulkFormat, openBulkFile } from './write-bulk.ts';
import { writeXlsxExport } from './write-xlsx.ts';

export const defaultRows = 60_000;
export const defaultSeed = 9;

export interface SampleProgress {
  /** Reports drawn so far, of all. */
  reports: number;
  /** Files written so far, of all. */
  files: number;
  totalReports: number;
  totalFiles: number;
}

export interface SampleOptions {
  /** Where the files go; made if it is not there. */
  folder: string;
  /** Distinct reports, 500 to 20,000,000 (XLSX: to 500,000); default 60,000. */
  rows?: number;
  /** Same seed, same bytes; default 9. */
  seed?: number;
  /** Monthly XLSX exports (default) or yearly CSV or Parquet ones, the latter for large samples. */
  format?: 'xlsx' | BulkFormat;
  /** False: the same world, over-dispersed as it is, without the planted effects. Default true. */
  effects?: boolean;
  onProgress?: (event: SampleProgress) => void;
}

/** Reports drawn in one go: bounds the memory of large samples. */
const chunkSize = 250_000;
const attributesName = 'SINTETIS-Atribut-Pelapor';
const eventsName = 'SINTETIS-Log-Peristiwa';

/**
 * Writes the synthetic SP4N-LAPOR! world: admin exports, reporters' attributes and event log. The
 * files appear under their names only when all are complete.
 *
 * @returns the files' paths in a stable order, and the number of distinct reports
 * @throws BuktiError `sample.rows`, `sample.seed-missing`, `sample.seed-column`
 * @example await makeSample(workspace, { folder: workspace.inbox })
 */
export async function makeSample(
  workspace: Workspace,
  options: SampleOptions,
): Promise<{ files: string[]; rows: number }> {
  const { rows = defaultRows, seed = defaultSeed, format = 'xlsx', effects = true } = options;
  const high = format === 'xlsx' ? 500_000 : 20_000_000;
  if (!Number.isInteger(rows) || rows < 500 || rows > high) {
    throw new BuktiError('sample.rows', { rows, low: 500, high }, exitStatus.usage);
  }
  mkdirSync(options.folder, { recursive: true });
  const scratch = mkdtempSync(path.join(options.folder, '.tmp-sample-'));
  try {
    const session = {
      memoryLimit: workspace.config.memory_limit ?? '2GB',
      threads: workspace.config.threads,
      tempDirectory: path.join(scratch, 'duckdb'),
    };
    const written = await withSession(session, async (open) => {
      const world = await loadWorld(open, workspace, { seed, rows, effects });
      return writeAll(open, world, format, scratch, options.onProgress);
    });
    const files = written.map((file) => {
      const target = path.join(options.folder, path.basename(file));
      renameSync(file, target);
      return target;
    });
    return { files, rows };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function writeAll(
  session: Session,
  world: World,
  format: 'xlsx' | BulkFormat,
  folder: string,
  onProgress: (event: SampleProgress) => void = () => {},
): Promise<string[]> {
  const { seed, rows } = world;
  const exports =
    format === 'xlsx' ? monthlyExports(world.calendar) : yearlyExports(world.calendar);
  const bulkFormat = format === 'xlsx' ? 'csv' : format;
  const progress = { reports: 0, files: 0, totalReports: rows, totalFiles: exports.length + 2 };
  const bulk = (name: string, columns: readonly string[], known: string) =>
    openBulkFile({ folder, name, format: bulkFormat, columns, known });
  const exportFiles =
    format === 'xlsx' ? [] : exports.map((each) => bulk(each.name, each.columns, each.date));
  const attributes = bulk(attributesName, attributeColumns, finalDate);
  const events = bulk(eventsName, eventColumns, finalDate);
  const size = format === 'xlsx' ? rows : chunkSize;
  const files: string[] = [];
  const done = (file: string) => {
    files.push(file);
    progress.files++;
    onProgress({ ...progress });
  };

  for (let first = 1; first <= rows; first += size) {
    const last = Math.min(first + size - 1, rows);
    await session.run(`CREATE OR REPLACE TABLE report AS ${reportSql(world, first, last)}`);
    await session.run(`CREATE OR REPLACE TABLE report_text AS ${reportTextSql(seed)}`);
    if (format === 'xlsx') {
      for (const planned of exports) {
        done((await writeXlsxExport(session, seed, planned, folder)).file);
      }
    } else await addExports(session, seed, exports, exportFiles);
    await attributes.add(session, attributeSql(seed));
    await events.add(session, eventSql(seed, world.finalOrdinal));
    progress.reports = last;
    onProgress({ ...progress });
  }
  await session.run('DROP TABLE report; DROP TABLE report_text');
  for (const file of [...exportFiles, attributes, events]) done(await file.finish(session));
  return files;
}

/** Adds the rows of table `report` to each yearly export that can hold some of them. */
async function addExports(
  session: Session,
  seed: number,
  exports: readonly PlannedExport[],
  files: readonly BulkFile[],
): Promise<void> {
  const span = await session.row<{ first: number }>('SELECT min(day) AS first FROM report');
  for (const [index, planned] of exports.entries()) {
    if ((span?.first ?? 0) > planned.to) continue;
    await files[index]?.add(session, exportSql(seed, planned, planned.columns));
  }
}
