import { formatNumber } from '../../base/index.ts';
import { breaksOf, type Figure, type SealedComparison } from '../../release/index.ts';
import type { Context } from '../sections/context.ts';
import { comparable } from '../text/comparable.ts';
import { figureHtml, measureText } from '../text/figure.ts';
import { type Html, html } from '../text/html.ts';
import { isUp } from './sentence.ts';

/**
 * What is said of a figure against the quarter before: a direction only where the declared family
 * calls it clear; else the figure before and that a change cannot be confirmed; or why the two are not
 * compared.
 */
export function changeHtml(context: Context, figure: Figure, previous: Figure | undefined): Html {
  const comparison = context.release.compared(figure);
  const quarter = context.quarterName(context.before);
  if (comparison?.withheld) {
    const why = context.t(`reports.withheld.${comparison.withheld}`);
    return context.h('reports.compare.withheld', { quarter, why });
  }
  if (previous?.value == null) return context.h('reports.compare.none');
  if (!comparison && isOtherwiseMade(context, figure)) {
    const why = context.t('reports.withheld.limit');
    return context.h('reports.compare.withheld', { quarter, why });
  }
  if (!comparison && !comparable(figure, previous)) {
    return context.h('reports.compare.unequal', { quarter });
  }
  const before = figureHtml(previous, context.voice, 'prose');
  if (!comparison) return context.h('reports.compare.before', { quarter, before });
  const params = { quarter, before, change: sizeHtml(context, comparison) };
  if (!comparison.clear) return context.h('reports.compare.uncertain', params);
  const key = isUp(comparison) ? 'reports.compare.higher' : 'reports.compare.lower';
  return html`${wayHtml(context, comparison)}${context.h(key, params)}`;
}

/** The quarter before stands in this release under another limit. */
function isOtherwiseMade({ release }: Context, figure: Figure): boolean {
  return breaksOf(release.manifest, figure).some(({ recomputed }) => !recomputed);
}

/**
 * `Memburuk. ` or `Membaik. ` before what is said of something clear, where the release says which way
 * is better: what colour says is said in a word too.
 */
export function wayHtml(context: Context, { clear, compare, worse }: SealedComparison): Html {
  if (clear !== true || worse === null) return html``;
  const kind = compare === 'others' ? 'others' : 'change';
  const word = context.t(`reports.way.${kind}.${worse ? 'worse' : 'better'}`);
  return html`<strong>${word}</strong> `;
}

/**
 * Why a change cannot be confirmed although its interval leaves out no change: said where some
 * comparison that is shown is so, and nowhere else.
 */
export function togetherNote(
  context: Context,
  comparisons: readonly (SealedComparison | undefined)[],
  key: 'reports.tested-together' | 'reports.findings.together' = 'reports.tested-together',
): string | undefined {
  const tests = context.release.manifest.family?.tests ?? 0;
  const isApart = (one: SealedComparison | undefined) => {
    if (one?.clear !== false) return false;
    const [low, high, none] =
      one.ratio === null ? [one.low, one.high, 0] : [one.ratio_low, one.ratio_high, 1];
    return low !== null && high !== null && (low > none || high < none);
  };
  if (tests === 0 || !comparisons.some(isApart)) return undefined;
  return context.t(key, key === 'reports.tested-together' ? { tests } : {});
}

/** One word for a table's column: higher, lower, cannot be confirmed, not comparable. */
export function changeWord(context: Context, now: Figure, before: Figure | undefined): string {
  const comparison = context.release.compared(now);
  if (before?.value == null && !comparison) return context.t('reports.not-available');
  if (comparison?.withheld === 'few') return context.t('reports.sign.few');
  if (!comparison || comparison.withheld) return context.t('reports.change.unequal');
  if (!comparison.clear) return context.t('reports.change.uncertain');
  return context.t(isUp(comparison) ? 'reports.change.higher' : 'reports.change.lower');
}

/**
 * The size of a change: `+2,1 poin persentase (antara 0,4 dan 3,8)`, of counts `1,4 kali (...)`. Clear
 * ones carry the interval that allows for having been picked out of the family (FCR).
 */
export function sizeHtml(context: Context, comparison: SealedComparison): Html {
  const { figure, ratio, difference, fcr_low, fcr_high } = comparison;
  const byRatio = ratio !== null;
  const [low, high] = byRatio
    ? [fcr_low ?? comparison.ratio_low, fcr_high ?? comparison.ratio_high]
    : [fcr_low ?? comparison.low, fcr_high ?? comparison.high];
  const value = byRatio ? ratio : difference;
  if (value === null) return html`...`;
  const write = (number: number) => {
    if (byRatio) return formatNumber(number, context.lang, 2);
    const text = measureText(number, figure.unit, context.voice);
    // A bound that is not none is not written as none: "between 0 and 6" would say that it may be.
    if (number === 0 || /[1-9]/.test(text)) return text;
    return figure.unit === 'share'
      ? formatNumber(number * 100, context.lang, 2)
      : formatNumber(number, context.lang, 1);
  };
  const sign = !byRatio && value > 0 ? '+' : '';
  const size = html`<data class="f d" value="${value}" data-id="${comparison.id}">${sign}${write(value)}</data>`;
  const unit = byRatio
    ? context.t(figure.metric === 'backlog' ? 'reports.unit.times' : 'reports.unit.times-by-day')
    : figure.unit === 'share'
      ? context.t('reports.unit.points')
      : figure.unit === 'working_days'
        ? context.t('reports.unit.days')
        : context.t(figure.unit === 'score' ? 'reports.unit.score' : 'reports.unit.reports');
  if (low === null || high === null) return context.h('reports.change.no-interval', { size, unit });
  const end = (bound: number) =>
    html`<span data-id="${comparison.id}" data-bound="${bound}">${write(bound)}</span>`;
  const interval = { low: end(low), high: end(high) };
  return context.h('reports.change', { size, unit, ...interval });
}
