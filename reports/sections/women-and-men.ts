import type { SealedComparison } from '../../release/index.ts';
import { sizeHtml, togetherNote } from '../findings/change.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital } from './context.ts';
import { folded, table } from './table.ts';

const most = 8;

/**
 * Women and men within the same category: the median wait for a first response, as the declared family
 * compared it. Clear differences first, then the largest; a verdict only by the family.
 */
export function womenAndMen(context: Context): Html | undefined {
  const pairs = context.release.comparisons.filter(
    ({ compare, figure, base, difference }) =>
      compare === 'others' &&
      figure.metric === 'respond_citizen' &&
      figure.statistic === 'median' &&
      figure.dims.sex === 'f' &&
      !['unknown', undefined].includes(figure.dims.category) &&
      base !== undefined &&
      difference !== null,
  );
  if (pairs.length === 0) return undefined;
  const size = (one: SealedComparison) => Math.abs(one.difference ?? 0);
  pairs.sort(
    (a, b) => Number(b.clear) - Number(a.clear) || size(b) - size(a) || (a.id < b.id ? -1 : 1),
  );
  const clear = pairs.filter((one) => one.clear);
  const lead = context.h(
    clear.length > 0 ? 'reports.people.categories.lead' : 'reports.people.categories.none',
    { n: clear.length, groups: pairs.length },
  );
  const contents = pairTable(context, pairs, Math.max(most, clear.length));
  return html`<h3>${context.t('reports.people.categories.title')}</h3><p>${lead}</p>${
    pairs.length > most
      ? folded(context.t('reports.table.rows', { n: pairs.length }), contents, true)
      : contents
  }`;
}

function pairTable(context: Context, pairs: readonly SealedComparison[], onPaper: number): Html {
  return table(context, {
    onPaper,
    note: [
      context.t('reports.people.categories.order'),
      togetherNote(context, pairs.slice(0, onPaper)),
    ]
      .filter(Boolean)
      .join(' '),
    caption: context.t('reports.people.categories.caption', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.category') },
      { head: context.t('reports.column.women'), definition: 'median' },
      { head: context.t('reports.column.men'), definition: 'median' },
      { head: context.t('reports.column.size'), text: true },
      { head: context.t('reports.column.verdict'), definition: 'clear', text: true },
    ],
    rows: pairs.map((one) => ({
      cells: [
        capital(context.label('category', one.figure.dims.category as string)),
        one.figure,
        one.base,
        sizeHtml(context, one),
        context.t(one.clear ? 'reports.change.clear' : 'reports.change.uncertain'),
      ],
    })),
  });
}
