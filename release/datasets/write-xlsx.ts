import { type Lang, message } from '../../base/index.ts';
import {
  type BookCell,
  type BookColumn,
  type BookSheet,
  writeXlsxBook,
} from '../../base/xlsx-book.ts';
import { type Cell, type Session, sqlName } from '../../warehouse/index.ts';
import { markOf, notes } from './notes.ts';
import { staged } from './stage.ts';
import type { DatasetColumn, DatasetDescription } from './types.ts';

/**
 * Writes the staged table as a workbook: notes, the data (codes and other text as text whatever they
 * begin with, numbers and days as Excel's own, in full precision), definitions and code lists. The mark
 * stands on the first sheet, in a column, and at the head and foot of every printed page.
 */
export async function writeXlsx(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  dataset: DatasetDescription,
  lang: Lang,
): Promise<void> {
  const mark = markOf(dataset, lang);
  const wrapped = (header: string, width: number): BookColumn => ({ header, width, style: 'wrap' });
  const t = (key: Parameters<typeof message>[1]) => message(lang, key);
  const sheets: BookSheet[] = [
    {
      name: t('export.sheet.notes'),
      columns: [
        { width: 30, style: 'strong' },
        { width: 110, style: 'wrap' },
      ],
      rows: [
        ...(mark === '' ? [] : [[{ value: mark, style: 'mark' as const }]]),
        [{ value: dataset.title[lang], style: 'title' as const }],
        ...notes(dataset, lang),
      ],
    },
    {
      name: t('export.sheet.data'),
      columns: columns.map(({ name, type }) => ({
        header: name,
        width: type === 'text' ? 18 : 13,
        ...(name === 'id' ? { distinct: true } : {}),
      })),
      rows: dataRows(session, columns),
    },
  ];
  if (dataset.measures.length > 0) {
    sheets.push({
      name: t('export.sheet.definitions'),
      columns: [
        wrapped(t('export.column.measure'), 30),
        wrapped(t('reports.workbook.column.definition'), 50),
        wrapped(t('reports.workbook.column.formula'), 50),
        wrapped(t('reports.workbook.column.caveats'), 60),
        wrapped(t('reports.workbook.column.source'), 60),
      ],
      rows: dataset.measures.map(({ code, [lang]: one }) => [
        code,
        one.meaning,
        one.formula,
        one.caveats.join(' '),
        one.source,
      ]),
    });
  }
  if (dataset.codeLists.length > 0) {
    const headers = [t('export.column.list'), 'code', 'label_id', 'label_en', 'parent'];
    sheets.push({
      name: t('export.sheet.codes'),
      columns: headers.map((header, index) => ({
        header,
        width: [18, 22, 40, 40, 18][index] ?? 18,
      })),
      rows: codeRows(dataset),
    });
  }
  await writeXlsxBook(file, sheets, { title: dataset.title[lang], mark });
}

function* codeRows({ codeLists }: DatasetDescription): Generator<BookCell[]> {
  for (const { name, codes } of codeLists) {
    for (const { code, label_id, label_en, parent } of codes) {
      yield [name, code, label_id, label_en, parent];
    }
  }
}

async function* dataRows(
  session: Session,
  columns: readonly DatasetColumn[],
): AsyncGenerator<BookCell[]> {
  const names = columns.map(({ name }) => sqlName(name)).join(', ');
  for await (const chunk of session.chunks(`select ${names} from ${staged}`)) {
    const length = chunk[0]?.length ?? 0;
    for (let row = 0; row < length; row++) {
      yield columns.map(({ type }, index) => bookCell(chunk[index]?.[row] ?? null, type));
    }
  }
}

function bookCell(cell: Cell, type: DatasetColumn['type']): BookCell {
  if (cell === null) return null;
  if (type === 'date') return { day: String(cell) };
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell);
}
