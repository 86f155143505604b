import { formatPercent, type MessageKey } from '../../base/index.ts';
import type { Figure, TableName } from '../../release/index.ts';
import { dotPlot } from '../charts/index.ts';
import { type Html, html } from '../text/html.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, lowerFirst, type MissingKey, type Section } from './context.ts';
import { definitionLink, definitionOf } from './definition-link.ts';
import { lowestFirst, ofAll, serviceMeasure, toDotRow } from './rows.ts';
import { table } from './table.ts';
import { womenAndMen } from './women-and-men.ts';

type Attribute = 'sex' | 'age_band' | 'disability';

const attributes: {
  dimension: Attribute;
  table: TableName;
  title: MessageKey;
  unknown: MessageKey;
  head: MessageKey;
}[] = [
  {
    dimension: 'sex',
    table: 'by_sex',
    title: 'reports.people.sex.title',
    unknown: 'reports.people.sex.unknown',
    head: 'reports.column.sex',
  },
  {
    dimension: 'age_band',
    table: 'by_age_band',
    title: 'reports.people.age.title',
    unknown: 'reports.people.age.unknown',
    head: 'reports.column.age',
  },
  {
    dimension: 'disability',
    table: 'by_disability',
    title: 'reports.people.disability.title',
    unknown: 'reports.people.disability.unknown',
    head: 'reports.column.disability',
  },
];

/** Who is served, and how well: sex, age, disability; `unknown` last and grey. */
export function people(context: Context): Section {
  const missing: MissingKey[] = [];
  const parts: Html[] = [];
  for (const attribute of attributes) {
    const part = one(context, attribute);
    if (part) parts.push(part);
    else missing.push(attribute.dimension);
  }
  return {
    id: 'people',
    title: context.t('reports.people.title'),
    body:
      parts.length > 0
        ? html`<p>${context.t('reports.people.lead')}</p>${parts}${womenAndMen(context)}`
        : undefined,
    missing,
  };
}

function one(context: Context, attribute: (typeof attributes)[number]): Html | undefined {
  const { dimension } = attribute;
  const measure = serviceMeasure(context);
  const of = (metric: string, statistic: string) =>
    context.rows(attribute.table, { metric, statistic, dims: { quarter: context.period } });
  const order = new Map(
    context.release.labels(dimension).map((label) => [label.code, label.sort] as const),
  );
  const rank = (figure: Figure) =>
    figure.dims[dimension] === 'unknown'
      ? Number.POSITIVE_INFINITY
      : (order.get(figure.dims[dimension] as string) ?? 0);
  const received = of('received', 'count').sort((a, b) => rank(a) - rank(b));
  if (received.filter((figure) => figure.dims[dimension] !== 'unknown').length === 0) {
    return undefined;
  }
  const find = (code: string, metric: string, statistic: string) =>
    context.find(attribute.table, metric, statistic, {
      [dimension]: code,
      quarter: context.period,
    });
  const service = of(measure.metric, measure.statistic).sort((a, b) => rank(a) - rank(b));
  const unknown = context.find('coverage', 'unknown', 'share', {
    field: dimension,
    quarter: context.period,
  });
  const quarter = context.quarterName(context.period);
  const measureName = context.t(
    measure.metric === 'resolve' ? 'reports.measure.resolve-14' : 'reports.measure.resolved',
  );
  const hasClock = measure.metric === 'resolve';
  const rows = received.map((figure) => {
    const code = figure.dims[dimension] as string;
    const share = find(code, measure.metric, measure.statistic);
    return {
      kind: code === 'unknown' ? ('unknown' as const) : undefined,
      cells: [
        capital(context.label(dimension, code)),
        figure,
        share,
        context.interval(share),
        ...(hasClock
          ? [find(code, 'respond_citizen', 'median'), find(code, 'resolve', 'median')]
          : [find(code, 'archived', 'share')]),
      ],
    };
  });
  const all = ofAll(context, measure.metric, measure.statistic);
  const total = {
    kind: 'total' as const,
    cells: [
      context.t('reports.total'),
      ofAll(context, 'received', 'count'),
      all,
      context.interval(all),
      ...(hasClock
        ? [ofAll(context, 'respond_citizen', 'median'), ofAll(context, 'resolve', 'median')]
        : [ofAll(context, 'archived', 'share')]),
    ],
  };
  const described = service
    .filter((figure) => figure.dims[dimension] !== 'unknown')
    .map(
      (figure) =>
        `${context.label(dimension, figure.dims[dimension] as string)} ${context.written(figure, 'prose')}`,
    )
    .join('; ');
  return chartFigure(context, {
    key: `chart-${dimension.replace('_', '-')}`,
    title: titleOf(context, dimension, service) ?? context.h(attribute.title),
    subtitle: context.t('reports.people.subtitle', { measure: measureName, quarter }),
    n: all?.n,
    pale: 'bar',
    description: context.t('reports.people.description', {
      measure: measureName,
      quarter,
      groups: described,
    }),
    draw: (text, layout) =>
      dotPlot(
        service.map((figure) => toDotRow(context, figure, dimension)),
        { format: (value) => formatPercent(value, context.lang, 0) },
        text,
        layout,
      ),
    open: true,
    table: html`${table(context, {
      caption: context.t('reports.people.caption', {
        by: lowerFirst(context.t(attribute.head)),
        quarter,
      }),
      columns: [
        { head: context.t(attribute.head) },
        { head: context.t('reports.column.received'), definition: 'received' },
        {
          head: capital(measureName),
          definition: definitionOf(measure),
        },
        { head: context.t('reports.column.interval'), definition: 'interval' },
        ...(hasClock
          ? ([
              { head: context.t('reports.column.response-median'), definition: 'median' },
              { head: context.t('reports.column.resolve-median'), definition: 'median' },
            ] as const)
          : ([{ head: context.t('reports.column.archived'), definition: 'archived' }] as const)),
      ],
      rows: [...rows, total],
    })}${
      unknown
        ? html`<p class="small">${context.h(attribute.unknown, {
            value: definitionLink('unknown', context.figure(unknown, 'prose')),
          })}</p>`
        : null
    }`,
  });
}

/** Two groups side by side, without a verdict: the first two where there are no more, else lowest and highest. */
function titleOf(context: Context, dimension: Attribute, service: Figure[]): Html | undefined {
  const known = service.filter(
    (figure) => figure.dims[dimension] !== 'unknown' && figure.value !== null,
  );
  if (known.length < 2) return undefined;
  const pair =
    known.length === 2
      ? known
      : [lowestFirst(known, dimension)[0], lowestFirst(known, dimension).at(-1)];
  const [a, b] = pair as [Figure, Figure];
  const name = (figure: Figure) => context.label(dimension, figure.dims[dimension] as string);
  return context.h('reports.people.pair.plain', {
    a: capital(name(a)),
    va: context.figure(a, 'prose'),
    b: name(b),
    vb: context.figure(b, 'prose'),
  });
}
