import { formatNumber } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { heatMap } from '../charts/index.ts';
import { type Html, html } from '../text/html.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, groups, type Section } from './context.ts';
import { definitionOf } from './definition-link.ts';
import { ofAll, serviceMeasure, toDatum } from './rows.ts';
import { folded, type TableRow, table } from './table.ts';

/** What reports are about, and where: category x region. */
export function topics(context: Context): Section {
  const title = context.t('reports.topics.title');
  const categories = groups(context, 'by_category', 'category', 'received', 'count').filter(
    (figure) => (figure.value ?? 0) > 0,
  );
  if (!categories.some((figure) => figure.dims.category !== 'unknown')) {
    return { id: 'topics', title, missing: ['category'] };
  }
  return {
    id: 'topics',
    title,
    body: html`${heat(context, categories)}${categoryTable(context, categories)}${byAgencyType(context, categories)}${classifications(context)}`,
  };
}

/** A province's row in the order of its code, west to east; `unknown` last. */
function regionsOf(context: Context, cells: Figure[]): string[] {
  const order = new Map(
    context.release.labels('province').map((label) => [label.code, label.sort] as const),
  );
  const codes = [...new Set(cells.map((cell) => cell.dims.province as string))];
  const rank = (code: string) =>
    code === 'unknown' ? Number.POSITIVE_INFINITY : (order.get(code) ?? 0);
  return codes.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function heat(context: Context, categories: Figure[]): Html | undefined {
  // A cell that is withheld stays: without it the reader would see zero.
  const cells = context.rows('category_by_province', {
    metric: 'received',
    statistic: 'count',
    dims: { quarter: context.period },
  });
  if (!cells.some((cell) => cell.value !== null)) return undefined;
  const regions = regionsOf(context, cells);
  const codes = categories.map((figure) => figure.dims.category as string);
  const short = (code: string) =>
    context.release.labels('province').find((label) => label.code === code)?.short_label ??
    context.label('province', code);
  const byPair = new Map(
    cells.map((cell) => [`${cell.dims.category}\n${cell.dims.province}`, cell] as const),
  );
  const largest = cells.reduce((best, cell) =>
    (cell.value ?? 0) > (best.value ?? 0) ? cell : best,
  );
  const quarter = context.quarterName(context.period);
  const category = context.label('category', largest.dims.category as string);
  const region = context.label('province', largest.dims.province as string);
  const data = cells.map((cell) => ({
    ...toDatum(context, cell),
    category: cell.dims.category as string,
    region: cell.dims.province as string,
  }));
  const unknown = (code: string) => code === 'unknown';
  const known = (all: readonly string[]) => all.filter((code) => !unknown(code));
  const named = (code: string) => ({
    code,
    label: capital(context.label('category', code)),
    unknown: unknown(code),
  });
  const place = (code: string) => ({ code, label: capital(short(code)), unknown: unknown(code) });
  const largestRegions = known(
    groups(context, 'by_province', 'province', 'received', 'count').map(
      (figure) => figure.dims.province as string,
    ),
  ).slice(0, 5);
  const format = (value: number) => formatNumber(value, context.lang);
  return chartFigure(context, {
    key: 'chart-heat',
    title: context.h('reports.topics.heat.title', {
      category,
      region,
      value: context.figure(largest, 'prose'),
    }),
    subtitle: context.h('reports.topics.heat.subtitle', {
      quarter,
      n: context.find('series', 'received', 'count', { quarter: context.period })?.value ?? 0,
    }),
    description: context.t('reports.topics.heat.description', {
      category,
      region,
      value: context.written(largest),
    }),
    draw: (text, layout) => {
      if (layout === 'narrow') {
        const cells = data.map((cell) => ({ ...cell, row: cell.region, column: cell.category }));
        const columns = known(codes).slice(0, 6).map(named);
        return heatMap(cells, { rows: regions.map(place), columns, format }, text, layout);
      }
      const cells = data.map((cell) => ({ ...cell, row: cell.category, column: cell.region }));
      const shown =
        layout === 'wide'
          ? { rows: codes.map(named), columns: regions.map(place) }
          : { rows: known(codes).slice(0, 6).map(named), columns: largestRegions.map(place) };
      return heatMap(cells, { ...shown, format }, text, layout);
    },
    table: table(context, {
      caption: context.t('reports.topics.heat.caption', { quarter }),
      columns: [
        { head: context.t('reports.column.category') },
        ...regions.map((code) => ({ head: capital(short(code)) })),
        { head: context.t('reports.total') },
      ],
      across: context.t('reports.column.region'),
      rows: codes
        .map(
          (code, index): TableRow => ({
            kind: code === 'unknown' ? 'unknown' : undefined,
            cells: [
              capital(context.label('category', code)),
              ...regions.map((province) => byPair.get(`${code}\n${province}`) ?? '0'),
              categories[index],
            ],
          }),
        )
        .concat({
          kind: 'total',
          cells: [
            context.t('reports.total'),
            ...regions.map((province) =>
              context.find('by_province', 'received', 'count', {
                province,
                quarter: context.period,
              }),
            ),
            ofAll(context, 'received', 'count'),
          ],
        }),
      note: context.t('reports.sign.zero.note'),
    }),
  });
}

function categoryTable(context: Context, categories: Figure[]): Html {
  const measure = serviceMeasure(context);
  const hasClock = measure.metric === 'resolve';
  const quarter = context.quarterName(context.period);
  return folded(
    context.t('reports.topics.table.summary'),
    table(context, {
      caption: context.t('reports.topics.table.caption', { quarter }),
      note: context.t('reports.base.valid'),
      columns: [
        { head: context.t('reports.column.category') },
        { head: context.t('reports.column.received'), definition: 'received' },
        ...(hasClock
          ? [{ head: context.t('reports.column.resolved-14'), definition: definitionOf(measure) }]
          : []),
        { head: context.t('reports.column.resolved'), definition: 'resolved' as const },
        { head: context.t('reports.column.archived'), definition: 'archived' as const },
      ],
      rows: categories
        .map((figure): TableRow => {
          const code = figure.dims.category as string;
          const of = (metric: string, statistic: string) =>
            context.find('by_category', metric, statistic, {
              category: code,
              quarter: context.period,
            });
          return {
            kind: code === 'unknown' ? ('unknown' as const) : undefined,
            cells: [
              capital(context.label('category', code)),
              figure,
              ...(hasClock ? [of(measure.metric, measure.statistic)] : []),
              of('resolved', 'share'),
              of('archived', 'share'),
            ],
          };
        })
        .concat({
          kind: 'total',
          cells: [
            context.t('reports.total'),
            ofAll(context, 'received', 'count'),
            ...(hasClock ? [ofAll(context, measure.metric, measure.statistic)] : []),
            ofAll(context, 'resolved', 'share'),
            ofAll(context, 'archived', 'share'),
          ],
        }),
    }),
    true,
  );
}

/** Category x type of agency: who gets what. */
function byAgencyType(context: Context, categories: Figure[]): Html | undefined {
  const cells = context.rows('category_by_agency_type', {
    metric: 'received',
    statistic: 'count',
    dims: { quarter: context.period },
  });
  const types = groups(context, 'by_agency_type', 'agency_type', 'received', 'count')
    .map((figure) => figure.dims.agency_type as string)
    .filter((type) => cells.some((cell) => cell.dims.agency_type === type));
  if (types.length < 2) return undefined;
  const byPair = new Map(
    cells.map((cell) => [`${cell.dims.category}\n${cell.dims.agency_type}`, cell] as const),
  );
  return folded(
    context.t('reports.topics.agency.summary'),
    table(context, {
      caption: context.t('reports.topics.agency.caption', {
        quarter: context.quarterName(context.period),
      }),
      columns: [
        { head: context.t('reports.column.category') },
        ...types.map((type) => ({ head: capital(context.label('agency_type', type)) })),
        { head: context.t('reports.total') },
      ],
      rows: categories
        .map((figure): TableRow => {
          const category = figure.dims.category as string;
          return {
            kind: category === 'unknown' ? ('unknown' as const) : undefined,
            cells: [
              capital(context.label('category', category)),
              ...types.map((type) => byPair.get(`${category}\n${type}`) ?? '0'),
              figure,
            ],
          };
        })
        .concat({
          kind: 'total',
          cells: [
            context.t('reports.total'),
            ...types.map((agency_type) =>
              context.find('by_agency_type', 'received', 'count', {
                agency_type,
                quarter: context.period,
              }),
            ),
            ofAll(context, 'received', 'count'),
          ],
        }),
      note: context.t('reports.sign.zero.note'),
    }),
    true,
  );
}

/** Complaints of two kinds, aspirations, requests for information: each has its own limit. */
function classifications(context: Context): Html | undefined {
  const rows = groups(context, 'by_classification', 'classification', 'received', 'count');
  if (rows.filter((figure) => figure.dims.classification !== 'unknown').length < 2)
    return undefined;
  const measure = serviceMeasure(context);
  const hasClock = measure.metric === 'resolve';
  return table(context, {
    caption: context.t('reports.topics.classification.caption', {
      quarter: context.quarterName(context.period),
    }),
    note: context.t('reports.base.valid'),
    columns: [
      { head: context.t('reports.column.classification') },
      { head: context.t('reports.column.received'), definition: 'received' },
      ...(hasClock
        ? [
            {
              head: context.t('reports.column.resolved-in-limit'),
              definition: 'within-limit' as const,
            },
          ]
        : []),
      { head: context.t('reports.column.resolved'), definition: 'resolved' as const },
      { head: context.t('reports.column.archived'), definition: 'archived' as const },
    ],
    rows: rows
      .map((figure): TableRow => {
        const classification = figure.dims.classification as string;
        const of = (metric: string, statistic: string) =>
          context.find('by_classification', metric, statistic, {
            classification,
            quarter: context.period,
          });
        return {
          kind: classification === 'unknown' ? ('unknown' as const) : undefined,
          cells: [
            capital(context.label('classification', classification)),
            figure,
            ...(hasClock ? [of('resolve', 'within_limit')] : []),
            of('resolved', 'share'),
            of('archived', 'share'),
          ],
        };
      })
      .concat({
        kind: 'total',
        cells: [
          context.t('reports.total'),
          ofAll(context, 'received', 'count'),
          ...(hasClock ? [ofAll(context, 'resolve', 'within_limit')] : []),
          ofAll(context, 'resolved', 'share'),
          ofAll(context, 'archived', 'share'),
        ],
      }),
  });
}
