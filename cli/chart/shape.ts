import { BuktiError, exitStatus } from '../../base/index.ts';
import type { MetricRow as Figure } from '../../metrics/index.ts';
import { type DimensionName, type MetricName, metricStatistics } from '../../metrics/index.ts';

export type ChartKind = 'dots' | 'map' | 'trend' | 'heat' | 'curve' | 'states';

/** `bukti chart states`: all parts of the valid reports as one bar. */
export const statesName = 'states';
export const stateMetrics = [
  'resolved',
  'archived',
  'postponed',
  'open_within',
  'open_beyond',
  'withdrawn',
  'status_unknown',
] as const;

const preferred = ['share', 'median', 'mean', 'count'];

/** A chart shows one statistic: the one named, else the one that says most of its metric. */
export function oneStatistic(text: string, by: readonly string[]): string {
  if (text.includes('.')) return text;
  const statistics: readonly string[] = metricStatistics[text as MetricName] ?? [];
  if (statistics.includes('incidence') && by.length === 0) return `${text}.incidence`;
  const best = preferred.find((name) => statistics.includes(name)) ?? statistics[0];
  return `${text}.${best}`;
}

const isTime = (name: string): boolean => ['year', 'quarter', 'month'].includes(name);

/**
 * The chart that fits the shape of an answer: a curve of incidence, time along an axis, two dimensions as
 * a heat map, provinces on the map where the figures compare (a count says most of where people live),
 * else a row a group.
 * @throws BuktiError `asking.chart.dimensions` for more than two, `asking.chart.empty`
 */
export function shapeOf(
  rows: readonly Figure[],
  by: readonly DimensionName[],
  hasMap: boolean,
): ChartKind {
  const [row] = rows;
  if (!row || rows.every((one) => one.value === null)) {
    throw new BuktiError('asking.chart.empty', {}, exitStatus.usage);
  }
  const groups = by.filter((name) => name !== 'day');
  if (groups.length > 2) {
    throw new BuktiError('asking.chart.dimensions', { n: groups.length }, exitStatus.usage);
  }
  if (row.statistic === 'incidence') return 'curve';
  if (groups.length === 2) return 'heat';
  const [only] = groups;
  if (only !== undefined && isTime(only)) return 'trend';
  return only === 'province' && hasMap && row.unit !== 'reports' ? 'map' : 'dots';
}

/** Of two dimensions the one along the top: time, else the one of fewer groups. */
export function acrossOf(
  rows: readonly Figure[],
  [first, second]: readonly DimensionName[],
): [DimensionName, DimensionName] {
  const [a, b] = [first as DimensionName, second as DimensionName];
  if (isTime(a)) return [b, a];
  if (isTime(b)) return [a, b];
  const groups = (name: DimensionName) => new Set(rows.map((row) => row.dims[name])).size;
  return groups(a) < groups(b) ? [b, a] : [a, b];
}
