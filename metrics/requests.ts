import { BuktiError, exitStatus } from '../base/index.ts';
import {
  type Clock,
  isClock,
  type MetricName,
  metricNames,
  metricStatistics,
  unknownFields,
} from './definitions.ts';
import { statesNeeded } from './figures/counts.ts';
import { rateDimensions } from './figures/rate.ts';
import type { DimensionName } from './types.ts';

/** A metric and those of its statistics that are asked for. */
export interface Request {
  metric: MetricName;
  statistics: string[];
}

/**
 * Reads `resolve` (all statistics but the curve) and `resolve.median`.
 * @throws BuktiError `metrics.unknown-metric`, `metrics.unknown-statistic`, `metrics.not-by`
 */
export function readRequests(texts: readonly string[], by: readonly DimensionName[]): Request[] {
  const requests = new Map<MetricName, Set<string>>();
  for (const text of texts) {
    const [name = '', statistic] = text.split('.');
    const metric = metricNames.find((one) => one === name);
    if (!metric) {
      const known = metricNames.join(', ');
      throw new BuktiError('metrics.unknown-metric', { name, known }, exitStatus.usage);
    }
    const all: readonly string[] = metricStatistics[metric];
    if (statistic !== undefined && !all.includes(statistic)) {
      const params = { metric, name: statistic, known: all.join(', ') };
      throw new BuktiError('metrics.unknown-statistic', params, exitStatus.usage);
    }
    const rateFits = by.every((dimension) => rateDimensions.includes(dimension));
    if (statistic === 'per_100k' && !rateFits) {
      const known = rateDimensions.join(', ');
      throw new BuktiError('metrics.not-by', { figure: text, known }, exitStatus.usage);
    }
    const implied = all.filter((one) => one !== 'incidence' && (one !== 'per_100k' || rateFits));
    const wanted = requests.get(metric) ?? new Set<string>();
    for (const one of statistic === undefined ? implied : [statistic]) wanted.add(one);
    requests.set(metric, wanted);
  }
  return [...requests].map(([metric, statistics]) => ({
    metric,
    statistics: metricStatistics[metric].filter((one: string) => statistics.has(one)),
  }));
}

/** Names of the counts (plan/counts.ts) that requests are made from. */
export function countsNeeded(requests: readonly Request[]): string[] {
  return [...new Set(requests.flatMap(countsOf))];
}

function countsOf({ metric, statistics }: Request): string[] {
  if (metric === 'received') {
    return statistics.includes('per_100k') ? ['received', 'located'] : ['received'];
  }
  if (metric === 'rating') return ['received', 'rated', 'rating_sum', 'rating_squares'];
  if (metric === 'unknown')
    return ['received', ...unknownFields.map((field) => `unknown_${field}`)];
  if (!isClock(metric)) return statesNeeded(metric);
  const coverage = metric === 'respond_agency' ? ['verify_covered'] : [`${metric}_covered`];
  const own = ['started', 'limited', 'judged', 'kept', ...timeProblems(statistics)];
  return ['received', ...coverage, ...own.map((name) => `${metric}_${name}`)];
}

function timeProblems(statistics: readonly string[]): string[] {
  return ['time_unknown', 'time_invalid', 'calendar_missing'].filter((one) =>
    statistics.includes(one),
  );
}

/** Clocks that need their day histogram. */
export function histogramsNeeded(requests: readonly Request[]): Clock[] {
  return requests.flatMap(({ metric, statistics }) => {
    const needs = statistics.some((one) => /^(incidence|median$|p90$)/.test(one));
    return isClock(metric) && needs ? [metric] : [];
  });
}
