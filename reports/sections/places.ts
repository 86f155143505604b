import { formatNumber } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { dotPlot, tileMap } from '../charts/index.ts';
import { type Html, html } from '../text/html.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, groups, type MissingKey, type Section } from './context.ts';
import { definitionOf } from './definition-link.ts';
import { lowestFirst, ofAll, serviceMeasure, toDatum, toDotRow } from './rows.ts';
import { table } from './table.ts';

/** Where reports come from, and how they fare there. */
export function places(context: Context): Section {
  const title = context.t('reports.places.title');
  const received = groups(context, 'by_province', 'province', 'received', 'count');
  const known = received.filter((figure) => figure.dims.province !== 'unknown');
  if (known.length === 0) return { id: 'places', title };
  const tiles = context.release.labels('province').filter((label) => label.tile_column !== null);
  const rates = context.rows('by_province', {
    metric: 'received',
    statistic: 'per_100k',
    dims: { quarter: context.period },
  });
  const hasMap = tiles.length > 0 && rates.some((rate) => rate.value !== null);
  const missing: MissingKey[] = hasMap ? [] : ['map'];
  const regencies = standingOut(context);
  if (!regencies) missing.push('regency');
  const shown = hasMap
    ? map(context, rates, provinceTable(context, known, received))
    : dots(context, received);
  return { id: 'places', title, body: html`${shown}${regencies}`, missing };
}

/** The source names its regions itself. */
const isForeign = (context: Context) =>
  context.release.manifest.region_schemes.every((scheme) => scheme === 'source');

function provinceTable(context: Context, known: Figure[], received: Figure[]): Html {
  const measure = serviceMeasure(context);
  const hasClock = measure.metric === 'resolve';
  const of = (code: string, metric: string, statistic: string) =>
    context.find('by_province', metric, statistic, { province: code, quarter: context.period });
  const quarter = context.quarterName(context.period);
  const hasRate = known.some((figure) => {
    return of(figure.dims.province as string, 'received', 'per_100k')?.value != null;
  });
  const hasLimit =
    hasClock &&
    known.some((figure) => {
      return of(figure.dims.province as string, 'resolve', 'within_limit')?.value != null;
    });
  const nation = (metric: string, statistic: string) =>
    context.find('series', metric, statistic, { quarter: context.period });
  const shares = received.flatMap(
    (figure) => of(figure.dims.province as string, measure.metric, measure.statistic) ?? [],
  );
  const order = lowestFirst(shares, 'province').map((figure) => figure.dims.province);
  // A province without a share at all comes after those that have one.
  const rank = ({ dims }: Figure) => {
    const at = order.indexOf(dims.province);
    return at < 0 ? order.length : at;
  };
  const sorted = [...received].sort((a, b) => rank(a) - rank(b));
  const all = nation(measure.metric, measure.statistic);
  const intervalOf = (figure: Figure | undefined) => context.interval(figure) ?? html``;
  const share = (code: string) => of(code, measure.metric, measure.statistic);
  return table(context, {
    caption: context.t('reports.places.caption', { quarter }),
    note: [
      context.t(hasClock ? 'reports.order.longest-wait' : 'reports.order.least-resolved'),
      context.t(hasClock ? 'reports.base.resolved' : 'reports.base.valid'),
    ].join(' '),
    columns: [
      { head: context.t(isForeign(context) ? 'reports.column.region' : 'reports.column.province') },
      { head: context.t('reports.column.received'), definition: 'received' },
      ...(hasRate
        ? [{ head: context.t('reports.column.per-100k'), definition: 'per-100k' as const }]
        : []),
      ...(hasClock
        ? [
            {
              head: context.t('reports.column.resolved-14'),
              definition: definitionOf(measure),
            },
            { head: context.t('reports.column.interval'), definition: 'interval' as const },
          ]
        : []),
      ...(hasLimit
        ? [
            {
              head: context.t('reports.column.resolved-in-limit'),
              definition: 'within-limit' as const,
            },
          ]
        : []),
      { head: context.t('reports.column.resolved'), definition: 'resolved' },
      ...(hasClock
        ? []
        : [
            { head: context.t('reports.column.interval'), definition: 'interval' as const },
            { head: context.t('reports.column.archived'), definition: 'archived' as const },
          ]),
    ],
    rows: [
      ...sorted.map((figure) => {
        const code = figure.dims.province as string;
        const isUnknown = code === 'unknown';
        return {
          kind: isUnknown ? ('unknown' as const) : undefined,
          cells: [
            capital(context.label('province', code)),
            figure,
            ...(hasRate ? [isUnknown ? html`` : of(code, 'received', 'per_100k')] : []),
            ...(hasClock ? [share(code), intervalOf(share(code))] : []),
            ...(hasLimit ? [of(code, 'resolve', 'within_limit')] : []),
            of(code, 'resolved', 'share'),
            ...(hasClock ? [] : [intervalOf(share(code)), of(code, 'archived', 'share')]),
          ],
        };
      }),
      {
        kind: 'total' as const,
        cells: [
          context.t('reports.total'),
          nation('received', 'count'),
          ...(hasRate ? [nation('received', 'per_100k') ?? html``] : []),
          ...(hasClock ? [all, intervalOf(all)] : []),
          ...(hasLimit ? [nation('resolve', 'within_limit')] : []),
          nation('resolved', 'share'),
          ...(hasClock ? [] : [intervalOf(all), nation('archived', 'share')]),
        ],
      },
    ],
  });
}

