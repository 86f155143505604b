import { formatDate, formatPeriod, monthName } from '../../base/dates.ts';
import type { Lang } from '../../base/locale.ts';
import { message } from '../../base/messages/index.ts';
import { formatNumber } from '../../base/numbers.ts';
import type { MetricRow as Figure, MetricsCatalogue, Unit } from '../../metrics/index.ts';
import type { Figures } from '../asking/ask.ts';
import type { ChartKind } from './shape.ts';

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `penyelesaian, median hari kerja`; of a count or a share, which its unit tells, the metric alone. */
export function measureName(row: Figure, catalogue: MetricsCatalogue, lang: Lang): string {
  const metric = catalogue.metrics.find((one) => one.name === row.metric)?.label[lang];
  const statistic = catalogue.statistics.find((one) => one.name === row.statistic)?.label[lang];
  const name = metric ?? row.metric;
  return /^(count|share)$/.test(row.statistic) ? name : `${name}, ${statistic ?? row.statistic}`;
}

/** Period, as-of day, filters and how many cases the chart stands on. */
export function subtitleOf(figures: Figures, unit: Unit, lang: Lang): string {
  const { periods, rows, where, labelOf } = figures;
  const [first, last] = [periods[0], periods.at(-1)];
  const from = first ? formatPeriod(first.period, lang) : '';
  const to = last ? formatPeriod(last.period, lang) : '';
  const filters = Object.entries(where).map(([name, codes]) => {
    const labels = [codes].flat().map((code) => labelOf(name, code));
    return `${labelOf('dimension', name)}: ${labels.join(', ')}`;
  });
  return [
    message(lang, `asking.unit.${unit}`),
    from === to ? from : message(lang, 'asking.chart.from-to', { from, to }),
    ...filters,
    ...(last ? [message(lang, 'asking.chart.as-of', { date: formatDate(last.asOf, lang) })] : []),
    `n = ${formatNumber(cases(rows), lang)}`,
  ].join('; ');
}

/** Cases behind a chart: a curve has the same ones at every day. */
function cases(rows: readonly Figure[]): number {
  const groups = new Map(
    rows.map((row) => [
      Object.entries(row.dims)
        .filter(([name]) => name !== 'day' && name !== 'field')
        .flat()
        .join('\n'),
      row.n,
    ]),
  );
  return [...groups.values()].reduce((sum, n) => sum + n, 0);
}

/** A period under an axis, in two lines: `III` over `2026`, in English `Q3`. */
export function tickOf(period: string, lang: Lang): string {
  const quarter = /^(\d{4})Q([1-4])$/.exec(period);
  if (quarter) {
    const roman = ['I', 'II', 'III', 'IV'][Number(quarter[2]) - 1];
    return `${lang === 'id' ? roman : `Q${quarter[2]}`}\n${quarter[1]}`;
  }
  const month = /^(\d{4})-(\d\d)$/.exec(period);
  return month ? `${monthName(Number(month[2]), lang, 3)}\n${month[1]}` : period;
}

/** A group's name: a period as `III 2026`, all else by its label. */
export function groupName(
  figures: Pick<Figures, 'labelOf'>,
  name: string,
  code: string,
  lang: Lang,
) {
  if (name === 'quarter' || name === 'month') return tickOf(code, lang).replace('\n', ' ');
  return capital(figures.labelOf(name, code));
}

/** Where the figures of a card come from, in few words. */
export const cardSource = (sources: readonly string[], lang: Lang): string =>
  message(lang, 'asking.chart.source-card', { sources: sources.join(', ') });

/** Signs that the chart uses, explained, and where the figures come from. */
export function notesOf(
  kind: ChartKind,
  rows: readonly Figure[],
  sources: readonly string[],
  further: readonly string[],
  lang: Lang,
): string[] {
  const hasMarks = kind === 'dots' || kind === 'trend' || kind === 'curve';
  const intervals = hasMarks && rows.some((row) => row.value !== null && row.low !== null);
  const provisional = hasMarks ? 'asking.chart.note-hollow' : 'asking.chart.note-provisional';
  return [
    ...further,
    ...(intervals ? [message(lang, 'asking.chart.note-interval')] : []),
    ...(rows.some((row) => row.provisional) ? [message(lang, provisional)] : []),
    ...(kind === 'dots' && rows.some((row) => row.value === null)
      ? [message(lang, 'asking.chart.note-missing')]
      : []),
    message(lang, 'asking.chart.source', { sources: sources.join(', ') }),
  ];
}
