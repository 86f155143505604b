import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Lang, type Workspace } from '../../base/index.ts';
import { writeWhole } from '../../base/whole-file.ts';
import {
  codecOf,
  type Dataset,
  describeFiles,
  type Memory,
  metadataOf,
  restricted,
  sha256Of,
  stage,
  stageCodes,
  widen,
  withLabels,
  withUndottedRegions,
  writeArrow,
  writeCsv,
  writeDataset,
  writeJson,
  writeParquet,
  writeSdmxCsv,
  writeXlsx,
} from '../../release/datasets/index.ts';
import { type Session, withSession } from '../../warehouse/index.ts';
import { type ExportOptions, fileEndings, type Shape } from './options.ts';

/** A file or folder that stands aside, until it is noted in the log. */
export interface Written {
  /** Where it will be. */
  place: string;
  rows: number;
  /** Names as the log has them. */
  files: { name: string; sha256: string }[];
}

/**
 * Writes datasets as files or folders; nothing is in its place before `beforeRelease` has been told of
 * all of them.
 * @throws BuktiError `export.several-files`, `export.wide-dimension`, and as `writeWhole`
 */
export async function writeExports(
  workspace: Workspace,
  datasets: readonly Dataset[],
  options: ExportOptions,
  shape: Shape,
  lang: Lang,
  beforeRelease: (written: readonly Written[]) => Promise<void>,
): Promise<Written[]> {
  const places = placesOf(workspace, datasets, options, shape);
  const written: Written[] = [];
  const aside = path.join(workspace.data, 'exports', `.tmp-${process.pid}`);
  const memory: Memory = {
    memoryLimit: workspace.config.memory_limit,
    tempDirectory: path.join(aside, 'spill'),
  };
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  try {
    for (const [index, dataset] of datasets.entries()) {
      const place = places[index] as string;
      const temporary = path.join(aside, String(index));
      const shaped = shapedOf(dataset, shape);
      const rows =
        shape.format === 'dataset'
          ? (await writeDataset(temporary, shaped, shape.style, memory)).rows
          : await writeFile(temporary, shaped, shape, lang, memory);
      const files =
        shape.format === 'dataset'
          ? (await describeFiles(temporary)).map(({ name, sha256 }) => ({
              name: `${path.basename(place)}/${name}`,
              sha256,
            }))
          : [{ name: path.basename(place), sha256: await sha256Of(temporary) }];
      written.push({ place, rows, files });
    }
    await beforeRelease(written);
    for (const [index, { place }] of written.entries()) {
      const temporary = path.join(aside, String(index));
      if (shape.format === 'dataset') moveFolder(temporary, place);
      else await writeWhole(place, async (file) => move(temporary, file));
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return written;
}

/** `data/exports/2026Q3-v8/TERBATAS-by_province.csv` where nothing else is said. */
function placesOf(
  workspace: Workspace,
  datasets: readonly Dataset[],
  { out }: ExportOptions,
  { format }: Shape,
): string[] {
  const ending = format === 'dataset' ? '' : fileEndings[format];
  const nameOf = ({ name, edition }: Dataset) =>
    `${edition === 'internal' ? `${restricted}-` : ''}${name}${ending}`;
  const target = out === undefined ? undefined : path.resolve(out);
  if (
    target !== undefined &&
    format !== 'dataset' &&
    path.extname(target) !== '' &&
    !isFolder(target)
  ) {
    if (datasets.length > 1) {
      const params = { n: datasets.length, file: path.basename(target) };
      throw new BuktiError('export.several-files', params, exitStatus.usage);
    }
    const folder = path.dirname(target);
    if (!existsSync(folder)) throw new BuktiError('asking.no-folder', { folder }, exitStatus.usage);
    return [target];
  }
  return datasets.map((dataset) => {
    const own = (dataset.release ?? 'not-sealed').replace('/', '-');
    const folder = target ?? path.join(workspace.data, 'exports', own);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return path.join(folder, nameOf(dataset));
  });
}

function isFolder(place: string): boolean {
  return existsSync(place) && statSync(place).isDirectory();
}

function shapedOf(dataset: Dataset, shape: Shape): Dataset {
  const coded = shape.undotted ? withUndottedRegions(dataset) : dataset;
  return shape.format === 'sdmx-csv' ? coded : withLabels(coded, shape.labels);
}

async function writeFile(
  file: string,
  dataset: Dataset,
  shape: Shape,
  lang: Lang,
  memory: Memory,
): Promise<number> {
  return withSession({ ...memory, threads: 1 }, async (session) => {
    const rows = await stage(session, dataset);
    const columns =
      shape.wide === undefined
        ? dataset.columns
        : await widen(session, dataset, wideDimension(dataset, shape.wide));
    await writers[shape.format as keyof typeof writers](
      session,
      file,
      { ...dataset, columns },
      shape,
      lang,
    );
    return rows;
  });
}

type Write = (
  session: Session,
  file: string,
  dataset: Dataset,
  shape: Shape,
  lang: Lang,
) => Promise<void>;

const writers: Record<Exclude<Shape['format'], 'dataset'>, Write> = {
  csv: (session, file, { columns }, { style }) => writeCsv(session, file, columns, style),
  parquet: (session, file, dataset) =>
    writeParquet(session, file, dataset.columns, metadataOf(dataset), codecOf(dataset)),
  arrow: (session, file, dataset) =>
    writeArrow(session, file, dataset.columns, metadataOf(dataset)),
  json: (session, file, dataset) =>
    writeJson(session, file, dataset.columns, {
      ...Object.fromEntries(metadataOf(dataset)),
      synthetic: dataset.synthetic,
    }),
  xlsx: (session, file, dataset, _, lang) =>
    writeXlsx(session, file, dataset.columns, dataset, lang),
  async 'sdmx-csv'(session, file, dataset, { labels, labelled }) {
    if (!dataset.columns.some(({ role }) => role === 'value')) {
      throw new BuktiError('export.no-values', { format: 'sdmx-csv' }, exitStatus.usage);
    }
    await stageCodes(session, dataset);
    const named = labelled ? labels.find((part) => part !== 'code') : undefined;
    const chosen = named === 'id' || named === 'en' ? named : undefined;
    await writeSdmxCsv(session, file, dataset.columns, dataset, chosen);
  },
};

function wideDimension({ columns }: Dataset, text: string) {
  if (!columns.some(({ role }) => role === 'value')) {
    throw new BuktiError('export.no-values', { format: '--wide' }, exitStatus.usage);
  }
  const name = text.trim().toLowerCase() === 'gender' ? 'sex' : text.trim().toLowerCase();
  const possible = columns.filter(
    ({ role, name: own }) =>
      (role === 'dimension' || role === 'time' || role === 'measure') && !own.includes('_label_'),
  );
  const found = possible.find((column) => column.name === name);
  if (found) return found;
  const known = possible.map((column) => column.name).join(', ');
  throw new BuktiError('export.wide-dimension', { name: text, known }, exitStatus.usage);
}

/** The folder that is there is set aside first: a reader meets the old one or the new one. */
function moveFolder(from: string, to: string): void {
  const old = `${to}.old-${process.pid}`;
  if (existsSync(to)) renameSync(to, old);
  try {
    move(from, to);
  } catch (error) {
    if (existsSync(old)) renameSync(old, to);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Another disk may hold the target. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}
