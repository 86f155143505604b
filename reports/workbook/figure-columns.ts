import { type Lang, type MessageKey, message } from '../../base/index.ts';
import type { BookCell, BookColumn } from '../../base/xlsx-book.ts';
import type { Figure, Release } from '../../release/index.ts';
import { numberStyles } from '../text/number-styles.ts';
import type { DefinitionOf } from './definition.ts';
import { type Dimension, type LongTable, times } from './long-table.ts';

/** A column of the long sheet, and what a figure has in it. */
export interface FigureColumn extends BookColumn {
  header: string;
  cell(figure: Figure): BookCell;
}

/**
 * The columns of the long sheet: what a figure is and its value first, so that they stand on one screen;
 * then each dimension, its code (text) beside its name; then where the figure comes from.
 */
export function figureColumns(
  { tablesOf, dimensions }: LongTable,
  release: Release,
  lang: Lang,
  definitionOf: DefinitionOf,
  mark: string,
): FigureColumn[] {
  const t = (key: MessageKey, params = {}) => message(lang, key, params);
  const column = (
    key: MessageKey,
    width: number,
    cell: FigureColumn['cell'],
    more: Partial<BookColumn> = {},
  ): FigureColumn => ({ header: t(key), width, cell, ...more });
  const named = (
    code: string,
    what: string,
    cell: (figure: Figure) => string | undefined,
    name: (code: string) => string,
  ): FigureColumn[] => [
    { header: code, width: 16, cell },
    {
      header: t('reports.workbook.column.name', { what }),
      width: 26,
      cell(figure) {
        const held = cell(figure);
        return held === undefined ? null : name(held);
      },
    },
  ];
  const number = (key: 'value' | 'low' | 'high') =>
    column(`reports.workbook.column.${key}`, 14, ({ unit, [key]: value }) =>
      value === null ? null : { value, style: numberStyles[unit] },
    );
  const count = (key: 'n' | 'numerator' | 'denominator') =>
    column(`reports.workbook.column.${key}`, 12, (figure) => figure[key], { style: 'whole' });
  const labelOf = (dimension: string) => (code: string) => release.label(dimension, code, lang);

  return [
    column('reports.workbook.column.by', 24, breakdown(dimensions, release, lang)),
    column('reports.workbook.column.group', 46, group(dimensions, release, lang), {
      distinct: true,
    }),
    ...named(
      'metric',
      t('reports.workbook.column.metric'),
      ({ metric }) => metric,
      labelOf('metric'),
    ),
    ...named(
      'statistic',
      t('reports.workbook.column.statistic'),
      ({ statistic }) => statistic,
      labelOf('statistic'),
    ),
    number('value'),
    number('low'),
    number('high'),
    count('n'),
    count('numerator'),
    count('denominator'),
    ...named(
      'unit',
      t('reports.workbook.column.unit'),
      ({ unit }) => unit,
      (unit) => t(`reports.workbook.unit.${unit as Figure['unit']}`),
    ),
    ...named(
      'status',
      t('reports.workbook.column.status'),
      ({ status }) => status,
      (status) => t(`reports.workbook.status.${status as Figure['status']}`),
    ),
    column('reports.workbook.column.provisional', 12, ({ provisional }) => provisional),
    column('reports.workbook.column.as_of', 12, ({ as_of }) => ({ day: as_of })),
    column('reports.workbook.column.age', 16, ({ age_working_days }) => age_working_days),
    column('reports.workbook.column.additive', 18, ({ metric, statistic }) =>
      t(`reports.workbook.additive.${definitionOf(metric, statistic)?.additive ?? 'no'}`),
    ),
    ...dimensions.flatMap((name) =>
      name === 'day'
        ? [column('reports.workbook.column.day', 10, ({ dims }) => dims.day && Number(dims.day))]
        : named(name, dimensionName(name, release, lang), ({ dims }) => dims[name], labelOf(name)),
    ),
    column('reports.workbook.column.tables', 18, ({ id }) => (tablesOf.get(id) ?? []).join(' ')),
    column('reports.workbook.column.id', 40, ({ id }) => id, { distinct: true }),
    column('reports.workbook.column.mark', 22, () => mark),
  ];
}

/** The dimensions that a figure has, in words: what to filter by before anything is summed. */
function breakdown(dimensions: readonly Dimension[], release: Release, lang: Lang) {
  return ({ dims }: Figure): string => {
    const names = dimensions.filter((name) => dims[name] !== undefined);
    const labels = names.map((name) => dimensionName(name, release, lang));
    return labels.join(' × ') || message(lang, 'reports.workbook.breakdown.total');
  };
}

/** The names of its codes, times last. */
function group(dimensions: readonly Dimension[], release: Release, lang: Lang) {
  const isTime = (name: Dimension) => Number(times.includes(name));
  const inOrder = [...dimensions].sort((a, b) => isTime(a) - isTime(b));
  return ({ dims }: Figure): string => {
    const codes = inOrder.flatMap((name) => {
      const code = dims[name];
      return code === undefined ? [] : [release.label(name, code, lang)];
    });
    return codes.join(' × ');
  };
}

function dimensionName(name: Dimension, release: Release, lang: Lang): string {
  if (name === 'day' || name === 'field') {
    return message(lang, `reports.workbook.dimension.${name}`);
  }
  return release.label('dimension', name, lang);
}
