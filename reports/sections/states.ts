import type { MessageKey } from '../../base/index.ts';
import { stackedBar } from '../charts/index.ts';
import { comparable } from '../text/comparable.ts';
import { type Html, html } from '../text/html.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, groups, type Section } from './context.ts';
import { type DefinitionKey, definitionLink } from './definition-link.ts';
import { ofAll, toDatum } from './rows.ts';
import { type TableRow, table } from './table.ts';

interface State {
  metric: string;
  definition: DefinitionKey;
  name: MessageKey;
}

/** Resolved, then the four parts of unresolved, always apart. */
const stateList: State[] = [
  { metric: 'resolved', definition: 'resolved', name: 'reports.state.resolved' },
  { metric: 'open_within', definition: 'open', name: 'reports.state.open-within' },
  { metric: 'open_beyond', definition: 'open', name: 'reports.state.open-beyond' },
  { metric: 'postponed', definition: 'postponed', name: 'reports.state.postponed' },
  { metric: 'archived', definition: 'archived', name: 'reports.state.archived' },
];

/** The limits of SP4N-LAPOR! do not bind another register: open is open there. */
const unlimited: State[] = stateList.map((state) =>
  state.metric === 'open_within' ? { ...state, name: 'reports.state.open' } : state,
);

/** What is left of the valid reports. */
const rest: State[] = [
  { metric: 'withdrawn', definition: 'received-valid', name: 'reports.state.withdrawn' },
  { metric: 'status_unknown', definition: 'unknown', name: 'reports.state.unknown' },
];

/** Archived against resolved: where the quarter's reports stand on the as-of day. */
export function states(context: Context): Section {
  const section = { id: 'states', title: context.t('reports.states.title') };
  const limited = context.release.manifest.calendars.includes('indonesia');
  const list = limited ? stateList : unlimited;
  const shares = [...list, ...rest].flatMap((state) => {
    const figure = context.find('status', state.metric, 'share', { quarter: context.period });
    return figure && (figure.value !== 0 || !rest.includes(state)) ? [{ state, figure }] : [];
  });
  if (!shares.some(({ figure }) => figure.value !== null)) return section;
  return {
    ...section,
    body: html`${bar(context, shares)}${byAgencyType(context, list)}`,
    ...(limited ? {} : { missing: ['limits'] }),
  };
}

type Shares = { state: State; figure: NonNullable<ReturnType<Context['find']>> }[];

function bar(context: Context, shares: Shares): Html {
  const of = (metric: string) => shares.find(({ state }) => state.metric === metric)?.figure;
  const [resolved, archived] = [of('resolved'), of('archived')];
  const previous = shares.map(({ state, figure }) => {
    const before = context.find('series', state.metric, 'share', { quarter: context.before });
    return before && comparable(figure, before) ? before : undefined;
  });
  const withBefore = previous.some((figure) => figure !== undefined);
  const count = (metric: string) =>
    context.find('status', metric, 'count', { quarter: context.period });
  const quarter = context.quarterName(context.period);
  const rows = shares.map(({ state, figure }, index) => ({
    cells: [
      definitionLink(state.definition, capital(context.t(state.name))),
      count(state.metric),
      figure,
      context.interval(figure),
      ...(withBefore ? [previous[index]] : []),
    ],
  }));
  const unresolved = context.find('status', 'unresolved', 'share', { quarter: context.period });
  const valid = count('received_valid');
  const blank = withBefore ? [html``] : [];
  const total = [
    ...(unresolved
      ? [
          {
            kind: 'total' as const,
            cells: [
              definitionLink('unresolved', context.t('reports.state.unresolved')),
              count('unresolved'),
              unresolved,
              context.interval(unresolved),
              ...(withBefore
                ? [context.find('series', 'unresolved', 'share', { quarter: context.before })]
                : []),
            ],
          },
        ]
      : []),
    ...(valid
      ? [
          {
            kind: 'total' as const,
            cells: [
              definitionLink('received-valid', context.t('reports.column.received-valid')),
              valid,
              html``,
              html``,
              ...blank,
            ],
          },
        ]
      : []),
  ];
  return chartFigure(context, {
    key: 'chart-states',
    title: context.h(
      archived?.value ? 'reports.states.chart.title' : 'reports.states.chart.no-archive',
      {
        resolved: context.figure(resolved, 'prose'),
        archived: context.figure(archived, 'prose'),
        date: context.date(resolved?.as_of ?? context.release.manifest.as_of),
      },
    ),
    subtitle: context.h('reports.states.chart.subtitle', {
      quarter,
      date: context.date(resolved?.as_of ?? context.release.manifest.as_of),
      n: valid?.value ?? 0,
    }),
    description: context.t('reports.states.chart.description', {
      resolved: context.written(resolved, 'prose'),
      archived: context.written(archived, 'prose'),
      within: context.written(of('open_within'), 'prose'),
      beyond: context.written(of('open_beyond'), 'prose'),
      postponed: context.written(of('postponed'), 'prose'),
    }),
    draw: (text, layout) =>
      stackedBar(
        shares.map(({ state, figure }) => ({
          ...toDatum(context, figure),
          label: context.t(state.name),
          accent: state.metric === 'resolved',
        })),
        text,
        layout,
      ),
    open: true,
    table: table(context, {
      caption: context.t('reports.states.caption', { quarter }),
      columns: [
        { head: context.t('reports.column.state') },
        { head: context.t('reports.column.reports') },
        { head: context.t('reports.column.share'), definition: 'received-valid' },
        { head: context.t('reports.column.interval'), definition: 'interval' },
        ...(withBefore ? [{ head: context.t('reports.column.share-before') }] : []),
      ],
      rows: [...rows, ...total],
    }),
  });
}

/** Every state that a valid report can be in, so that a row sums to all. */
function byAgencyType(context: Context, list: readonly State[]): Html | undefined {
  const rows = groups(context, 'by_agency_type', 'agency_type', 'received_valid', 'count');
  if (rows.length < 2) return undefined;
  const some = rest.filter(({ metric }) =>
    groups(context, 'by_agency_type', 'agency_type', metric, 'share').some(
      ({ value }) => value !== null && value > 0,
    ),
  );
  const all = [...list, ...some];
  return table(context, {
    caption: context.t('reports.states.by-agency-type', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.agency-type') },
      { head: context.t('reports.column.received-valid'), definition: 'received-valid' },
      ...all.map((state) => ({
        head: capital(context.t(state.name)),
        definition: state.definition,
      })),
    ],
    rows: rows
      .map((row): TableRow => {
        const code = row.dims.agency_type as string;
        const share = (metric: string) =>
          context.find('by_agency_type', metric, 'share', {
            agency_type: code,
            quarter: context.period,
          });
        return {
          kind: code === 'unknown' ? ('unknown' as const) : undefined,
          cells: [
            capital(context.label('agency_type', code)),
            row,
            ...all.map((state) => share(state.metric)),
          ],
        };
      })
      .concat({
        kind: 'total',
        cells: [
          context.t('reports.total'),
          ofAll(context, 'received_valid', 'count'),
          ...all.map((state) => ofAll(context, state.metric, 'share')),
        ],
      }),
  });
}
