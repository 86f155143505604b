import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { formatPeriod, type Lang, message, type Workspace } from '../../base/index.ts';
import { writeWhole } from '../../base/whole-file.ts';
import { type BookCell, type BookSheet, writeXlsxBook } from '../../base/xlsx-book.ts';
import { type Figure, openRelease, type Release } from '../../release/index.ts';
import { definitionIndex, type FigureDefinition } from './definition.ts';
import { definitionColumns, definitionRows } from './definition-rows.ts';
import { type FigureColumn, figureColumns } from './figure-columns.ts';
import { eachFigure, longTable } from './long-table.ts';
import { markOf, noteColumns, noteRows } from './note-rows.ts';

export interface WorkbookRequest {
  /** A quarter that has a sealed release, as `2026Q3`. */
  period: string;
  /** The newest unless named. */
  version?: number;
  lang: Lang;
  /** In the same language. */
  definitions: readonly FigureDefinition[];
  /** A folder, or a file that ends in `.xlsx`; default `data/publications/<period>/`. */
  out?: string;
}

/**
 * Writes all figures of a sealed release as one workbook for people who work in spreadsheets: notes, one
 * long sheet (a row a figure, once, every cell typed, codes as text with their names beside them), and
 * definitions. Rows are streamed; the same release, definitions and language
 * give the same bytes. The name is
 * `workbook-<period>-v<version>.<lang>.xlsx`.
 * @throws BuktiError `release.*` where there is no release or its hashes are wrong; `asking.file-in-use` where
 *   a program holds the file
 */
export async function writeWorkbook(
  workspace: Workspace,
  request: WorkbookRequest,
): Promise<{ file: string; figures: number }> {
  const { period, version, lang, definitions, out } = request;
  const release = await openRelease(workspace, period, version);
  const name = `workbook-${release.period}-v${release.version}.${lang}.xlsx`;
  const file = placeOf(out ?? path.join(workspace.publications, release.period), name);
  mkdirSync(path.dirname(file), { recursive: true });
  let figures = 0;
  await writeWhole(file, async (aside) => {
    figures = await writeReleaseBook(aside, release, lang, definitions);
  });
  return { file, figures };
}

/** @returns the number of figures */
export async function writeReleaseBook(
  file: string,
  release: Release,
  lang: Lang,
  definitions: readonly FigureDefinition[],
): Promise<number> {
  const table = longTable(release);
  const definitionOf = definitionIndex(definitions);
  const mark = markOf(release, lang);
  const columns = figureColumns(table, release, lang, definitionOf, mark);
  const sheets: BookSheet[] = [
    {
      name: message(lang, 'reports.workbook.sheet.notes'),
      columns: noteColumns,
      rows: noteRows(release, lang, table.tablesOf.size),
    },
    {
      name: message(lang, 'reports.workbook.sheet.figures'),
      columns,
      rows: figureCells(eachFigure(table, release), columns),
    },
    {
      name: message(lang, 'reports.workbook.sheet.definitions'),
      columns: definitionColumns(lang),
      rows: definitionRows(table, release, lang, definitionOf),
    },
  ];
  const quarter = formatPeriod(release.period, lang);
  const title = `${message(lang, 'reports.workbook.title', { quarter })} v${release.version}`;
  await writeXlsxBook(file, sheets, { title, mark });
  return table.tablesOf.size;
}

function* figureCells(
  figures: Iterable<Figure>,
  columns: readonly FigureColumn[],
): Generator<BookCell[]> {
  for (const figure of figures) yield columns.map((column) => column.cell(figure));
}

function placeOf(out: string, name: string): string {
  return out.toLowerCase().endsWith('.xlsx')
    ? path.resolve(out)
    : path.join(path.resolve(out), name);
}
