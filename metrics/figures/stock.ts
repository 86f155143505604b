import { enoughForPercentile, minimumN } from '../estimators/minimum.ts';
import { poissonExact } from '../estimators/poisson.ts';
import { flowNames } from '../plan/parts/stock.ts';
import { isTruncated } from '../truncation.ts';
import type { MetricRow } from '../types.ts';
import { emptyRow, type Frame } from './frame.ts';

/** Age bands in working days, first and last day of each. */
const bands: Record<string, [from: number, to: number]> = {
  age_0_5: [0, 5],
  age_6_14: [6, 14],
  age_15_60: [15, 60],
  age_over_60: [61, Number.POSITIVE_INFINITY],
};

/**
 * Reports pending (neither resolved, archived, deleted nor withdrawn) on the evening of the period's
 * last day, whenever they came in, and what flowed: count = opening + entered - left. Transfers between
 * agencies are flows of their own, which cancel out over all agencies. A stock so early that reports
 * from before the data are missing in it is provisional, and what depends on one is too.
 */
export function stockRow(frame: Frame, statistic: string): MetricRow {
  const row = figureOf(frame, statistic);
  // New reports come in whatever the stock is.
  if (statistic === 'entered_new') return row;
  if (!isTruncated(frame.context, stockDay(frame, statistic))) return row;
  return { ...row, provisional: true, caveat: 'truncated' };
}

/** The day whose stock a figure depends on: of what flows that of the evening before the period. */
function stockDay({ asOf, first, last }: Frame, statistic: string): string {
  if (flowNames.some((name) => name === statistic)) return dayBefore(first);
  return asOf < last ? asOf : last;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function figureOf(frame: Frame, statistic: string): MetricRow {
  const { stock } = frame.group;
  const all = total(stock.all);
  const row = emptyRow(frame, 'backlog', statistic, all);
  if (statistic === 'age_median') return percentileRow(row, stock.all, 0.5);
  if (statistic === 'age_p90') return percentileRow(row, stock.all, 0.9);
  const counted = (count: number): MetricRow => ({
    ...row,
    value: count,
    ...poissonExact(count),
    numerator: count,
  });
  const flow = flowNames.find((name) => name === statistic);
  if (flow) return { ...counted(frame.group.count(`flow_${flow}`)) };
  const band = bands[statistic];
  if (band) return counted(total(stock.all.slice(band[0], band[1] + 1)));
  if (statistic === 'postponed') return counted(total(stock.postponed));
  if (statistic === 'beyond_limit') return counted(total(stock.late));
  return counted(all);
}

/**
 * The first whole day by which a share q of the pending reports is as old or younger; the interval by
 * the binomial order statistics (Conover 1999, Practical Nonparametric Statistics, 3.2).
 */
function percentileRow(row: MetricRow, ages: readonly number[], q: number): MetricRow {
  if (row.n < minimumN || !enoughForPercentile(row.n, q))
    return { ...row, status: 'below_minimum' };
  const spread = 1.959964 * Math.sqrt(row.n * q * (1 - q));
  const at = (rank: number) => dayOfRank(ages, Math.min(Math.max(Math.ceil(rank), 1), row.n));
  return {
    ...row,
    value: at(row.n * q - 1e-9),
    low: at(row.n * q - spread),
    high: at(row.n * q + spread + 1),
  };
}

function dayOfRank(ages: readonly number[], rank: number): number {
  let passed = 0;
  for (let day = 0; day < ages.length; day++) {
    passed += ages[day] ?? 0;
    if (passed >= rank) return day;
  }
  return ages.length - 1;
}

function total(list: readonly number[]): number {
  let sum = 0;
  for (const value of list) sum += value ?? 0;
  return sum;
}
