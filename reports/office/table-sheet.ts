import { message } from '../../base/index.ts';
import type { BookCell, BookColumn, BookSheet } from '../../base/xlsx-book.ts';
import type { Figure, SealedComparison } from '../../release/index.ts';
import type { Context, Dimension } from '../sections/context.ts';
import { sizeCells, valueCell } from './figure-cell.ts';
import type { PageCell, PageTable } from './page.ts';

/** A column of the sheet: its head, and what a row of the page's table has in it. */
interface Column extends BookColumn {
  cell(row: readonly PageCell[]): BookCell;
}

/** Where a sheet's name leads: its first cell. */
export const placeOf = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!A1`;

/** `T3.2 Berapa lama`, at most 25 characters, none that a sheet's name may not have. */
export function sheetName({ code, section }: PageTable): string {
  const words = `${code} ${section}`.replace(/[[\]:*?/\\']/g, ' ').split(/\s+/);
  let name = words[0] as string;
  for (const word of words.slice(1)) {
    if (name.length + word.length + 1 > 25) break;
    name += ` ${word}`;
  }
  return name;
}

/**
 * A table of the page as a sheet: its caption, marks and notes above a frozen and filtered header; the
 * row's name and code, the figures as numbers taken from the release by id, then their ids in grey.
 */
export function tableSheet(context: Context, table: PageTable, mark: string): BookSheet {
  const { lang } = context;
  const figureOf = (cell: PageCell | undefined): Figure | undefined =>
    cell?.id === undefined || cell.shows === 'comparison'
      ? undefined
      : context.release.figure(cell.id);
  const comparisonOf = (cell: PageCell | undefined) =>
    context.release.comparisons.find(({ id }) => id === cell?.id);
  const columns: Column[] = [];
  const idColumns: Column[] = [];

  table.heads.forEach((head, index) => {
    const cells = table.rows.map((row) => row[index]);
    if (cells.some((cell) => cell?.shows === 'interval')) {
      for (const end of ['low', 'high'] as const) {
        const header = message(lang, `reports.office.column.${end}`);
        columns.push({
          header,
          width: 13,
          right: true,
          cell(row) {
            const figure = figureOf(row[index]);
            return figure ? valueCell(figure, figure[end]) : null;
          },
        });
      }
    } else if (cells.some((cell) => cell?.shows === 'comparison')) {
      columns.push(...comparisonColumns(context, head, (row) => comparisonOf(row[index])));
    } else {
      const isText = cells.every((cell) => cell?.id === undefined && cell?.count === undefined);
      columns.push({
        header: head,
        width: isText ? widthOf(cells) : 15,
        style: isText ? 'text' : 'whole',
        right: !isText,
        cell: (row) => bodyCell(row[index], figureOf(row[index])),
      });
    }
    if (index === 0) columns.push(...codeColumn(context, table, figureOf));
    const isNew = table.rows.some((row) => {
      const cell = row[index];
      if (cell?.id === undefined) return false;
      const first = row.find(({ id, shows }) => id === cell.id && shows === 'figure');
      return cell === (first ?? row.find(({ id }) => id === cell.id));
    });
    if (!isNew) return;
    idColumns.push({
      header: message(lang, 'reports.office.column.id', { head }),
      width: 24,
      style: 'id',
      distinct: true,
      folds: true,
      cell: (row) => row[index]?.id,
    });
  });

  const every = [...columns, ...idColumns];
  return {
    name: sheetName(table),
    columns: every,
    frozen: 1,
    above: [
      [{ value: mark, style: 'mark' }],
      [{ value: `${table.code}  ${table.caption}`, style: 'title' }],
      ...table.notes.map((note): BookCell[] => [note]),
      [
        {
          value: message(lang, 'reports.office.back'),
          style: 'link',
          link: placeOf(message(lang, 'reports.office.contents')),
        },
      ],
    ],
    rows: table.rows.map((row) => every.map((column) => column.cell(row))),
  };
}

/** A difference or ratio and the ends of its interval, as the page writes them. */
function comparisonColumns(
  context: Context,
  head: string,
  of: (row: readonly PageCell[]) => SealedComparison | undefined,
): Column[] {
  const t = (key: 'low' | 'high') => message(context.lang, `reports.office.column.${key}`);
  return [head, t('low'), t('high')].map((header, index) => ({
    header,
    width: 13,
    right: true,
    cell(row) {
      const one = of(row);
      return one ? sizeCells(one)[index] : null;
    },
  }));
}

function bodyCell(cell: PageCell | undefined, figure: Figure | undefined): BookCell {
  if (!cell || !figure) return cell?.count ?? cell?.text;
  if (cell.shows === 'cases') return figure.n;
  return (
    valueCell(figure, figure.value, figure.provisional) ?? { value: cell.text, style: 'text-right' }
  );
}

function widthOf(cells: readonly (PageCell | undefined)[]): number {
  const longest = Math.max(...cells.map((cell) => cell?.text.length ?? 0));
  return Math.min(60, Math.max(14, longest + 3));
}

/** The code that each row has for itself, as text: `35` beside Jawa Timur. */
function codeColumn(
  context: Context,
  table: PageTable,
  figureOf: (cell: PageCell) => Figure | undefined,
): Column[] {
  const codesOf = (row: readonly PageCell[], name: Dimension) => {
    const codes = row.flatMap((cell) => figureOf(cell)?.dims[name] ?? []);
    return [...new Set(codes)];
  };
  const [first] = table.rows;
  const names = new Set(
    (first ?? []).flatMap((cell) => Object.keys(figureOf(cell)?.dims ?? {}) as Dimension[]),
  );
  for (const name of names) {
    if (name === 'day') continue;
    const codes = table.rows.map((row) => codesOf(row, name));
    const held = codes.filter(({ length }) => length > 0);
    const isOwn = codes.every(({ length }) => length <= 1);
    if (!isOwn || held.length < 2 || new Set(held.flat()).size < held.length) continue;
    const what = context.release.label('dimension', name, context.lang);
    return [
      {
        header: message(context.lang, 'reports.office.column.code', { what }),
        width: Math.min(30, Math.max(14, ...held.flat().map((code) => code.length + 3))),
        style: 'text',
        cell: (row) => codesOf(row, name)[0],
      },
    ];
  }
  return [];
}
