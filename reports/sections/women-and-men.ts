import type { Figure } from '../../release/index.ts';
import { difference } from '../text/difference.ts';
import { differenceHtml } from '../text/figure.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital } from './context.ts';
import { definitionOf } from './definition-link.ts';
import { table } from './table.ts';

/** A category is compared from this many cases of either sex on. */
const minimum = 30;
const most = 5;

/**
 * Women and men within the same category: first response within the limit where clocks exist, else
 * the share resolved. Largest difference first; a direction only where the intervals are apart.
 */
export function womenAndMen(context: Context): Html | undefined {
  const clock = context.rows('category_by_sex', {
    metric: 'respond_citizen',
    statistic: 'within_limit',
    dims: { quarter: context.period, sex: 'f' },
  });
  const measure = clock.some((figure) => figure.value !== null)
    ? { metric: 'respond_citizen', statistic: 'within_limit' }
    : { metric: 'resolved', statistic: 'share' };
  const quarter = context.period;
  const pairs = context
    .rows('category_by_sex', { ...measure, dims: { quarter, sex: 'f' } })
    .flatMap((women) => {
      const category = women.dims.category as string;
      const dims = { quarter, category, sex: 'm' };
      const men = context.find('category_by_sex', measure.metric, measure.statistic, dims);
      const change = men && difference(women, men);
      if (!men || !change || women.n < minimum || men.n < minimum) return [];
      return category === 'unknown' ? [] : [{ category, women, men, change }];
    });
  if (pairs.length === 0) return undefined;
  pairs.sort(
    (a, b) =>
      Number(a.change.uncertain) - Number(b.change.uncertain) ||
      Math.abs(b.change.value) - Math.abs(a.change.value) ||
      (a.category < b.category ? -1 : 1),
  );
  const apart = pairs.filter(({ change }) => !change.uncertain);
  const lead = context.h(
    apart.length > 0 ? 'reports.people.categories.lead' : 'reports.people.categories.none',
    { n: apart.length, groups: pairs.length },
  );
  return html`<h3>${context.t('reports.people.categories.title')}</h3><p>${lead}</p>${pairTable(
    context,
    measure,
    pairs.slice(0, Math.max(most, Math.min(apart.length, 12))),
  )}`;
}

interface Pair {
  category: string;
  women: Figure;
  men: Figure;
  change: NonNullable<ReturnType<typeof difference>>;
}

function pairTable(
  context: Context,
  measure: { metric: string; statistic: string },
  pairs: readonly Pair[],
): Html {
  const definition = definitionOf(measure);
  return table(context, {
    caption: context.t('reports.people.categories.caption', {
      measure: context.t(
        measure.metric === 'resolved'
          ? 'reports.measure.resolved-share'
          : 'reports.measure.responded-in-time',
      ),
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.category') },
      { head: context.t('reports.column.women'), definition },
      { head: context.t('reports.column.men'), definition },
      { head: context.t('reports.column.difference') },
      { head: context.t('reports.column.interval'), definition: 'interval' },
    ],
    rows: pairs.map(({ category, women, men, change }) => {
      const written = differenceHtml(women, men, change, context.voice);
      return {
        cells: [
          capital(context.label('category', category)),
          women,
          men,
          written.size,
          written.interval,
        ],
      };
    }),
  });
}
