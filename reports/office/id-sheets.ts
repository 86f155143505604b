import { type MessageKey, message } from '../../base/index.ts';
import type { BookCell, BookColumn, BookSheet } from '../../base/xlsx-book.ts';
import type { Figure, SealedComparison } from '../../release/index.ts';
import type { Context, Dimension } from '../sections/context.ts';
import { numberStyle, sizeCells, valueCell } from './figure-cell.ts';
import type { Page } from './page.ts';
import { placeOf } from './table-sheet.ts';

interface Column<T> extends BookColumn {
  cell(row: T): BookCell;
}

/** The ids of a page, those of comparisons apart. */
export function idsOf(context: Context, page: Page) {
  const byId = new Map(context.release.comparisons.map((one) => [one.id, one]));
  const comparisons: SealedComparison[] = [];
  const figures: Figure[] = [];
  for (const id of [...page.places.keys()].sort()) {
    const comparison = byId.get(id);
    if (comparison) comparisons.push(comparison);
    else figures.push(context.release.figure(id));
  }
  return { figures, comparisons };
}

/** Every figure of the page, a row each, with its id and where it stands. */
export function figuresSheet(
  context: Context,
  page: Page,
  figures: readonly Figure[],
  mark: string,
): BookSheet {
  const t = (key: MessageKey) => message(context.lang, key);
  const number = (key: 'value' | 'low' | 'high'): Column<Figure> => ({
    header: t(`reports.office.column.${key}`),
    width: 13,
    right: true,
    cell: (figure) => valueCell(figure, figure[key], key === 'value' && figure.provisional),
  });
  const count = (name: 'numerator' | 'denominator' | 'n'): Column<Figure> => ({
    header: t(`reports.office.column.${name === 'n' ? 'cases' : name}`),
    width: 12,
    style: 'whole',
    right: true,
    cell: (figure) => figure[name],
  });
  const columns: Column<Figure>[] = [
    {
      header: t('reports.office.column.id').replace(': {head}', ''),
      width: 70,
      distinct: true,
      cell: ({ id }) => id,
    },
    {
      header: t('reports.office.column.where'),
      width: 20,
      cell: ({ id }) => placesText(context, page, id),
    },
    {
      header: t('reports.office.column.what'),
      width: 40,
      cell: ({ metric, statistic }) =>
        `${context.release.label('metric', metric, context.lang)}: ${context.release.label('statistic', statistic, context.lang)}`,
    },
    {
      header: t('reports.office.column.group'),
      width: 40,
      distinct: true,
      cell: (figure) => groupText(context, figure),
    },
    number('value'),
    number('low'),
    number('high'),
    count('numerator'),
    count('denominator'),
    count('n'),
    {
      header: t('reports.office.column.unit'),
      width: 20,
      cell: ({ unit }) => t(`reports.workbook.unit.${unit}`),
    },
    {
      header: t('reports.office.column.status'),
      width: 18,
      cell: ({ status }) => t(`reports.workbook.status.${status}`),
    },
    {
      header: t('reports.workbook.column.provisional'),
      width: 11,
      cell: ({ provisional }) => provisional,
    },
    {
      header: t('reports.office.column.as-of'),
      width: 13,
      cell: ({ as_of }) => ({ day: as_of }),
    },
  ];
  return sheet(context, 'reports.office.figures', mark, columns, figures);
}

/** The comparisons that the page names. */
export function comparisonsSheet(
  context: Context,
  comparisons: readonly SealedComparison[],
  mark: string,
): BookSheet {
  const t = (key: MessageKey) => message(context.lang, key);
  const inUnit = ({ figure }: SealedComparison, value: number | null): BookCell =>
    value === null ? null : { value, style: numberStyle(figure.unit) };
  const columns: Column<SealedComparison>[] = [
    { header: 'id', width: 70, distinct: true, cell: ({ id }) => id },
    {
      header: t('reports.office.column.compare'),
      width: 22,
      cell: ({ compare }) => t(`reports.office.compare.${compare as 'previous'}`),
    },
    {
      header: t('reports.office.column.value'),
      width: 12,
      right: true,
      cell: (one) => inUnit(one, one.figure.value),
    },
    {
      header: t('reports.office.column.base-value'),
      width: 12,
      right: true,
      cell: (one) => inUnit(one, one.base?.value ?? one.base_value),
    },
    {
      header: t('reports.office.column.difference'),
      width: 12,
      right: true,
      cell: (one) => inUnit(one, one.difference),
    },
    {
      header: t('reports.office.column.ratio'),
      width: 12,
      right: true,
      style: 'decimal',
      cell: ({ ratio }) => ratio,
    },
    {
      header: t('reports.office.column.low'),
      width: 12,
      right: true,
      cell: (one) => sizeCells(one)[1],
    },
    {
      header: t('reports.office.column.high'),
      width: 12,
      right: true,
      cell: (one) => sizeCells(one)[2],
    },
    { header: 'p', width: 12, right: true, cell: ({ p }) => p },
    { header: 'q', width: 12, right: true, cell: ({ q }) => q },
    { header: t('reports.office.column.clear'), width: 10, cell: ({ clear }) => clear },
    {
      header: t('reports.office.column.figure'),
      width: 50,
      style: 'id',
      distinct: true,
      cell: ({ figure_id }) => figure_id,
    },
    {
      header: t('reports.office.column.base'),
      width: 50,
      style: 'id',
      distinct: true,
      cell: ({ base_id }) => base_id,
    },
  ];
  return sheet(context, 'reports.office.comparisons', mark, columns, comparisons);
}

function sheet<T>(
  context: Context,
  name: 'reports.office.figures' | 'reports.office.comparisons',
  mark: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): BookSheet {
  const t = (key: MessageKey) => message(context.lang, key);
  return {
    name: t(name),
    columns,
    frozen: 1,
    above: [
      [{ value: mark, style: 'mark' }],
      [{ value: t(`${name}.caption`), style: 'title' }],
      [
        {
          value: t('reports.office.back'),
          style: 'link',
          link: placeOf(t('reports.office.contents')),
        },
      ],
    ],
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  };
}

/** `temuan, bagan, T3.1`. */
function placesText(context: Context, page: Page, id: string): string {
  const places = [...(page.places.get(id) ?? [])];
  return places
    .map((place) =>
      place === 'findings' || place === 'text'
        ? message(context.lang, `reports.office.place.${place}`)
        : place,
    )
    .join(', ');
}

/** The names of a figure's codes, its time last. */
function groupText(context: Context, { dims }: Figure): string {
  const names = Object.keys(dims) as Dimension[];
  const isTime = (name: Dimension) => Number(['quarter', 'month', 'year'].includes(name));
  return names
    .sort((a, b) => isTime(a) - isTime(b))
    .map((name) => {
      const code = dims[name] as string;
      if (name === 'day') return `${message(context.lang, 'reports.workbook.column.day')} ${code}`;
      return context.label(name, code);
    })
    .join(' × ');
}
