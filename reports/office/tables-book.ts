import type { Lang } from '../../base/index.ts';
import { type MessageKey, message } from '../../base/index.ts';
import { type BookCell, type BookSheet, writeXlsxBook } from '../../base/xlsx-book.ts';
import type { Release } from '../../release/index.ts';
import { createContext } from '../sections/context.ts';
import { comparisonsSheet, figuresSheet, idsOf } from './id-sheets.ts';
import { type Page, readPage } from './page.ts';
import { placeOf, sheetName, tableSheet } from './table-sheet.ts';

/**
 * Writes the tables behind a document: contents, a sheet a table, then every figure and comparison of
 * the document by id. Values are the release's, found by the ids on the page and never by its text; the
 * same release, language and page give the same bytes.
 * @param html the document's page
 */
export async function writeTablesBook(
  file: string,
  release: Release,
  lang: Lang,
  html: string,
): Promise<void> {
  const context = createContext(release, lang);
  const page = readPage(html);
  const mark = page.marks.join(' · ');
  const { figures, comparisons } = idsOf(context, page);
  const sheets: BookSheet[] = [
    ...page.tables.map((table) => tableSheet(context, table, mark)),
    figuresSheet(context, page, figures, mark),
    ...(comparisons.length > 0 ? [comparisonsSheet(context, comparisons, mark)] : []),
  ];
  const contents: BookSheet = {
    name: message(lang, 'reports.office.contents'),
    columns: [
      { width: 34, style: 'strong' },
      { width: 110, style: 'wrap' },
    ],
    rows: contentsRows(release, lang, page, sheets),
  };
  const title = `${page.name}, ${release.period} v${release.version}`;
  await writeXlsxBook(file, [contents, ...sheets], { title, mark });
}

const signs = ['zero', 'dots', 'na', 'few', 'beyond', 'star', 'empty'] as const;

function contentsRows(
  release: Release,
  lang: Lang,
  page: Page,
  sheets: readonly BookSheet[],
): BookCell[][] {
  const t = (key: MessageKey, params = {}) => message(lang, key, params);
  const captions = new Map(page.tables.map((table) => [sheetName(table), table.caption]));
  captions.set(t('reports.office.figures'), t('reports.office.figures.caption'));
  captions.set(t('reports.office.comparisons'), t('reports.office.comparisons.caption'));
  return [
    [{ value: page.marks.join(' · '), style: 'mark' }],
    [{ value: page.headline, style: 'title' }],
    [{ value: page.name, style: 'text' }],
    [],
    [t('reports.workbook.notes.release'), page.release],
    [t('reports.office.hash'), release.sha256],
    [t('reports.workbook.notes.marks'), t('reports.office.restricted')],
    [t('reports.workbook.notes.caveat'), page.sentences('caveat').join(' ')],
    [t('reports.office.about'), t('reports.office.about.text')],
    [null, t('reports.office.about.ids', { sheet: t('reports.office.figures') })],
    [null, t('reports.office.about.sums')],
    ...signs.map((sign, index): BookCell[] => [
      index === 0 ? t('reports.office.signs') : null,
      t(`reports.office.sign.${sign}`),
    ]),
    [],
    [
      { value: t('reports.office.sheets'), style: 'strong' },
      page.tables.length > 0 ? null : t('reports.office.missing-data'),
    ],
    ...sheets.map(({ name }): BookCell[] => [
      { value: name, style: 'link', link: placeOf(name) },
      captions.get(name),
    ]),
  ];
}
