import { formatPercent } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { dotPlot } from '../charts/index.ts';
import { type Html, html } from '../text/html.ts';
import { withArticle } from '../text/voice.ts';
import { backlogs } from './backlogs.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, groups, type Section } from './context.ts';
import { definitionOf } from './definition-link.ts';
import { lowestFirst, ofAll, serviceMeasure, toDotRow } from './rows.ts';
import { type TableRow, table } from './table.ts';

/** An agency enters the chart from this many reports on. */
const minimum = 30;
const most = 20;
/** The table lists an agency from this many reports on: below it no share is given. */
const listed = 10;

/** Agencies side by side, each with its interval; not a ranking. */
export function agencies(context: Context): Section {
  const title = context.t('reports.agencies.title');
  const received = groups(context, 'by_agency', 'agency', 'received', 'count');
  const known = received.filter((figure) => figure.dims.agency !== 'unknown');
  if (known.length === 0) return { id: 'agencies', title, missing: ['agency'] };
  return {
    id: 'agencies',
    title,
    body: html`<p>${context.t('reports.reading-aid.chart')}${otherMeasure(context)}</p>${chart(context, received)}${backlogs(context)}${zero(context, known)}`,
  };
}

/** Where an agency's pending reports are a finding, the chart beside it is of something else. */
function otherMeasure(context: Context): string {
  const found = context.release.comparisons
    .filter(({ figure, clear }) => clear === true && figure.metric === 'backlog')
    .flatMap(({ figure }) => figure.dims.agency ?? []);
  if (found.length === 0) return '';
  const text = context.t('reports.agencies.other-measure', {
    agencies: [...new Set(found)]
      .map((code) => withArticle(context.label('agency', code), context.lang))
      .join('; '),
    measure: measureOf(context),
  });
  return ` ${text}`;
}

const measureOf = (context: Context) =>
  context.t(
    serviceMeasure(context).metric === 'resolve'
      ? 'reports.measure.resolve-14'
      : 'reports.measure.resolved',
  );

function chart(context: Context, received: Figure[]): Html {
  const measure = serviceMeasure(context);
  const of = (figure: Figure, metric: string, statistic: string) =>
    context.find('by_agency', metric, statistic, {
      agency: figure.dims.agency as string,
      quarter: context.period,
    });
  const quarter = context.quarterName(context.period);
  const nation = context.find('series', measure.metric, measure.statistic, {
    quarter: context.period,
  });
  const measureName = measureOf(context);
  const shares = received
    .filter((figure) => figure.dims.agency !== 'unknown')
    .slice(0, most)
    .flatMap((figure) => of(figure, measure.metric, measure.statistic) ?? [])
    .filter((figure) => figure.value !== null && figure.n >= minimum);
  const contents = agencyTable(context, received, measureName);
  if (shares.length < 2) return contents;
  const ordered = lowestFirst(shares, 'agency');
  const [lowest, highest] = [ordered[0] as Figure, ordered.at(-1) as Figure];
  const name = (figure: Figure) => context.label('agency', figure.dims.agency as string);
  return chartFigure(context, {
    key: 'chart-agencies',
    title: titleOf(context, ordered, nation),
    subtitle: context.h('reports.agencies.chart.subtitle', {
      measure: measureName,
      quarter,
      groups: ordered.length,
      minimum,
    }),
    pale: 'bar',
    description: context.t('reports.agencies.chart.description', {
      measure: measureName,
      lowest: name(lowest),
      low: context.written(lowest, 'prose'),
      highest: name(highest),
      high: context.written(highest, 'prose'),
    }),
    draw: (text, layout) =>
      dotPlot(
        ordered.map((figure) => toDotRow(context, figure, 'agency')),
        {
          format: (value) => formatPercent(value, context.lang, 0),
          ...(nation?.value == null
            ? {}
            : {
                reference: {
                  value: nation.value,
                  id: nation.id,
                  label: context.t('reports.all-reports', { value: context.written(nation) }),
                },
              }),
        },
        text,
        layout,
      ),
    print: true,
    table: contents,
  });
}

/** How many agencies have their whole interval under the value of all reports. */
function titleOf(context: Context, ordered: Figure[], nation: Figure | undefined): Html {
  const reference = nation?.value;
  if (reference == null) return context.h('reports.agencies.chart.plain');
  const below = ordered.filter((figure) => figure.high !== null && figure.high < reference);
  const [only] = below;
  if (only && below.length === 1) {
    return context.h('reports.agencies.chart.one', {
      agency: capital(context.label('agency', only.dims.agency as string)),
      share: context.figure(only, 'prose'),
      value: context.figure(nation, 'prose'),
    });
  }
  return context.h(
    below.length === 0 ? 'reports.agencies.chart.none' : 'reports.agencies.chart.below',
    { n: below.length, groups: ordered.length, value: context.figure(nation, 'prose') },
  );
}

function agencyTable(context: Context, received: Figure[], measureName: string): Html {
  const measure = serviceMeasure(context);
  const hasClock = measure.metric === 'resolve';
  const few = received.filter(({ value }) => value !== null && value > 0 && value < listed).length;
  return table(context, {
    caption: context.t('reports.agencies.caption', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.agency') },
      { head: context.t('reports.column.received'), definition: 'received' },
      { head: capital(measureName), definition: definitionOf(measure) },
      { head: context.t('reports.column.interval'), definition: 'interval' },
      ...(hasClock
        ? [{ head: context.t('reports.column.median'), definition: 'median' as const }]
        : []),
      { head: context.t('reports.column.archived'), definition: 'archived' as const },
    ],
    rows: received
      .filter((figure) => (figure.value ?? 0) >= listed)
      .map((figure): TableRow => {
        const agency = figure.dims.agency as string;
        const of = (metric: string, statistic: string) =>
          context.find('by_agency', metric, statistic, { agency, quarter: context.period });
        const share = of(measure.metric, measure.statistic);
        return {
          kind: agency === 'unknown' ? ('unknown' as const) : undefined,
          cells: [
            capital(context.label('agency', agency)),
            figure,
            share,
            context.interval(share),
            ...(hasClock ? [of('resolve', 'median')] : []),
            of('archived', 'share'),
          ],
        };
      })
      .concat({
        kind: 'total',
        cells: [
          context.t('reports.total'),
          ofAll(context, 'received', 'count'),
          ofAll(context, measure.metric, measure.statistic),
          context.interval(ofAll(context, measure.metric, measure.statistic)),
          ...(hasClock ? [ofAll(context, 'resolve', 'median')] : []),
          ofAll(context, 'archived', 'share'),
        ],
      }),
    note: [
      context.t('reports.agencies.note'),
      context.t(hasClock ? 'reports.base.archived' : 'reports.base.valid'),
      few > 0 && context.t('reports.agencies.few', { few, listed }),
    ]
      .filter(Boolean)
      .join(' '),
  });
}

/** Agencies that got no report: silence is named too. */
function zero(context: Context, known: Figure[]): Html | undefined {
  const names = known
    .filter((figure) => figure.value === 0)
    .map((figure) => context.label('agency', figure.dims.agency as string));
  if (names.length === 0) return undefined;
  return html`<p>${context.h('reports.agencies.zero', { names: names.join('; ') })}</p>`;
}
