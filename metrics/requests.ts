import { BuktiError, exitStatus } from '../base/index.ts';
import { suggestion } from '../base/nearest.ts';
import {
  type Clock,
  clockRelation,
  isClock,
  type MetricName,
  metricNames,
  metricStatistics,
  unknownFields,
} from './definitions.ts';
import { stateDimensionsOfReport } from './dimensions.ts';
import { statesNeeded } from './figures/counts.ts';
import { rateDimensions } from './figures/rate.ts';
import { bodyDimensions } from './plan/relations/bodies.ts';
import type { Where } from './plan/spec.ts';
import type { DimensionName } from './types.ts';

/** A metric and those of its statistics that are asked for. */
export interface Request {
  metric: MetricName;
  statistics: string[];
  /** Of `unknown`: the fields that are given, all where absent. */
  fields?: readonly string[] | undefined;
}

/**
 * Reads `resolve` (all statistics but the curve) and `resolve.median`.
 * A rate per resident has a denominator only by its own dimensions, so a filter on a place must stand
 * in `by` too, and there is none for a filter on anything else.
 * @throws BuktiError `metrics.unknown-metric`, `metrics.unknown-statistic`, `metrics.not-by`,
 *   `metrics.not-where`, `metrics.not-of-bodies`, `metrics.field-of-unknown`
 */
export function readRequests(
  texts: readonly string[],
  by: readonly DimensionName[],
  where: Where = {},
): Request[] {
  const requests = new Map<MetricName, Set<string>>();
  for (const text of texts) {
    const [name = '', statistic] = text.split('.');
    const metric = metricNames.find((one) => one === name);
    if (!metric) {
      const known = suggestion(name, metricNames);
      throw new BuktiError('metrics.unknown-metric', { name, known }, exitStatus.usage);
    }
    const all: readonly string[] = metricStatistics[metric];
    if (statistic !== undefined && !all.includes(statistic)) {
      const params = { metric, name: statistic, known: suggestion(statistic, all) };
      throw new BuktiError('metrics.unknown-statistic', params, exitStatus.usage);
    }
    if (metric === 'bodies') checkBodies(text, by, where);
    if (metric === 'backlog') checkStock(text, by, where);
    const byFits = by.every((dimension) => rateDimensions.includes(dimension));
    const whereFits = (Object.keys(where) as DimensionName[]).every(
      (dimension) => ['province', 'regency'].includes(dimension) && by.includes(dimension),
    );
    const rateFits = byFits && whereFits;
    if (statistic === 'per_100k' && !rateFits) {
      const known = rateDimensions.join(', ');
      const key = byFits ? 'metrics.not-where' : 'metrics.not-by';
      throw new BuktiError(key, { figure: text, known }, exitStatus.usage);
    }
    const implied = all.filter((one) => one !== 'incidence' && (one !== 'per_100k' || rateFits));
    const wanted = requests.get(metric) ?? new Set<string>();
    for (const one of statistic === undefined ? implied : [statistic]) wanted.add(one);
    requests.set(metric, wanted);
  }
  const fields = where.field === undefined ? undefined : [where.field].flat();
  for (const field of fields ?? []) checkField(field, [...requests.keys()]);
  return [...requests].map(([metric, statistics]) => ({
    metric,
    statistics: metricStatistics[metric].filter((one: string) => statistics.has(one)),
    fields,
  }));
}

function checkField(field: string, metrics: readonly MetricName[]): void {
  const other = metrics.find((metric) => metric !== 'unknown');
  if (other) throw new BuktiError('metrics.field-of-unknown', { metric: other }, exitStatus.usage);
  if ((unknownFields as readonly string[]).includes(field)) return;
  const known = suggestion(field, unknownFields);
  const params = { code: field, dimension: 'field', known };
  throw new BuktiError('metrics.unknown-code', params, exitStatus.usage);
}

