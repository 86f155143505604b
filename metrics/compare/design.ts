import { clockRelation, isClock, type MetricName } from '../definitions.ts';
import { pooledDesignEffect } from '../estimators/design-effect.ts';
import { dispersion } from '../estimators/dispersion.ts';
import type { Design } from '../estimators/reference.ts';
import type { Frame } from '../figures/frame.ts';
import type { Group } from '../plan/groups.ts';
import type { MetricRow } from '../types.ts';
import { timeFigures } from './cluster-sums.ts';

/** One of the two that are compared. */
export interface Side {
  row: MetricRow;
  group: Group;
  frame: Frame;
  /** Weeks of the period that the cohorts started in (clusterColumns). */
  weeks: number;
  mature: number;
  /** The period was not over on its as-of day. */
  isOpen: boolean;
  /** The period began before the first report there is. */
  isBeforeData: boolean;
  /** Share of the place's reports without a known sex, where sex is a dimension of a rate. */
  unknownSex: number;
  /** Tells one query's groups from another's in a family. */
  scope: string;
}

/** Design effect of a share, between the agency-weeks of both groups. */
export function shareDesign(now: Side, base: Side): Design {
  const figure = figureOf(now.row);
  return pooledDesignEffect([now.group.cluster(figure), base.group.cluster(figure)]);
}

/**
 * Of a waiting time: the largest among the shares that ended by the horizons and by the as-of day, the
 * degrees of freedom the fewest of them.
 */
export function timeDesign(now: Side, base: Side): Design {
  const metric = now.row.metric as MetricName;
  if (!isClock(metric) || clockRelation[metric] === undefined) return { deff: 1, df: 0 };
  const designs = timeFigures(metric, Math.min(now.mature, base.mature)).map((figure) =>
    pooledDesignEffect([now.group.cluster(figure), base.group.cluster(figure)]),
  );
  return {
    deff: Math.max(...designs.map(({ deff }) => deff)),
    df: Math.min(...designs.map(({ df }) => df)),
  };
}

/**
 * Dispersion of counts between the weeks of both periods, each around its own mean, at least 1: Pearson's
 * chi-square over its degrees of freedom (McCullagh and Nelder 1989, 6.2).
 */
export function countDesign(now: Side, base: Side): Design {
  const figure = figureOf(now.row);
  let chi2 = 0;
  let df = 0;
  for (const { group, weeks } of [now, base]) {
    const { x, weekXX } = group.cluster(figure);
    if (x === 0 || weeks < 2) continue;
    chi2 += (weekXX - (x * x) / weeks) / (x / weeks);
    df += weeks - 1;
  }
  return { deff: df > 0 ? Math.max(1, chi2 / df) : 1, df };
}

/** Dispersion of a stock around the trend of its month's ends in the two years up to the figure's. */
export function stockDesign(now: Side): Design {
  const { series } = now.group;
  const months = [...series.keys()];
  if (months.length === 0) return { deff: 1, df: 0 };
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const counts = Array.from({ length: last - first + 1 }, (_, i) => series.get(first + i) ?? 0);
  return dispersion(counts) ?? { deff: 1, df: 0 };
}

function figureOf({ metric, statistic, dims }: MetricRow): string {
  return metric === 'unknown' ? `unknown.share:${dims.field}` : `${metric}.${statistic}`;
}
