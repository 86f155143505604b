import { formatNumber, monthName, quarterOf } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { dotPlot, trend } from '../charts/index.ts';
import { html } from '../text/html.ts';
import { breakMarks } from './break-marks.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, groups, type Section, series } from './context.ts';
import { eventsWithin } from './dated-events.ts';
import { ofAll, toDatum, toDotRow } from './rows.ts';
import { folded, table } from './table.ts';

/** How many reports came in: by month, by quarter, by channel. */
export function volume(context: Context): Section {
  const section = { id: 'volume', title: context.t('reports.volume.title') };
  const parts = [months(context), quarters(context), channels(context)].filter(Boolean);
  // A review has no table of channels.
  const whole = context.release.scope.coordinator === undefined;
  const missing =
    !whole ||
    groups(context, 'by_channel', 'channel', 'received', 'count').some(
      (figure) => figure.dims.channel !== 'unknown',
    )
      ? []
      : (['channel'] as const);
  return { ...section, body: parts.length > 0 ? html`${parts}` : undefined, missing: [...missing] };
}

const monthLabel = (context: Context, month: string) =>
  `${monthName(Number(month.slice(5)), context.lang)} ${month.slice(0, 4)}`;

/** Every month of a span, `2025-11`, `2025-12`, `2026-01`, so that one without a figure keeps its place. */
function monthsFrom(first: string, last: string): string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, index) => {
    const at = number(first) + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Months and quarters that have landed whole: of others there is no figure. The release's own quarter is shown as it is. */
function landed(context: Context, rows: readonly Figure[]): Figure[] {
  const thin = context.release.manifest.thin_months ?? [];
  return rows.filter(({ dims: { month, quarter } }) => {
    if (month !== undefined) return !thin.includes(month);
    return quarter === context.period || !thin.some((one) => quarterOf(`${one}-01`) === quarter);
  });
}

function months(context: Context) {
  const rows = context
    .rows('volume_by_month', { metric: 'received', statistic: 'count' })
    .sort((a, b) => ((a.dims.month ?? '') < (b.dims.month ?? '') ? -1 : 1));
  const known = landed(
    context,
    rows.filter((row) => row.value !== null),
  );
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return undefined;
  const highest = known.reduce((best, row) => ((row.value ?? 0) > (best.value ?? 0) ? row : best));
  const span = monthsFrom(first.dims.month ?? '', last.dims.month ?? '');
  const of = (month: string) => known.find((row) => row.dims.month === month);
  const every = Math.max(1, Math.ceil(span.length / 5));
  const points = span.map((month, index) => {
    const row = of(month);
    const short = monthName(Number(month.slice(5)), context.lang, 3);
    const hasTick = (span.length - 1 - index) % every === 0;
    return {
      ...(row ? toDatum(context, row) : { id: '', value: null, text: '' }),
      low: null,
      high: null,
      period: month,
      tick: hasTick ? `${short}\n${month.slice(0, 4)}` : '',
    };
  });
  const named = (row: Figure) => monthLabel(context, row.dims.month ?? '');
  const [from, to] = [named(first), named(last)];
  return chartFigure(context, {
    key: 'chart-months',
    title: context.h('reports.volume.months.title', {
      month: named(highest),
      value: context.figure(highest, 'prose'),
    }),
    subtitle: context.t('reports.volume.months.subtitle', { from, to }),
    n: ofAll(context, 'received', 'count')?.value ?? undefined,
    of: context.period,
    description: context.t('reports.volume.months.description', {
      from,
      to,
      first: context.written(first),
      last: context.written(last),
      month: named(highest),
      highest: context.written(highest),
    }),
    draw: (text, layout) =>
      trend(
        points,
        {
          format: (value) => formatNumber(value, context.lang),
          marks: [...eventsWithin(context), ...breakMarks(context, known)],
        },
        text,
        layout,
      ),
    table: table(context, {
      caption: context.t('reports.volume.months.subtitle', { from, to }),
      columns: [
        { head: context.t('reports.column.month') },
        { head: context.t('reports.column.received'), definition: 'received' },
      ],
      rows: span.map((month) => ({ cells: [monthLabel(context, month), of(month)] })),
      ...(span.length > known.length ? { note: context.t('reports.volume.gap') } : {}),
    }),
  });
}

function quarters(context: Context) {
  const received = landed(context, series(context, 'received', 'count'));
  const [first, last] = [received[0]?.dims.quarter, received.at(-1)?.dims.quarter];
  if (!first || !last) return undefined;
  // A quarter between them of which there is nothing has its row, which says so.
  const every = context.quarters.filter((quarter) => quarter >= first && quarter <= last);
  const isLanded = new Set(received.map(({ dims }) => dims.quarter));
  const at = (metric: string, quarter: string) =>
    isLanded.has(quarter) ? context.find('series', metric, 'count', { quarter }) : undefined;
  return folded(
    context.t('reports.volume.quarters.summary'),
    table(context, {
      caption: context.t('reports.volume.quarters.caption'),
      columns: [
        { head: context.t('reports.column.quarter') },
        { head: context.t('reports.column.received'), definition: 'received' },
        { head: context.t('reports.column.deleted'), definition: 'received-valid' },
        { head: context.t('reports.column.received-valid'), definition: 'received-valid' },
      ],
      rows: every.map((quarter) => ({
        cells: [
          capital(context.quarterName(quarter)),
          at('received', quarter),
          at('deleted', quarter),
          at('received_valid', quarter),
        ],
      })),
      ...(every.length > received.length ? { note: context.t('reports.volume.gap') } : {}),
    }),
  );
}

function channels(context: Context) {
  const rows = groups(context, 'by_channel', 'channel', 'received', 'count');
  const known = rows.filter((row) => row.dims.channel !== 'unknown' && row.value !== null);
  const [largest] = known;
  if (!largest || known.length < 2) return undefined;
  const name = context.label('channel', largest.dims.channel as string);
  const before = (figure: Figure) =>
    context.find('by_channel', 'received', 'count', {
      channel: figure.dims.channel as string,
      quarter: context.before,
    });
  return chartFigure(context, {
    key: 'chart-channels',
    title: context.h('reports.volume.channels.title', {
      channel: name,
      value: context.figure(largest, 'prose'),
    }),
    subtitle: context.t('reports.volume.channels.subtitle', {
      quarter: context.quarterName(context.period),
    }),
    n: ofAll(context, 'received', 'count')?.value ?? undefined,
    pale: 'bar',
    description: context.t('reports.volume.channels.description', {
      channel: name,
      value: context.written(largest),
      groups: known.length,
    }),
    draw: (text, layout) =>
      dotPlot(
        rows.map((row) => toDotRow(context, row, 'channel')),
        { format: (value) => formatNumber(value, context.lang) },
        text,
        layout,
      ),
    table: table(context, {
      caption: context.t('reports.volume.channels.subtitle', {
        quarter: context.quarterName(context.period),
      }),
      columns: [
        { head: context.t('reports.column.channel') },
        { head: context.t('reports.column.received'), definition: 'received' },
        {
          head: context.t('reports.column.received-before'),
          definition: 'received',
        },
      ],
      rows: [
        ...rows.map((row) => ({
          kind: row.dims.channel === 'unknown' ? ('unknown' as const) : undefined,
          cells: [capital(context.label('channel', row.dims.channel as string)), row, before(row)],
        })),
        {
          kind: 'total' as const,
          cells: [
            context.t('reports.total'),
            ofAll(context, 'received', 'count'),
            ofAll(context, 'received', 'count', context.before),
          ],
        },
      ],
    }),
  });
}