function map(context: Context, rates: Figure[], provinceTable: Html): Html {
  const rateOf = new Map(rates.map((rate) => [rate.dims.province as string, rate] as const));
  const tiles = context.release.labels('province').flatMap((label) => {
    if (label.tile_column === null || label.tile_row === null) return [];
    const rate = rateOf.get(label.code);
    const datum = rate ? toDatum(context, rate) : { id: '', value: null, text: '' };
    return [
      {
        ...datum,
        text: datum.value === null ? '' : datum.text,
        short: label.short_label ?? label.label_id,
        code: label.code,
        column: label.tile_column,
        row: label.tile_row,
      },
    ];
  });
  const known = rates.filter((rate) => rate.value !== null);
  known.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [highest, lowest] = [known[0] as Figure, known.at(-1) as Figure];
  const quarter = context.quarterName(context.period);
  const name = (figure: Figure) => context.label('province', figure.dims.province as string);
  const params = {
    quarter,
    highest: name(highest),
    lowest: name(lowest),
    high: context.written(highest),
    low: context.written(lowest),
  };
  return chartFigure(context, {
    key: 'chart-map',
    title: context.h('reports.places.map.title', {
      highest: params.highest,
      high: context.figure(highest, 'prose'),
    }),
    subtitle: context.h('reports.places.map.subtitle', {
      quarter,
      vintage: vintageName(context),
      n: context.find('series', 'received', 'count', { quarter: context.period })?.value ?? 0,
    }),
    description: context.t('reports.places.map.description', params),
    draw: (text, layout) =>
      tileMap(
        tiles,
        {
          format: (value) => formatNumber(value, context.lang, 1),
          noValue: context.t('reports.places.map.no-value'),
        },
        text,
        layout,
      ),
    print: true,
    table: provinceTable,
  });
}

/** `2024S2` → `semester II 2024`; another name stays as it is. */
function vintageName({ release, t }: Context): string {
  const vintage = release.manifest.population_vintage ?? '';
  const [, year, half] = /^(\d{4})S([12])$/.exec(vintage) ?? [];
  if (!year) return vintage;
  return t(half === '1' ? 'reports.half-year.1' : 'reports.half-year.2', { year });
}

/** Sources with regions of their own: no map, a row a region. */
function dots(context: Context, received: Figure[]): Html {
  const known = received.filter((figure) => figure.dims.province !== 'unknown');
  const quarter = context.quarterName(context.period);
  const largest = known[0] as Figure;
  const name = context.label('province', largest.dims.province as string);
  return chartFigure(context, {
    key: 'chart-regions',
    title: context.h('reports.places.dots.title', {
      region: name,
      value: context.figure(largest, 'prose'),
    }),
    subtitle: context.h('reports.places.dots.subtitle', { quarter }),
    n: ofAll(context, 'received', 'count')?.value ?? undefined,
    pale: 'bar',
    description: context.t('reports.places.dots.description', {
      region: name,
      value: context.written(largest),
      groups: known.length,
    }),
    draw: (text, layout) =>
      dotPlot(
        received.map((figure) => toDotRow(context, figure, 'province')),
        { format: (value) => formatNumber(value, context.lang) },
        text,
        layout,
      ),
    open: true,
    table: provinceTable(context, known, received),
  });
}

const minimum = 30;
const most = 12;

/**
 * Regencies whose interval lies wholly below the nation's value, lowest first; never a league table.
 * @returns undefined where the release knows no regency at all
 */
function standingOut(context: Context): Html | undefined {
  const measure = serviceMeasure(context);
  const nation = context.find('series', measure.metric, measure.statistic, {
    quarter: context.period,
  });
  const rows = context
    .rows('by_regency', { ...measure, dims: { quarter: context.period } })
    .filter((figure) => figure.dims.regency !== 'unknown');
  if (rows.length === 0 || nation?.value == null) return undefined;
  const reference = nation.value;
  const below = rows
    .filter((figure) => figure.n >= minimum && figure.high !== null && figure.high < reference)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0) || (a.id < b.id ? -1 : 1));
  const heading = html`<h3>${context.t('reports.places.regency.title')}</h3>`;
  const value = context.figure(nation, 'prose');
  const params = {
    ...{ value, minimum, n: below.length },
    of: rows.filter((figure) => figure.n >= minimum).length,
  };
  if (below.length === 0) {
    return html`${heading}<p>${context.h('reports.places.regency.none', params)}</p>`;
  }
  const parent = new Map(
    context.release.labels('regency').map((label) => [label.code, label.parent] as const),
  );
  return html`${heading}<p>${context.h('reports.places.regency.lead', params)} ${context.t('reports.reading-aid')}</p>${table(
    context,
    {
      caption: context.t('reports.places.regency.caption', {
        quarter: context.quarterName(context.period),
      }),
      columns: [
        { head: context.t('reports.column.regency') },
        { head: context.t('reports.column.province'), text: true },
        { head: context.t('reports.column.n') },
        {
          head: context.t(
            measure.metric === 'resolve' ? 'reports.column.resolved-14' : 'reports.column.resolved',
          ),
          definition: definitionOf(measure),
        },
        { head: context.t('reports.column.interval'), definition: 'interval' },
      ],
      onPaper: most,
      rows: below.map((figure) => ({
        cells: [
          context.label('regency', figure.dims.regency as string),
          context.label('province', parent.get(figure.dims.regency as string) ?? 'unknown'),
          context.sampleSize(figure),
          figure,
          context.interval(figure),
        ],
      })),
    },
  )}`;
}
