import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BuktiError } from '../../../base/errors.ts';
import { exitStatus } from '../../../base/exit-status.ts';
import { readCsv } from './csv.ts';
import { type Extract, type Extractor, emptyExtract } from './extract.ts';
import { readHtml } from './html.ts';
import { readJson } from './json.ts';
import { readParquet, readXlsx } from './sheet.ts';

/**
 * Reads every file of a folder and its folders, or one file: CSV, JSON, HTML, SVG, Markdown and text, XLSX, Parquet, and whatever
 * `extractors` know. Writes nothing.
 * @throws BuktiError `attack.no-folder`, `attack.unreadable`
 */
export async function readFolder(
  folder: string,
  extractors: readonly Extractor[] = [],
): Promise<Extract> {
  const extract = emptyExtract();
  for (const name of filesOf(folder)) {
    const whole = path.join(folder, name);
    // A file alone: then it is the whole path.
    const file = name === '' ? path.basename(folder) : name;
    try {
      const bytes = readFileSync(whole);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      extract.files.push({ file, bytes: bytes.length, sha256 });
      for (const extractor of extractors) {
        const found = await extractor(file, bytes);
        extract.grids.push(...(found?.grids ?? []));
        extract.passages.push(...(found?.passages ?? []));
        extract.metadata.push(...(found?.metadata ?? []));
      }
      await readOne(extract, file, whole, bytes);
    } catch (error) {
      if (error instanceof BuktiError) throw error;
      throw new BuktiError('attack.unreadable', { file });
    }
  }
  return extract;
}

async function readOne(extract: Extract, file: string, whole: string, bytes: Buffer) {
  const name = path.posix.basename(file).toLowerCase();
  const text = () => bytes.toString('utf8');
  if (name === 'structure.json') {
    extract.structures.push({ file, value: JSON.parse(text()) });
  } else if (name === 'disclosure.json') {
    const value: unknown = JSON.parse(text());
    extract.methods.push({ file, value });
    // It may say more than it should, as any other description.
    extract.metadata.push({ file, value });
  } else if (name === 'sha256sums') {
    const lines = text().split('\n').filter(Boolean);
    const sums = lines.map((line) => [line.slice(64).trim(), line.slice(0, 64)] as const);
    extract.metadata.push({ file, value: { sha256: Object.fromEntries(sums) } });
  } else if (/\.(csv|tsv)$/.test(name)) {
    const grid = readCsv(file, text());
    if (grid) extract.grids.push(grid);
  } else if (/\.(json|jsonld|geojson)$/.test(name)) {
    const { grids, metadata } = readJson(file, JSON.parse(text()));
    extract.grids.push(...grids);
    extract.metadata.push(...metadata);
  } else if (/\.(html?|svg)$/.test(name)) {
    const { grids, passages } = readHtml(file, text());
    extract.grids.push(...grids);
    extract.passages.push(...passages);
  } else if (name.endsWith('.xlsx')) {
    extract.grids.push(...(await readXlsx(file, whole)));
  } else if (name.endsWith('.parquet')) {
    extract.grids.push(await readParquet(file, bytes));
  } else if (/\.(md|txt)$/.test(name)) {
    for (const [index, line] of text().split('\n').entries()) {
      if (!/\d/.test(line)) continue;
      extract.passages.push({ file, place: `line ${index + 1}`, text: line, numbers: 'id' });
    }
  }
}

function filesOf(folder: string): string[] {
  try {
    if (statSync(folder).isFile()) return [''];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  } catch {
    throw new BuktiError('attack.no-folder', { folder }, exitStatus.usage);
  }
}
