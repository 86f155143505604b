import { formatPercent, type MessageKey } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { incidenceCurve } from '../charts/index.ts';
import { isCount } from '../text/figure.ts';
import { type Html, html } from '../text/html.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, type Section } from './context.ts';
import { type DefinitionKey, definitionLink } from './definition-link.ts';
import { toDatum } from './rows.ts';
import { table } from './table.ts';

interface Clock {
  metric: string;
  key: DefinitionKey;
  name: MessageKey;
  title: MessageKey;
  /** The horizon that its headline uses. */
  horizon: '3' | '5' | '14';
  /** Where the curve's axis ends. */
  lastDay: number;
}

const clockList: Clock[] = [
  {
    metric: 'verify',
    key: 'verify',
    name: 'reports.clock.verify',
    title: 'reports.clock.verify.title',
    horizon: '3',
    lastDay: 20,
  },
  {
    metric: 'respond_agency',
    key: 'respond-agency',
    name: 'reports.clock.respond-agency',
    title: 'reports.clock.respond-agency.title',
    horizon: '5',
    lastDay: 30,
  },
  {
    metric: 'respond_citizen',
    key: 'respond-citizen',
    name: 'reports.clock.respond-citizen',
    title: 'reports.clock.respond-citizen.title',
    horizon: '5',
    lastDay: 30,
  },
  {
    metric: 'resolve',
    key: 'resolve',
    name: 'reports.clock.resolve',
    title: 'reports.clock.resolve.title',
    horizon: '14',
    lastDay: 60,
  },
];

/** Which clocks have at least one figure with a value in a quarter. */
export function runningClocks(context: Context, quarter = context.period): Clock[] {
  return clockList.filter((clock) =>
    context
      .rows('series', { metric: clock.metric, dims: { quarter } })
      .some((figure) => figure.value !== null && !isCount(figure.unit)),
  );
}

/** How long each stage takes. */
export function clocks(context: Context): Section {
  const section = { id: 'clocks', title: context.t('reports.clocks.title') };
  const running = runningClocks(context);
  if (running.length === 0) {
    const low = context
      .rows('series', { metric: 'resolve', dims: { quarter: context.period } })
      .some((figure) => figure.status === 'low_coverage');
    return { ...section, missing: [low ? 'low_coverage' : 'clocks'] };
  }
  const body = html`${measures(context)}${mature(context)}${summary(context, context.period, running)}${running.map(
    (clock) => curve(context, clock),
  )}${summary(context, context.before, runningClocks(context, context.before))}`;
  return { ...section, body };
}

/** The three shares that are called resolved, side by side; only where all three have a value. */
function measures(context: Context): Html | undefined {
  const quarter = context.period;
  const list = [
    { key: 'days', definition: 'incidence', metric: 'resolve', statistic: 'incidence_14' },
    { key: 'limit', definition: 'within-limit', metric: 'resolve', statistic: 'within_limit' },
    { key: 'state', definition: 'resolved', metric: 'resolved', statistic: 'share' },
  ] as const;
  const items = list.flatMap(({ key, definition, metric, statistic }) => {
    const figure = context.find('series', metric, statistic, { quarter });
    if (figure?.value == null) return [];
    const said = context.h(`reports.clocks.measures.${key}`, {
      value: html`${definitionLink(definition, context.figure(figure, 'prose'))}${
        figure.provisional ? ` (${context.t('reports.provisional')})` : ''
      }`,
      n: context.sampleSize(figure),
      quarter: context.quarterName(quarter),
      as_of: context.date(figure.as_of),
    });
    return [html`<li>${said}</li>`];
  });
  if (items.length < list.length) return undefined;
  return html`<p>${context.t('reports.clocks.measures')}</p><ul>${items}</ul>`;
}

/** The 60-day horizon of the quarter before, which is mature. */
function mature(context: Context): Html | undefined {
  const figure = context.find('series', 'resolve', 'incidence_60', { quarter: context.before });
  if (figure?.value == null) return undefined;
  return html`<p>${context.h('reports.clocks.mature', {
    value: definitionLink('incidence', context.figure(figure, 'prose')),
    quarter: context.quarterName(context.before),
  })}</p>`;
}

const statistics = [
  ['incidence_3', 'reports.column.days-3', 'incidence'],
  ['incidence_5', 'reports.column.days-5', 'incidence'],
  ['incidence_14', 'reports.column.days-14', 'incidence'],
  ['incidence_60', 'reports.column.days-60', 'incidence'],
  ['median', 'reports.column.median', 'median'],
  ['p90', 'reports.column.p90', 'median'],
  ['within_limit', 'reports.column.within-limit', 'within-limit'],
] as const;

