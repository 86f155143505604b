import type { Figure, RevisedFigure } from '../../release/index.ts';
import { figureId } from '../../release/index.ts';
import { figureText } from '../text/figure.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital, type Section } from './context.ts';
import { definitionOf } from './definition-link.ts';
import { table } from './table.ts';

const most = 12;

/** What the version before said otherwise, from the second version on; totals of the quarter. */
export function revisions(context: Context): Section {
  const section = { id: 'revisions', title: context.t('reports.revisions.title') };
  const { supersedes, reason } = context.release.manifest;
  if (!supersedes) return section;
  const rows = (supersedes.revised ?? [])
    .flatMap((one) => {
      const figure = figureOf(context, one);
      return figure ? [{ one, figure }] : [];
    })
    // What looks the same once it is rounded has not changed for a reader.
    .filter(({ one, figure }) => written(context, figure, one.before) !== context.written(figure))
    .sort((a, b) => size(b.one) - size(a.one) || (a.one.key < b.one.key ? -1 : 1));
  const lead = context.h('reports.revisions.lead', {
    version: `v${supersedes.version}`,
    reason: reason?.[context.lang] ?? '',
    changed: context.count(supersedes.figures_changed),
  });
  if (supersedes.revised === undefined) return { ...section, body: html`<p>${lead}</p>` };
  if (rows.length === 0) {
    return { ...section, body: html`<p>${lead} ${context.t('reports.revisions.none')}</p>` };
  }
  return { ...section, body: html`<p>${lead}</p>${revised(context, rows.slice(0, most))}` };
}

function figureOf(context: Context, { key }: RevisedFigure): Figure | undefined {
  const id = figureId(context.period, context.release.version, key);
  return context.rows('headline', {}).find((figure) => figure.id === id);
}

const size = ({ before, now }: RevisedFigure) =>
  Math.abs((now ?? 0) - (before ?? 0)) / Math.max(Math.abs(before ?? 0), 1e-9);

/** The figure with the value that it had; its own sign where it had none. */
function written(context: Context, figure: Figure, value: number | null): string {
  return figureText({ ...figure, value, status: 'not_available' }, context.voice);
}

function revised(context: Context, rows: readonly { one: RevisedFigure; figure: Figure }[]): Html {
  const { release, lang } = context;
  const name = ({ metric, statistic }: Figure) =>
    `${capital(release.label('metric', metric, lang))}: ${release.label('statistic', statistic, lang)}`;
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
        html`<a class="def" href="#def-${definitionOf(figure)}">${name(figure)}</a>`,
        html`<span data-before="${one.key}">${written(context, figure, one.before)}</span>`,
        figure,
      ],
    })),
  });
}
