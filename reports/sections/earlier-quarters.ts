import type { Figure, RevisedRelease, Revision } from '../../release/index.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital } from './context.ts';
import { nameCell, writtenBefore } from './revised-figure.ts';
import { table } from './table.ts';

const most = 12;

interface Row {
  one: Revision;
  figure: Figure;
}

/**
 * What the release says otherwise of earlier quarters than their own releases did. Only what was seen on
 * the same as-of day is a revision; what was followed longer since is later course, and only counted.
 */
export function earlierQuarters(context: Context): Html | undefined {
  const { revisions = [] } = context.release.manifest;
  const earlier = revisions.filter(({ period }) => period !== context.period).reverse();
  if (earlier.length === 0) return undefined;
  const rows = earlier.flatMap(({ period }) => totalsOf(context, period));
  const lines = earlier.map((one) => html`<li>${sentence(context, one)}</li>`);
  const lead = html`<p>${context.t('reports.revisions.earlier')}</p><ul>${lines}</ul>`;
  if (rows.length === 0) return html`${lead}<p>${context.t('reports.revisions.earlier-none')}</p>`;
  return html`${lead}${revised(context, rows.slice(0, most))}`;
}

function sentence(context: Context, { period, version, as_of, figures, records }: RevisedRelease) {
  const { moved, otherwise, added, removed, same } = figures;
  const told = (context.release.revisions ?? []).filter((one) => one.period === period);
  const later = told.filter((one) => one.change === 'moved' && isLater(one)).length;
  const counts = {
    release: `${period} v${version}`,
    quarter: context.quarterName(period),
    as_of: context.date(as_of),
    all: context.count(moved + otherwise + added + removed + same),
    moved: context.count(moved - later),
    later: context.count(later),
  };
  const said = context.h('reports.revisions.earlier-release', counts);
  if (!records) return said;
  const of = {
    late: context.count(records.late),
    changed: context.count(records.changed),
    deleted: context.count(records.deleted),
  };
  return html`${said} ${context.h('reports.revisions.earlier-records', of)}`;
}

const isLater = ({ as_of_published, as_of_now }: Revision) => as_of_published !== as_of_now;

/** Totals of a quarter whose value differs once it is written, largest relative change first. */
function totalsOf(context: Context, period: string): Row[] {
  const { release } = context;
  const scope = Object.keys(release.scope);
  const isTotal = ({ dims }: Figure) =>
    Object.keys(dims).every((name) => name === 'quarter' || scope.includes(name));
  return (release.revisions ?? [])
    .filter((one) => one.period === period && one.change === 'moved' && !isLater(one))
    .flatMap((one) => {
      const figure = one.id_now === null ? undefined : release.findById(one.id_now);
      return figure && isTotal(figure) ? [{ one, figure }] : [];
    })
    .filter(
      ({ one, figure }) =>
        writtenBefore(context, figure, one.published) !== context.written(figure),
    )
    .sort((a, b) => size(b.one) - size(a.one) || ((a.one.id ?? '') < (b.one.id ?? '') ? -1 : 1));
}

const size = ({ published, difference }: Revision) =>
  Math.abs(difference ?? 0) / Math.max(Math.abs(published ?? 0), 1e-9);

function revised(context: Context, rows: readonly Row[]): Html {
  return table(context, {
    caption: context.t('reports.revisions.earlier-caption'),
    columns: [
      { head: context.t('reports.column.figure') },
      { head: context.t('reports.column.quarter'), text: true },
      { head: context.t('reports.column.as-published') },
      { head: context.t('reports.column.now') },
    ],
    rows: rows.map(({ one, figure }) => ({
      cells: [
        nameCell(context, figure),
        capital(context.quarterName(one.period)),
        html`<span data-before="${one.id}">${writtenBefore(context, figure, one.published)}</span>`,
        figure,
      ],
    })),
  });
}
