import type { Lang } from '../base/locale.ts';
import { message } from '../base/messages/index.ts';
import { formatNumber, formatPercent } from '../base/numbers.ts';
import type { DimensionName, LabelOf, MetricRow } from '../metrics/index.ts';

/** Figures as a table for the terminal: one line a figure, numbers to the right. */
export function metricsTable(
  rows: MetricRow[],
  by: readonly DimensionName[],
  labelOf: LabelOf,
  lang: Lang,
): string {
  const head = [
    ...by.map((dimension) => labelOf('dimension', dimension)),
    message(lang, 'cli.metrics.column.metric'),
    message(lang, 'cli.metrics.column.value'),
    message(lang, 'cli.metrics.column.interval'),
    message(lang, 'cli.metrics.column.n'),
    message(lang, 'cli.metrics.column.note'),
  ];
  const body = rows.map((row) => [
    ...by.map((dimension) => {
      const code = row.dims[dimension];
      return code === undefined ? '' : labelOf(dimension, code);
    }),
    `${row.metric}.${row.statistic}`,
    cell(row, row.value, lang),
    interval(row, lang),
    formatNumber(row.n, lang),
    note(row, lang),
  ]);
  const right = new Set([by.length + 1, by.length + 2, by.length + 3]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...body.map((line) => line[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((text, column) =>
        right.has(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...body.map(line)].join('\n');
}

function cell(row: MetricRow, value: number | null, lang: Lang): string {
  if (value === null) return row.status === 'not_reached' ? notReached(row, lang) : '...';
  if (row.unit === 'share') return formatPercent(value, lang);
  return formatNumber(value, lang, row.unit === 'per_100k' || row.unit === 'score' ? 1 : 0);
}

function notReached(row: MetricRow, lang: Lang): string {
  return row.low === null ? '...' : `> ${formatNumber(row.low, lang)}`;
}

function interval(row: MetricRow, lang: Lang): string {
  if (row.value === null || row.low === null) return '';
  const high = row.high === null ? '' : cell(row, row.high, lang);
  return `${cell(row, row.low, lang)} – ${high}`.trim();
}

function note(row: MetricRow, lang: Lang): string {
  const words = [
    ...(row.status === 'ok' ? [] : [message(lang, statusKey[row.status])]),
    ...(row.provisional ? [message(lang, 'cli.metrics.provisional')] : []),
  ];
  return words.join('; ');
}

const statusKey = {
  not_reached: 'cli.metrics.not_reached',
  not_available: 'cli.metrics.not_available',
  below_minimum: 'cli.metrics.below_minimum',
  low_coverage: 'cli.metrics.low_coverage',
} as const;
