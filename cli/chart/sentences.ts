import { formatPeriod } from '../../base/dates.ts';
import type { Lang } from '../../base/locale.ts';
import { message } from '../../base/messages/index.ts';
import type { MetricRow as Figure, MetricsCatalogue } from '../../metrics/index.ts';
import type { Figures } from '../asking/ask.ts';
import { figureText } from '../asking/figure-text.ts';
import type { ChartKind } from './shape.ts';
import { capital, groupName, measureName } from './words.ts';

/**
 * The title of a chart: what is seen in it, in the figures' own words, without a claim that their
 * intervals would not bear (nothing is called higher, a range is named).
 */
export function titleOf(
  kind: ChartKind,
  figures: Figures,
  catalogue: MetricsCatalogue,
  lang: Lang,
): string {
  const rows = figures.rows.filter((row) => row.value !== null);
  const [first] = rows;
  if (!first) return '';
  const measure = capital(measureName(first, catalogue, lang));
  const name = (row: Figure) =>
    figures.by
      .filter((one) => one !== 'day')
      .map((one) => groupName(figures, one, row.dims[one] ?? '', lang))
      .join(', ');
  const write = (row: Figure) => figureText(row, lang);
  if (kind === 'states') {
    const params = { state: capital(figures.labelOf('state', first.metric)), value: write(first) };
    return message(lang, 'asking.chart.title-states', params);
  }
  if (kind === 'curve') {
    const metric = capital(
      catalogue.metrics.find((one) => one.name === first.metric)?.label[lang] ?? first.metric,
    );
    const at = rows.filter((row) => Number(row.dims.day) <= 14 && sameGroup(row, first)).at(-1);
    if (!at) return metric;
    const params = { metric, value: write(at), day: Number(at.dims.day), group: name(at) };
    return message(
      lang,
      params.group ? 'asking.chart.title-curve-of' : 'asking.chart.title-curve',
      params,
    );
  }
  if (kind === 'trend') {
    const time = figures.by[0] as string;
    const period = (row: Figure) => row.dims[time as 'quarter'] ?? '';
    const inOrder = [...rows].sort((a, b) => (period(a) < period(b) ? -1 : 1));
    const [from, to] = [inOrder[0] as Figure, inOrder.at(-1) as Figure];
    const [start, end] = [from, to].map((row) => formatPeriod(period(row), lang));
    const params = {
      measure,
      from: start ?? '',
      first: write(from),
      to: end ?? '',
      last: write(to),
    };
    return message(lang, 'asking.chart.title-trend', params);
  }
  const known = rows.filter((row) => !Object.values(row.dims).includes('unknown'));
  const ordered = [...known].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (!lowest || !highest || lowest === highest) return `${measure}: ${write(first)}`;
  const params = {
    measure,
    low: write(lowest),
    lowest: name(lowest),
    high: write(highest),
    highest: name(highest),
  };
  return message(
    lang,
    kind === 'heat' ? 'asking.chart.title-up-to' : 'asking.chart.title-range',
    params,
  );
}

function sameGroup(a: Figure, b: Figure): boolean {
  return Object.entries(b.dims).every(
    ([name, code]) => name === 'day' || a.dims[name as 'sex'] === code,
  );
}
