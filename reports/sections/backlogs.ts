import { changeWord, sizeHtml, togetherNote } from '../findings/change.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital } from './context.ts';
import { ofAll } from './rows.ts';
import { folded, type TableRow, table } from './table.ts';

const most = 10;

/** Which agencies' backlogs moved, as the declared comparisons have it; the most certain first. */
export function backlogs(context: Context): Html | undefined {
  const tested = context.release.comparisons.filter(
    ({ figure, compare, clear }) =>
      figure.metric === 'backlog' &&
      figure.statistic === 'count' &&
      figure.dims.agency !== undefined &&
      figure.dims.agency !== 'unknown' &&
      compare === 'previous' &&
      clear !== null,
  );
  if (tested.length === 0) return undefined;
  const clear = tested.filter((one) => one.clear);
  const ordered = [...tested].sort(
    (a, b) =>
      (a.p ?? 1) - (b.p ?? 1) ||
      (b.figure.value ?? 0) - (a.figure.value ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
  const lead = context.h(
    clear.length > 0 ? 'reports.agencies.backlog.lead' : 'reports.agencies.backlog.none',
    { n: clear.length, groups: tested.length },
  );
  const [before, now] = [context.before, context.period].map((quarter) =>
    ofAll(context, 'backlog', 'count', quarter),
  );
  const total: TableRow[] = now
    ? [{ kind: 'total', cells: [context.t('reports.total-agencies'), now, before, html``, html``] }]
    : [];
  const contents = table(context, {
    caption: context.t('reports.agencies.backlog.caption', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.agency') },
      { head: context.t('reports.column.backlog'), definition: 'backlog' },
      { head: context.t('reports.column.backlog-before'), definition: 'backlog' },
      { head: context.t('reports.column.times'), text: true },
      { head: context.t('reports.column.change'), text: true },
    ],
    note: [
      now &&
        context.t('reports.agencies.backlog.base', {
          quarter: context.quarterName(context.period),
        }),
      togetherNote(context, ordered.slice(0, most)),
    ]
      .filter(Boolean)
      .join(' '),
    onPaper: Math.max(most, clear.length),
    rows: ordered
      .map(
        (one): TableRow => ({
          cells: [
            capital(context.label('agency', one.figure.dims.agency as string)),
            one.figure,
            one.base,
            sizeHtml(context, one),
            changeWord(context, one.figure, one.base),
          ],
        }),
      )
      .concat(total),
  });
  return html`<h3>${context.t('reports.agencies.backlog.title')}</h3><p>${lead}</p>${
    tested.length > most
      ? folded(context.t('reports.table.rows', { n: tested.length }), contents, true)
      : contents
  }`;
}
