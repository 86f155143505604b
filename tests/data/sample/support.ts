import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { openWorkspace, type Workspace } from '../../../base/index.ts';

/** A workspace without a bukti.yaml, so that nobody's settings play a part. */
export function plainWorkspace(threads?: number): Workspace {
  const workspace = openWorkspace(mkdtempSync(path.join(tmpdir(), 'bukti sample ')));
  workspace.config.threads = threads;
  return workspace;
}

/** Name to SHA-256 of every file of a folder. */
export function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] as string);

/** All rows of a workbook's only sheet, read from its XML by this test's own means. */
function readSheet(file: string): (string | number)[][] {
  const entries = unzipSync(readFileSync(file));
  const xml = strFromU8(entries['xl/worksheets/sheet1.xml'] as Uint8Array);
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
    [
      ...row.matchAll(
        /<c r="[A-Z]+\d+"[^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs,
      ),
    ].map(([, number, text]) => (text === undefined ? Number(number) : decode(text))),
  );
}

export interface ExportFile {
  above: (string | number)[][];
  header: string[];
  /** By column name; the Tracking ID as a number whatever its form. */
  rows: Record<string, string | number>[];
}

/** An export, split where the header row begins. */
export function readExport(file: string): ExportFile {
  const sheet = readSheet(file);
  const at = sheet.findIndex((row) => row[0] === 'Tracking ID');
  const header = (sheet[at] ?? []).map(String);
  const rows = sheet
    .slice(at + 1)
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
  return { above: sheet.slice(0, at), header, rows };
}

/** The rows of a CSV of the sample below its information lines; no field of it holds a comma. */
export function readPlainCsv(file: string): { above: string[]; rows: Record<string, string>[] } {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const at = lines.findIndex((line) => line.startsWith('Tracking ID'));
  const header = (lines[at] ?? '').split(',');
  const rows = lines.slice(at + 1).map((line) => {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')),
    );
    return Object.fromEntries(header.map((name, index) => [name, fields[index] ?? '']));
  });
  return { above: lines.slice(0, at), rows };
}

export const idOf = (cell: string | number | undefined): number =>
  Number(String(cell).replace('\u00a0', ''));
