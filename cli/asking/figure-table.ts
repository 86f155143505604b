import type { Lang } from '../../base/locale.ts';
import { type MessageKey, message } from '../../base/messages/index.ts';
import { formatNumber } from '../../base/numbers.ts';
import type { DimensionName, MetricRow as Figure, LabelOf } from '../../metrics/index.ts';
import { type TextColumn, textTable, widthOf } from '../text-table.ts';
import { bar, barParts } from './bars.ts';
import {
  adjustedText,
  changeInterval,
  changeText,
  clearText,
  figureText,
  intervalText,
  noteText,
  numberText,
} from './figure-text.ts';

export interface TableOptions {
  lang: Lang;
  labelOf: LabelOf;
  /** Small bars beside the values. */
  bars: boolean;
  /** p and q of a comparison. */
  tests?: boolean;
  /** Characters that a line of the terminal has; no limit where absent. */
  width?: number | undefined;
}

interface Part extends TextColumn {
  cell(row: Figure): string;
}

const barWidth = 12;

/** Figures as a table for the terminal: one line a figure. The bars go where there is no room for them. */
export function figureTable(
  rows: readonly Figure[],
  by: readonly DimensionName[],
  options: TableOptions,
): string {
  const full = draw(rows, by, options);
  const narrow = options.width !== undefined && widthOf(full) > options.width;
  return narrow && options.bars ? draw(rows, by, { ...options, bars: false }) : full;
}

function draw(
  rows: readonly Figure[],
  by: readonly DimensionName[],
  { lang, labelOf, bars, tests }: TableOptions,
): string {
  const title = (key: MessageKey) => message(lang, key);
  const filled = bars ? barParts(rows) : new Map<Figure, number>();
  // Where all figures are of one statistic, its name stands over them and needs no column.
  const nameOf = (row: Figure) => `${row.metric}.${row.statistic}`;
  const names = new Set(rows.map(nameOf));
  const one = names.size === 1 ? [...names][0] : undefined;
  const metric: Part = { title: title('cli.metrics.column.metric'), cell: nameOf };
  const parts: Part[] = [
    ...by.map((name) => ({
      title: labelOf('dimension', name),
      cell: ({ dims }: Figure) => {
        const code = dims[name];
        return code === undefined ? '' : labelOf(name, code);
      },
    })),
    ...(one === undefined ? [metric] : []),
    {
      title: one ?? title('cli.metrics.column.value'),
      right: true,
      cell: (row) => figureText(row, lang),
    },
    ...(filled.size > 0
      ? [{ title: '', cell: (row: Figure) => bar(filled.get(row) ?? 0, barWidth) }]
      : []),
    {
      title: title('cli.metrics.column.interval'),
      right: true,
      cell: (row) => intervalText(row, lang),
    },
    ...(rows.some((row) => row.comparison) ? comparisonParts(lang, tests ?? false) : []),
    {
      title: title('cli.metrics.column.n'),
      right: true,
      cell: (row) => formatNumber(row.n, lang),
    },
    { title: title('cli.metrics.column.note'), cell: (row) => noteText(row, lang) },
  ];
  // A column that says nothing of any row takes no room.
  const shown = parts.filter((part) => rows.some((row) => part.cell(row) !== ''));
  const cells = rows.map((row) => shown.map((part) => part.cell(row)));
  return textTable(shown, cells);
}

function comparisonParts(lang: Lang, tests: boolean): Part[] {
  const title = (key: MessageKey) => message(lang, key);
  const number = (value: number | null | undefined) =>
    value == null
      ? ''
      : value < 0.0001
        ? '< 0.0001'.replace('.', lang === 'id' ? ',' : '.')
        : formatNumber(value, lang, 4);
  return [
    {
      title: title('asking.column.base'),
      right: true,
      cell: ({ comparison, unit }) =>
        comparison?.base.value == null ? '...' : numberText(comparison.base.value, unit, lang),
    },
    { title: title('asking.column.change'), right: true, cell: (row) => changeText(row, lang) },
    {
      title: title('asking.column.change-interval'),
      right: true,
      cell: (row) => changeInterval(row, lang),
    },
    {
      title: title('asking.column.adjusted'),
      right: true,
      cell: (row) => adjustedText(row, lang),
    },
    { title: title('asking.column.clear'), cell: (row) => clearText(row.comparison, lang) },
    ...(tests
      ? [
          { title: 'p', right: true, cell: (row: Figure) => number(row.comparison?.p) },
          { title: 'q', right: true, cell: (row: Figure) => number(row.comparison?.q) },
        ]
      : []),
  ];
}
