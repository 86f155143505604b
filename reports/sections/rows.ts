import type { Figure } from '../../release/index.ts';
import type { Datum, DotRow } from '../charts/index.ts';
import { type Context, capital, type Dimension } from './context.ts';

/** A figure as a chart takes it. */
export function toDatum(context: Context, figure: Figure): Datum {
  return {
    id: figure.id,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    text: context.written(figure),
    provisional: figure.provisional,
  };
}

/** A figure of one group as a row of a dot plot. */
export function toDotRow(context: Context, figure: Figure, dimension: Dimension): DotRow {
  const code = figure.dims[dimension] as string;
  return {
    ...toDatum(context, figure),
    label: capital(context.label(dimension, code)),
    unknown: code === 'unknown' || code === 'none_given',
  };
}

/** The figure of all reports that a total row shows: looked up, never added up. */
export const ofAll = (
  context: Context,
  metric: string,
  statistic: string,
  quarter = context.period,
): Figure | undefined => context.find('series', metric, statistic, { quarter });

/** Lowest value first (the longest wait on top), without a value next, `unknown` last. */
export function lowestFirst(figures: readonly Figure[], dimension: Dimension): Figure[] {
  const isUnknown = (figure: Figure) => Number(figure.dims[dimension] === 'unknown');
  return [...figures].sort(
    (a, b) =>
      isUnknown(a) - isUnknown(b) ||
      (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY) ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * The measure of service that a release can show by group: resolved within 14 working days where
 * clocks exist, else the share resolved on the as-of day.
 */
export function serviceMeasure(context: Context): { metric: string; statistic: string } {
  const clock = context.find('series', 'resolve', 'incidence_14', { quarter: context.period });
  return clock?.value != null
    ? { metric: 'resolve', statistic: 'incidence_14' }
    : { metric: 'resolved', statistic: 'share' };
}

/** A reason that says something: not `none_given`, `other` or `unknown`. */
export function isStated(figure: Figure): boolean {
  return !['none_given', 'other', 'unknown'].includes(figure.dims.reason as string);
}
