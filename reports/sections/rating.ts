import { formatNumber } from '../../base/index.ts';
import { dotPlot } from '../charts/index.ts';
import { changeHtml } from '../findings/change.ts';
import { type Html, html } from '../text/html.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, type Section } from './context.ts';
import { lowestFirst, ofAll, toDotRow } from './rows.ts';
import { table } from './table.ts';

/** What reporters think of the answer, on the source's scale of 1 to 5. */
export function rating(context: Context): Section {
  const title = context.t('reports.rating.title');
  const find = (statistic: string, quarter = context.period) =>
    context.find('series', 'rating', statistic, { quarter });
  const mean = find('mean');
  if (mean?.value == null) return { id: 'rating', title, missing: ['rating'] };
  const comparison = changeHtml(context, mean, find('mean', context.before));
  const rated = find('share_rated');
  const lead = html`<p>${context.h('reports.rating.lead', {
    value: context.figure(mean, 'prose'),
    share: context.figure(rated, 'prose') ?? '...',
  })} ${comparison}</p>`;
  return { id: 'rating', title, body: html`${lead}${byType(context)}` };
}

function byType(context: Context): Html | undefined {
  const rows = lowestFirst(
    context.rows('rating_by_agency_type', {
      metric: 'rating',
      statistic: 'mean',
      dims: { quarter: context.period },
    }),
    'agency_type',
  ).filter((figure) => figure.value !== null);
  const known = rows.filter((figure) => figure.dims.agency_type !== 'unknown');
  const [lowest, highest] = [known[0], known.at(-1)];
  if (!lowest || !highest || known.length < 2) return undefined;
  const name = (figure: typeof lowest) =>
    context.label('agency_type', figure.dims.agency_type as string);
  const quarter = context.quarterName(context.period);
  return chartFigure(context, {
    key: 'chart-rating',
    title: context.h('reports.rating.chart.title', {
      low: context.figure(lowest, 'prose'),
      high: context.figure(highest, 'prose'),
    }),
    subtitle: context.t('reports.rating.chart.subtitle', { quarter }),
    n: ofAll(context, 'rating', 'mean')?.n,
    pale: 'bar',
    description: context.t('reports.rating.chart.description', {
      lowest: name(lowest),
      low: context.written(lowest),
      highest: name(highest),
      high: context.written(highest),
    }),
    draw: (text, layout) =>
      dotPlot(
        rows.map((figure) => toDotRow(context, figure, 'agency_type')),
        { format: (value) => formatNumber(value, context.lang), floor: 1, ceiling: 5 },
        text,
        layout,
      ),
    table: table(context, {
      caption: context.t('reports.rating.caption', { quarter }),
      columns: [
        { head: context.t('reports.column.agency-type') },
        { head: context.t('reports.column.mean'), definition: 'rating' },
        { head: context.t('reports.column.interval'), definition: 'interval' },
        { head: context.t('reports.column.n') },
      ],
      rows: rows.map((figure) => ({
        kind: figure.dims.agency_type === 'unknown' ? ('unknown' as const) : undefined,
        cells: [
          capital(name(figure)),
          figure,
          context.interval(figure),
          context.sampleSize(figure),
        ],
      })),
    }),
  });
}