function summary(context: Context, quarter: string, running: Clock[]): Html | undefined {
  if (running.length === 0) return undefined;
  const find = (clock: Clock, statistic: string) =>
    context.find('series', clock.metric, statistic, { quarter });
  const starred = stars(context, quarter, running);
  return table(context, {
    caption: context.t('reports.clocks.caption', { quarter: context.quarterName(quarter) }),
    columns: [
      { head: context.t('reports.column.stage') },
      ...statistics.map(([, head, definition]) => ({ head: context.t(head), definition })),
      { head: context.t('reports.column.started') },
    ],
    rows: running.map((clock) => ({
      cells: [
        definitionLink(clock.key, context.t(clock.name)),
        ...statistics.map(([statistic]) => find(clock, statistic)),
        find(clock, 'started'),
      ],
    })),
    note: [context.t('reports.clocks.note'), ...starred].join(' '),
    starSaid: starred.length > 0,
  });
}

/** What the star stands for in a table of all stages: until which day its figures were followed. */
function stars(context: Context, quarter: string, running: readonly Clock[]): string[] {
  const days = running.flatMap(({ metric }) =>
    statistics.flatMap(([statistic]) => {
      const figure = context.find('series', metric, statistic, { quarter });
      return figure?.provisional && figure.value !== null ? [figure.as_of] : [];
    }),
  );
  return [...new Set(days)]
    .sort()
    .map((day) => context.t('reports.clocks.star', { date: context.date(day) }));
}

/** The headline's day first, then the later before the earlier. */
const labelledDays = (horizon: string) => [
  Number(horizon),
  ...[60, 14, 5, 3].filter((day) => day !== Number(horizon)),
];

function curve(context: Context, clock: Clock): Html | undefined {
  const of = (quarter: string) =>
    context
      .rows('curve', { metric: clock.metric, statistic: 'incidence', dims: { quarter } })
      .filter((figure) => figure.value !== null)
      .sort((a, b) => Number(a.dims.day) - Number(b.dims.day));
  const own = of(context.period);
  if (own.length < 2) return undefined;
  const find = (statistic: string) =>
    context.find('series', clock.metric, statistic, { quarter: context.period });
  const headline = find(`incidence_${clock.horizon}`);
  const median = find('median');
  const point = (figure: Figure) => ({
    ...toDatum(context, figure),
    day: Number(figure.dims.day),
  });
  const quarter = context.quarterName(context.period);
  const curves = [
    { label: shortQuarter(context, context.period), main: true, points: own.map(point) },
    {
      label: shortQuarter(context, context.before),
      main: false,
      points: of(context.before).map(point),
    },
  ].filter((one) => one.points.length > 0);
  const shownDays = [0, 1, 2, 3, 5, 7, 10, 14, 20, 30, 40, 60];
  const name = context.t(clock.name);
  return chartFigure(context, {
    key: `chart-${clock.key}`,
    title: context.h(clock.title, { value: context.figure(headline, 'prose') }),
    subtitle: context.h('reports.clock.subtitle', {
      stage: name,
      quarter,
      n: headline?.n ?? own[0]?.n ?? 0,
    }),
    pale: 'band',
    description: context.t('reports.clock.description', {
      stage: name,
      share: context.written(headline, 'prose'),
      days: clock.horizon,
      median: context.written(median, 'prose'),
    }),
    draw: (text, layout) =>
      incidenceCurve(
        curves,
        {
          dayLabel: context.t('reports.clock.axis'),
          format: (value) => formatPercent(value, context.lang, 0),
          labelledDays: labelledDays(clock.horizon),
          lastDay: clock.lastDay,
        },
        text,
        layout,
      ),
    table: table(context, {
      caption: context.t('reports.clock.curve-caption', { stage: name, quarter }),
      columns: [
        { head: context.t('reports.column.day') },
        { head: context.t('reports.column.share'), definition: 'incidence' },
        { head: context.t('reports.column.interval'), definition: 'interval' },
      ],
      rows: own
        .filter((figure) => shownDays.includes(Number(figure.dims.day)))
        .map((figure) => ({
          cells: [figure.dims.day, figure, context.interval(figure)],
        })),
    }),
  });
}

/** The name of a quarter that fits beside a line. */
const shortQuarter = (context: Context, quarter: string) =>
  context.lang === 'id'
    ? capital(context.quarterName(quarter))
    : context.t('reports.clock.quarter', { q: quarter.slice(5), year: quarter.slice(0, 4) });
