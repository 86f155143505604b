import type { Figure, RevisedFigure } from '../../release/index.ts';
import { figureId } from '../../release/index.ts';
import { type Html, html } from '../text/html.ts';
import { asSentence } from '../text/voice.ts';
import { breaksInSeries } from './breaks.ts';
import type { Context, Section } from './context.ts';
import { earlierQuarters } from './earlier-quarters.ts';
import { nameCell, writtenBefore } from './revised-figure.ts';
import { table } from './table.ts';

const most = 12;

/**
 * From the second version on, what the version before said otherwise; from the second release on, what
 * the releases of earlier quarters said otherwise. Totals of quarters. And the rules that changed.
 */
export function revisions(context: Context): Section {
  const section = { id: 'revisions', title: context.t('reports.revisions.title') };
  const replaced = versionBefore(context);
  const earlier = earlierQuarters(context);
  const breaks = breaksInSeries(context);
  if (!replaced && !earlier && !breaks) return section;
  return { ...section, body: html`${replaced}${earlier}${breaks}` };
}

function versionBefore(context: Context): Html | undefined {
  const { supersedes, reason } = context.release.manifest;
  if (!supersedes) return undefined;
  const rows = (supersedes.revised ?? [])
    .flatMap((one) => {
      const figure = figureOf(context, one);
      return figure ? [{ one, figure }] : [];
    })
    // What looks the same once it is rounded has not changed for a reader.
    .filter(
      ({ one, figure }) => writtenBefore(context, figure, one.before) !== context.written(figure),
    )
    .sort((a, b) => size(b.one) - size(a.one) || (a.one.key < b.one.key ? -1 : 1));
  const lead = context.h('reports.revisions.lead', {
    version: `v${supersedes.version}`,
    reason: asSentence(reason?.[context.lang] ?? ''),
    changed: context.count(supersedes.figures_changed),
  });
  if (supersedes.revised === undefined) return html`<p>${lead}</p>`;
  if (rows.length === 0) return html`<p>${lead} ${context.t('reports.revisions.none')}</p>`;
  return html`<p>${lead}</p>${revised(context, rows.slice(0, most))}`;
}

function figureOf(context: Context, { key }: RevisedFigure): Figure | undefined {
  const id = figureId(context.period, context.release.version, key);
  return context.rows('headline', {}).find((figure) => figure.id === id);
}

const size = ({ before, now }: RevisedFigure) =>
  Math.abs((now ?? 0) - (before ?? 0)) / Math.max(Math.abs(before ?? 0), 1e-9);

function revised(context: Context, rows: readonly { one: RevisedFigure; figure: Figure }[]): Html {
  return table(context, {
    caption: context.t('reports.revisions.caption', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.figure') },
      { head: context.t('reports.column.version-before') },
      { head: context.t('reports.column.version-now') },
    ],
    rows: rows.map(({ one, figure }) => ({
      cells: [
        nameCell(context, figure),
        html`<span data-before="${one.key}">${writtenBefore(context, figure, one.before)}</span>`,
        figure,
      ],
    })),
  });
}
