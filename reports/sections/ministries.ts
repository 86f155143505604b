import type { Figure } from '../../release/index.ts';
import { changeWord } from '../findings/change.ts';
import { type Html, html, type Part } from '../text/html.ts';
import { type Context, capital, groups, type Section } from './context.ts';
import { definitionLink } from './definition-link.ts';
import { isStated } from './rows.ts';
import { table } from './table.ts';

/** The ministries that a coordinating ministry coordinates: side by side, then one by one. */
export function ministries(context: Context): Section {
  const title = context.t('reports.ministries.title');
  const codes = inOrder(context);
  if (codes.length === 0) return { id: 'ministries', title, missing: ['agency'] };
  return {
    id: 'ministries',
    title,
    body: html`${overview(context, codes)}${silent(context)}${codes.map((code) => one(context, code))}`,
  };
}

/** A figure of one agency in the release's quarter. */
export function ofAgency(
  context: Context,
  agency: string,
  metric: string,
  statistic: string,
  quarter = context.period,
): Figure | undefined {
  return context.find('by_agency', metric, statistic, { agency, quarter });
}

/** Those that got reports, most first. */
function inOrder(context: Context): string[] {
  const { coordinates = [] } = context.release.manifest;
  return groups(context, 'by_agency', 'agency', 'received', 'count')
    .filter((figure) => (figure.value ?? 0) > 0)
    .map((figure) => figure.dims.agency as string)
    .filter((code) => coordinates.includes(code));
}

/** Those without a single report: silence is named too. */
export function silentMinistries(context: Context): string[] {
  const { coordinates = [] } = context.release.manifest;
  const heard = new Set(inOrder(context));
  return coordinates
    .filter((code) => !heard.has(code))
    .map((code) => context.label('agency', code));
}

function overview(context: Context, codes: readonly string[]): Html {
  const change = (code: string) => {
    const now = ofAgency(context, code, 'backlog', 'count');
    const before = ofAgency(context, code, 'backlog', 'count', context.before);
    return now ? changeWord(context, now, before) : context.t('reports.not-available');
  };
  return table(context, {
    caption: context.t('reports.ministries.caption', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.agency') },
      { head: context.t('reports.column.received'), definition: 'received' },
      { head: context.t('reports.column.in-time'), definition: 'within-limit' },
      { head: context.t('reports.column.interval'), definition: 'interval' },
      { head: context.t('reports.column.open-beyond'), definition: 'open' },
      { head: context.t('reports.column.backlog'), definition: 'backlog' },
      { head: context.t('reports.column.backlog-before'), definition: 'backlog' },
      { head: context.t('reports.column.change'), text: true },
    ],
    rows: codes.map((code) => {
      const share = ofAgency(context, code, 'respond_agency', 'within_limit');
      return {
        cells: [
          capital(context.label('agency', code)),
          ofAgency(context, code, 'received', 'count'),
          share,
          context.interval(share),
          ofAgency(context, code, 'open_beyond', 'share'),
          ofAgency(context, code, 'backlog', 'count'),
          ofAgency(context, code, 'backlog', 'count', context.before),
          change(code),
        ],
      };
    }),
    note: context.t('reports.ministries.note'),
  });
}

function silent(context: Context): Html | undefined {
  const names = silentMinistries(context);
  if (names.length === 0) return undefined;
  return html`<p>${context.h('reports.ministries.silent', { names: names.join('; ') })}</p>`;
}

/** One ministry in sentences; what has no figure is left out. */
function one(context: Context, code: string): Html {
  const prose = (metric: string, statistic: string, quarter = context.period) => {
    const figure = ofAgency(context, code, metric, statistic, quarter);
    return figure?.value == null ? undefined : context.figure(figure, 'prose');
  };
  const received = prose('received', 'count');
  const median = prose('respond_agency', 'median');
  const inTime = prose('respond_agency', 'within_limit');
  const waiting = prose('backlog', 'count');
  const before = prose('backlog', 'count', context.before);
  const returned = prose('returned', 'share');
  const reason = topReason(context, code);
  const lines: Part[] = [
    received && context.h('reports.ministry.received', { value: received }),
    median && inTime && context.h('reports.ministry.response', { median, value: inTime }),
    waiting && before && context.h('reports.ministry.backlog', { value: waiting, before }),
    returned && context.h('reports.ministry.returned', { value: returned }),
    reason &&
      context.h('reports.ministry.reason', {
        reason: context.label('reason', reason.dims.reason as string),
        value: definitionLink('reason', context.figure(reason, 'prose')),
      }),
  ].filter(Boolean);
  return html`<h3>${capital(context.label('agency', code))}</h3><p>${lines.map((line, index) => html`${index > 0 ? ' ' : ''}${line}`)}</p>`;
}

function topReason(context: Context, agency: string): Figure | undefined {
  return context
    .rows('reason_by_agency', {
      metric: 'unresolved_reason',
      statistic: 'share',
      dims: { agency, quarter: context.period },
    })
    .filter((figure) => isStated(figure) && figure.value !== null && figure.value > 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.id < b.id ? -1 : 1))[0];
}
