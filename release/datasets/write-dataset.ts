import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { csvCell, harmlessText } from '../../base/csv-text.ts';
import { type Lang, languages, message } from '../../base/index.ts';
import { type Session, type SessionOptions, withSession } from '../../warehouse/index.ts';
import { csvOnTheWeb } from './csv-on-the-web.ts';
import { codeListColumns, dataPackage, type WrittenFile } from './data-package.ts';
import { dcat } from './dcat.ts';
import { metadataSheets } from './metadata-sheets.ts';
import { metadataOf } from './notes.ts';
import { readme } from './readme.ts';
import { stage } from './stage.ts';
import type { Code, CsvStyle, Dataset } from './types.ts';
import { writeArrow } from './write-arrow.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeParquet } from './write-parquet.ts';
import { writeSdmxCsv } from './write-sdmx.ts';
import { writeXlsx } from './write-xlsx.ts';

/** For tables larger than memory: where DuckDB may spill, and how much it may hold. */
export type Memory = Pick<SessionOptions, 'memoryLimit' | 'tempDirectory'>;

export interface WrittenDataset {
  rows: number;
  /** In order of name, SHA256SUMS not among them. */
  files: WrittenFile[];
}

/**
 * Writes a dataset as a folder that stands alone: data.csv, data.parquet, where there are figures
 * data.sdmx.csv, a code list per dimension, metadata sheets, the descriptors datapackage.json,
 * csv-metadata.json and dcat.jsonld, README.md and SHA256SUMS; a public one also as Arrow, JSON and XLSX, for
 * whoever gets no tool to make them. The same dataset gives the same bytes.
 * It decides nothing about what may be shown: the rows of a public dataset come protected.
 * @param folder is made; it must be empty where it is there already
 * @example
 * ```ts
 * await writeDataset(path.join(folder, 'by_province'), { ...description, columns, chunks: [cells] });
 * ```
 */
export async function writeDataset(
  folder: string,
  dataset: Dataset,
  style: CsvStyle = {},
  memory: Memory = {},
): Promise<WrittenDataset> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`not empty: ${folder}`);
  mkdirSync(path.join(folder, 'codelists'), { recursive: true });
  const at = (name: string) => path.join(folder, name);
  const { columns } = dataset;
  return withSession({ ...memory, threads: 1 }, async (session) => {
    const rows = await stage(session, dataset);
    await writeCsv(session, at('data.csv'), columns, style);
    await writeParquet(session, at('data.parquet'), columns, metadataOf(dataset), codecOf(dataset));
    const sdmx = columns.some(({ role }) => role === 'value')
      ? await writeSdmxCsv(session, at('data.sdmx.csv'), columns, dataset)
      : [];
    if (dataset.edition === 'public') {
      await writeArrow(session, at('data.arrow'), columns, metadataOf(dataset));
      const head = { ...Object.fromEntries(metadataOf(dataset)), synthetic: dataset.synthetic };
      await writeJson(session, at('data.json'), columns, head);
      for (const lang of languages) {
        await writeXlsx(session, at(`data.${lang}.xlsx`), columns, dataset, lang);
      }
    }
    for (const { name, text } of dataset.more ?? []) writeFileSync(at(name), text);
    for (const list of dataset.codeLists) {
      const names = codeListColumns(list);
      const lines = list.codes.map((code) => names.map((name) => code[name as keyof Code] ?? ''));
      writeFileSync(at(`codelists/${list.name}.csv`), csvLines([names, ...lines]));
    }
    mkdirSync(at('metadata'), { recursive: true });
    for (const sheet of metadataSheets(dataset, columns)) {
      writeFileSync(at(`metadata/${sheet.name}.csv`), csvLines(sheet.rows));
    }
    const data = await describeFiles(folder);
    const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
    writeFileSync(at('datapackage.json'), json(dataPackage(dataset, columns, style, data, sdmx)));
    writeFileSync(at('csv-metadata.json'), json(csvOnTheWeb(dataset, columns, style)));
    writeFileSync(at('dcat.jsonld'), json(dcat(dataset, data)));
    writeFileSync(at('README.md'), readme(dataset, columns, await listed(folder, dataset.more)));
    const files = await describeFiles(folder);
    const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
    writeFileSync(at('SHA256SUMS'), sums.join(''));
    return { rows, files };
  });
}

/** How Parquet is packed. */
export function codecOf({ edition }: Pick<Dataset, 'edition'>): 'zstd' | 'snappy' {
  return edition === 'public' ? 'snappy' : 'zstd';
}

/** The labels that SDMX-CSV may ask for. */
export async function stageCodes(session: Session, { codeLists }: Dataset): Promise<void> {
  await session.run(
    'create or replace temp table code_list (list varchar, code varchar, label_id varchar, label_en varchar)',
  );
  const codes = codeLists.flatMap((list) =>
    list.codes.map((code) => ({ list: list.name, ...code })),
  );
  const of = (name: 'list' | 'code' | 'label_id' | 'label_en') => codes.map((code) => code[name]);
  await session.appendText('code_list', [of('list'), of('code'), of('label_id'), of('label_en')]);
}

/** All files under a folder with sizes and hashes, in order of name; names have `/` everywhere. */
export async function describeFiles(folder: string): Promise<WrittenFile[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name !== 'SHA256SUMS' && statSync(path.join(folder, name)).isFile())
    .sort();
  const files: WrittenFile[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    files.push({ name, bytes: statSync(file).size, sha256: await sha256Of(file) });
  }
  return files;
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

const abouts = {
  'data.csv': 'export.file.csv',
  'data.parquet': 'export.file.parquet',
  'data.sdmx.csv': 'export.file.sdmx',
  'data.arrow': 'export.file.arrow',
  'data.json': 'export.file.json',
  'data.id.xlsx': 'export.file.xlsx-id',
  'data.en.xlsx': 'export.file.xlsx-en',
  'datapackage.json': 'export.file.datapackage',
  'csv-metadata.json': 'export.file.csvw',
  'dcat.jsonld': 'export.file.dcat',
  'metadata/ms-keg.csv': 'export.file.ms-keg',
  'metadata/ms-var.csv': 'export.file.ms-var',
  'metadata/ms-ind.csv': 'export.file.ms-ind',
} as const;

async function listed(
  folder: string,
  more: Dataset['more'] = [],
): Promise<{ name: string; about: Record<Lang, string> }[]> {
  const names = (await describeFiles(folder)).map(({ name }) => name);
  const about = (key: (typeof abouts)[keyof typeof abouts] | 'export.file.codelists') =>
    Object.fromEntries(languages.map((lang) => [lang, message(lang, key)])) as Record<Lang, string>;
  const own = Object.entries(abouts).filter(([name]) => names.includes(name));
  const lists = names.some((name) => name.startsWith('codelists/'));
  return [
    ...own.map(([name, key]) => ({ name, about: about(key) })),
    ...more.map(({ name, about: words }) => ({ name, about: words })),
    ...(lists ? [{ name: 'codelists/', about: about('export.file.codelists') }] : []),
  ];
}

/** Small sheets of text; formulas are made harmless as in data.csv. */
function csvLines(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => csvCell(harmlessText(text));
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
