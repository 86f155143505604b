import { clockRelation, isClock, type MetricName } from '../definitions.ts';
import { type ClusterDesign, pooledDesignEffect } from '../estimators/design-effect.ts';
import { dispersion } from '../estimators/dispersion.ts';
import { crossWithRest, pairedDesignEffect } from '../estimators/paired-design-effect.ts';
import { type Design, satterthwaite } from '../estimators/reference.ts';
import type { Frame } from '../figures/frame.ts';
import type { ClusterSums, Group } from '../plan/groups.ts';
import { isTruncated } from '../truncation.ts';
import type { DimensionName, MetricRow } from '../types.ts';
import { timeFigures } from './cluster-sums.ts';

/** One of the two that are compared. */
export interface Side {
  row: MetricRow;
  group: Group;
  frame: Frame;
  /** Days of the period: what a count is counted over. */
  days: number;
  /** Weeks of the period that the cohorts started in (clusterColumns). */
  weeks: number;
  mature: number;
  /** The period was not over on its as-of day. */
  isOpen: boolean;
  /** The period began before the first report there is. */
  isBeforeData: boolean;
  /** Working days from the end of the period to its as-of day; null where it was not over. */
  age: number | null;
  /** The province or body of the group was there, and the same, on all days of the period. */
  isWhole: boolean;
  /** Share of the figure's cases without a known sex over all sexes, where sex is a dimension. */
  unknownSex: number;
  /** Over time: some month of the period, or of the one it is compared with, has not landed whole. */
  isThin?: boolean;
  /** Over time: another limit decides the figure than in the period that it is compared with. */
  isJudgedOtherwise?: boolean;
  /** The dimension whose other codes are compared. */
  othersOf?: DimensionName | undefined;
  /** Its code that is all the others, where there is but one. */
  opposite?: string | undefined;
  /** Variance of an agency's level from one period to the next, by figure; 0 within one period. */
  volatility: (figure: string) => number;
  /** Tells one query's groups from another's in a family. */
  scope: string;
}

/** Design effect of a share, between the agency-weeks of both groups. */
export function shareDesign(now: Side, base: Side): Design {
  return designOf(now, base, figureOf(now.row));
}

/** Others lie in the same agency-weeks as the group, other periods in other weeks. */
function designOf(now: Side, base: Side, figure: string): ClusterDesign {
  const [own, other] = [now.group.cluster(figure), base.group.cluster(figure)];
  if (own.allClusters === 0) {
    const weekly = pooledDesignEffect([own, other]);
    const longer = longerShocks(own, other, now.volatility(figure));
    return {
      deff: weekly.deff + longer,
      df: satterthwaite([
        { variance: weekly.deff, df: weekly.df },
        { variance: longer, df: agenciesDf(own, other) },
      ]),
    };
  }
  return pairedDesignEffect(own, other, crossWithRest(own));
}

/**
 * What shocks that last longer than a week add to the design effect: the variance that the volatility
 * of agencies gives the difference, over the pooled binomial one.
 */
function longerShocks(now: ClusterSums, base: ClusterSums, volatility: number): number {
  const pooled = (now.x + base.x) / (now.n + base.n);
  if (volatility === 0 || !(pooled * (1 - pooled) > 0) || now.n * base.n === 0) return 0;
  const between = volatility * (now.agencyNN / now.n ** 2 + base.agencyNN / base.n ** 2);
  return between / (pooled * (1 - pooled) * (1 / now.n + 1 / base.n));
}

/** Shocks of few agencies have heavier tails than normal: least degrees of freedom that they are given. */
const leastAgenciesDf = 5;

/**
 * Degrees of freedom of what longer shocks add: the agencies that the cases are spread over, as many as
 * equally large ones would be (n^2 over the sum of squares), less one a group. Where one agency has most
 * of a province's reports its bad six weeks are the province's.
 */
function agenciesDf(now: ClusterSums, base: ClusterSums): number {
  const effective = ({ n, agencyNN }: ClusterSums) => (agencyNN > 0 ? n ** 2 / agencyNN : 1);
  return Math.max(leastAgenciesDf, effective(now) + effective(base) - 2);
}

/**
 * Of a waiting time: the largest among the shares that ended by the horizons and by the as-of day, the
 * degrees of freedom the fewest of them.
 */
export function timeDesign(now: Side, base: Side): Design {
  const metric = now.row.metric as MetricName;
  if (!isClock(metric) || clockRelation[metric] === undefined) return { deff: 1, df: 0 };
  const designs = timeFigures(metric, Math.min(now.mature, base.mature)).map((figure) =>
    designOf(now, base, figure),
  );
  return {
    deff: Math.max(...designs.map(({ deff }) => deff)),
    df: Math.min(...designs.map(({ df }) => df)),
  };
}

/**
 * Dispersion of counts between the weeks of both periods, each around its own mean, at least 1: Pearson's
 * chi-square over its degrees of freedom (McCullagh and Nelder 1989, 6.2). Campaigns in several weeks of
 * a period look even from week to week: where the weeks of each place around its own mean vary more,
 * that is the dispersion.
 */
export function countDesign(now: Side, base: Side): Design {
  const figure = figureOf(now.row);
  let chi2 = 0;
  let df = 0;
  let [bursts, all] = [0, 0];
  for (const { group, weeks } of [now, base]) {
    const { x, weekXX, placeXX, placeUU } = group.cluster(figure);
    if (x === 0 || weeks < 2) continue;
    chi2 += (weekXX - (x * x) / weeks) / (x / weeks);
    df += weeks - 1;
    bursts += (weeks / (weeks - 1)) * (placeXX - placeUU / weeks);
    all += x;
  }
  return { deff: df > 0 ? Math.max(1, chi2 / df, bursts / all) : 1, df };
}

/**
 * Dispersion of a stock around the trend of its month's ends in the two years before: those of the
 * period that is compared say nothing of what is usual, nor do those on which the stock still lacked the
 * reports from before the data.
 *
 * Both stocks hold the reports that are pending on both evenings, and go together: taken for independent
 * their difference varies less than is assumed, so that the test errs to the side of finding nothing.
 * @returns df 0 where fewer than four month's ends are left: nothing is tested
 */
export function stockDesign(now: Side): Design {
  const { series } = now.group;
  const before = monthNumber(now.frame.first);
  const { context } = now.frame;
  const months = [...series.keys()].filter(
    (month) => month < before && !isTruncated(context, lastDayOf(month)),
  );
  if (months.length === 0) return { deff: 1, df: 0 };
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const counts = Array.from({ length: last - first + 1 }, (_, i) => series.get(first + i) ?? 0);
  return dispersion(counts) ?? { deff: 1, df: 0 };
}

/** Months since January 2000, as in parts/stock.ts. */
function monthNumber(day: string): number {
  return (Number(day.slice(0, 4)) - 2000) * 12 + Number(day.slice(5, 7)) - 1;
}

function lastDayOf(month: number): string {
  return new Date(Date.UTC(2000, month + 1, 0)).toISOString().slice(0, 10);
}

function figureOf({ metric, statistic, dims }: MetricRow): string {
  return metric === 'unknown' ? `unknown.share:${dims.field}` : `${metric}.${statistic}`;
}