/** What flows has no state: a pending report is not yet anything that a reason or state is given for. */
function checkStock(figure: string, by: readonly DimensionName[], where: Where): void {
  const name = stateDimensionsOfReport.find((one) => by.includes(one) || one in where);
  if (name === undefined) return;
  throw new BuktiError('metrics.not-of-stock', { figure, name }, exitStatus.usage);
}

/** Bodies are counted by what they are, not by what is reported about them. */
function checkBodies(figure: string, by: readonly DimensionName[], where: Where): void {
  const known = bodyDimensions.join(', ');
  const fits = (name: DimensionName) => bodyDimensions.includes(name);
  if (by.every(fits) && (Object.keys(where) as DimensionName[]).every(fits)) return;
  throw new BuktiError('metrics.not-of-bodies', { figure, known }, exitStatus.usage);
}

/**
 * Names of the counts (plan/counts.ts) that requests are made from.
 * @param mature working days for which every start has been followed, in the oldest cohort
 */
export function countsNeeded(requests: readonly Request[], mature: number): string[] {
  return [...new Set(requests.flatMap((request) => countsOf(request, mature)))];
}

/**
 * Working days for which every start of a clock has been followed: days of postponement do not count
 * for the net clock, so that there is no such number.
 */
export function matureOf(metric: MetricName, mature: number): number {
  return metric === 'resolve_net' ? -1 : mature;
}

function countsOf({ metric, statistics }: Request, mature: number): string[] {
  if (metric === 'received') {
    return statistics.includes('per_100k') ? ['received', 'located'] : ['received'];
  }
  if (metric === 'rating') return ['received', 'rated', 'rating_sum', 'rating_squares'];
  if (metric === 'unknown') {
    return ['received', ...unknownFields.map((field) => `unknown_${field}`)];
  }
  if (metric === 'forwarding') return ['received', 'log_covered', 'forwarding_count'];
  if (metric === 'returned') {
    return ['received', 'log_covered', 'forwarding_count', 'returned_count'];
  }
  if (metric === 'backlog' || metric === 'bodies') return [];
  if (metric === 'resolve_bounds') {
    const days = statistics.flatMap((statistic) => horizonOf(statistic) ?? []);
    return [
      'received',
      'bounded',
      ...days.flatMap((day) => [`bounded_surely_${day}`, `bounded_maybe_${day}`]),
    ];
  }
  if (!isClock(metric)) return statesNeeded(metric);
  const coverage = [clockRelation[metric] === 'complaint' ? `${metric}_covered` : 'log_covered'];
  const own = [
    'started',
    ...statistics.flatMap((statistic) => countsOfStatistic(statistic, matureOf(metric, mature))),
  ];
  return ['received', ...coverage, ...own.map((name) => `${metric}_${name}`)];
}

function countsOfStatistic(statistic: string, mature: number): string[] {
  if (statistic === 'within_limit') return ['limited', 'judged', 'kept'];
  const horizon = horizonOf(statistic);
  if (horizon !== undefined && horizon <= mature) return [`by_${horizon}`];
  return /^(time_|calendar_)/.test(statistic) ? [statistic] : [];
}

/** `incidence_14` -> 14 */
export function horizonOf(statistic: string): number | undefined {
  const day = /^incidence_(\d+)$/.exec(statistic)?.[1];
  return day === undefined ? undefined : Number(day);
}

/**
 * Clocks that need their day histogram; at a mature horizon the incidence is a share.
 * @param mature the same in the youngest cohort
 */
export function histogramsNeeded(requests: readonly Request[], mature: number): Clock[] {
  return requests.flatMap(({ metric, statistics }) => {
    const needs = statistics.some(
      (one) =>
        /^(incidence|median|p90)$/.test(one) ||
        (horizonOf(one) ?? Number.NEGATIVE_INFINITY) > matureOf(metric, mature),
    );
    return isClock(metric) && needs ? [metric] : [];
  });
}
