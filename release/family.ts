import type { Family, MetricsCatalogue } from '../metrics/index.ts';
import type { KeyedComparison } from './comparisons.ts';
import type { Manifest } from './types.ts';

/** How many hypotheses a report tested, and how many of them are clear. */
export function summaryOf(
  { name, label }: Family,
  comparisons: readonly KeyedComparison[],
): Manifest['family'] {
  const tested = comparisons.filter(({ clear }) => clear !== null);
  const clear = new Set(tested.filter((one) => one.clear).map(hypothesisOf));
  return { name, label, tests: tested[0]?.family ?? 0, clear: clear.size };
}

/** Of a group and the only other one (women and men) both comparisons test the same. */
function hypothesisOf({ key, figure, base_figure, with: mode }: KeyedComparison): string {
  if (mode !== 'others' || base_figure === null) return key;
  return [figure, base_figure].sort().join(' ');
}

/** Which way is better, of every figure that is compared and has a better way. */
export function directionsOf(
  { metrics }: MetricsCatalogue,
  comparisons: readonly KeyedComparison[],
): Manifest['directions'] {
  const compared = new Set(comparisons.map(({ figure }) => figure.split('?')[0]));
  const ways = metrics.flatMap(({ name, details }) =>
    details.flatMap(({ name: statistic, direction }) => {
      const figure = `${name}.${statistic}`;
      return direction === 'neutral' || !compared.has(figure) ? [] : [[figure, direction] as const];
    }),
  );
  return Object.fromEntries(ways);
}
