import { isClock } from '../definitions.ts';
import { moverDifference } from '../estimators/mover.ts';
import { newcombe } from '../estimators/newcombe.ts';
import { compareCounts } from '../estimators/quasi-poisson.ts';
import { criticalValue, type Design } from '../estimators/reference.ts';
import { ClockFigures } from '../figures/clock.ts';
import type { Side } from './design.ts';
import type { FigureKind } from './kinds.ts';
import { meanDifference } from './mean.ts';

/** What an interval of a comparison is of: the difference, or for counts the ratio. */
export interface ComparedInterval {
  low: number | null;
  high: number | null;
}

const nothing: ComparedInterval = { low: null, high: null };

/**
 * Interval of a figure less its base at a level of confidence: Newcombe's for shares, MOVER for times,
 * the ratio's own for counts, all with the design effect of the test beside them.
 */
export function comparedInterval(
  kind: FigureKind,
  now: Side,
  base: Side,
  design: Design,
  level: number,
): ComparedInterval {
  // Without a degree of freedom nothing is known of the variance.
  if (design.df !== null && design.df < 1) return nothing;
  const options = { ...design, level };
  const [a, b] = [now.row, base.row];
  if (kind === 'count' || kind === 'stock') {
    const [days, baseDays] = exposuresOf(kind, now, base);
    const { low, high } = compareCounts(
      { count: counted(now), exposure: days },
      { count: counted(base), exposure: baseDays },
      options,
    );
    return { low, high };
  }
  if (kind === 'share') {
    if (a.numerator === null || b.numerator === null) return nothing;
    return newcombe(a.numerator, a.denominator ?? a.n, b.numerator, b.denominator ?? b.n, options);
  }
  if (kind === 'mean') {
    const mean = meanDifference(now, base);
    if (!mean) return nothing;
    const half = criticalValue(options) * Math.sqrt(mean.variance);
    return { low: mean.difference - half, high: mean.difference + half };
  }
  if (kind === 'time') {
    const [first, second] = [timeRow(now, options), timeRow(base, options)];
    return first && second ? moverDifference(first, second) : nothing;
  }
  return nothing;
}

/** Counts of a period are compared per day, since February is short; a stock is that of one evening. */
export function exposuresOf(kind: FigureKind, now: Side, base: Side): [number, number] {
  return kind === 'stock' ? [1, 1] : [now.days, base.days];
}

/** The count itself: a rate's is its numerator. */
export function counted({ row }: Side): number {
  return row.numerator ?? row.value ?? 0;
}

function timeRow({ row, frame }: Side, options: Design & { level: number }) {
  if (!isClock(row.metric)) return undefined;
  return new ClockFigures(frame, row.metric, options).rows(row.statistic)[0];
}
