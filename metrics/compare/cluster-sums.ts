import {
  type Clock,
  clockRelation,
  horizons,
  isClock,
  type MetricName,
  states,
  unknownFields,
} from '../definitions.ts';
import { statesOfMetric, validStates } from '../figures/counts.ts';
import { filtered, sqlOfCount } from '../plan/counts.ts';
import type { ClusterSum } from '../plan/spec.ts';
import { matureOf, type Request } from '../requests.ts';
import { kindOf } from './kinds.ts';

/** The sums between clusters that the tests of some requests need. */
export function clusterSums(requests: readonly Request[], mature: number): ClusterSum[] {
  const sums = requests.flatMap(({ metric, statistics }) =>
    statistics.flatMap((statistic) => sumsOf(metric, statistic, matureOf(metric, mature))),
  );
  return [...new Map(sums.map((sum) => [sum.figure, sum])).values()];
}

/** Shares by whose clusters the test of a waiting time is corrected: the largest design effect counts. */
export function timeFigures(clock: Clock, mature: number): string[] {
  const days = horizons.filter((day) => day <= matureOf(clock, mature));
  return [`${clock}.ended`, ...days.map((day) => `${clock}.incidence_${day}`)];
}

function sumsOf(metric: MetricName, statistic: string, mature: number): ClusterSum[] {
  const kind = kindOf(metric, statistic, mature);
  if (kind === null || kind === 'plain' || kind === 'stock') return [];
  if (isClock(metric)) {
    const figures = kind === 'time' ? timeFigures(metric, mature) : [`${metric}.${statistic}`];
    return figures.map((figure) => clockSum(metric, figure));
  }
  const relation = metric === 'forwarding' || metric === 'returned' ? 'forwarding' : 'complaint';
  if (metric === 'unknown') {
    return unknownFields.map((field) => ({
      figure: `unknown.share:${field}`,
      relation,
      x: filtered(`unknown_${field}`),
      n: 'count(*)',
      isCount: false,
    }));
  }
  const [x, n] = partAndWhole(metric, statistic);
  return [{ figure: `${metric}.${statistic}`, relation, x, n, isCount: kind === 'count' }];
}

function clockSum(clock: Clock, figure: string): ClusterSum {
  const statistic = figure.split('.')[1] as string;
  const relation = clockRelation[clock];
  if (statistic === 'within_limit') {
    const [x, n] = [sqlOfCount(`${clock}_kept`), sqlOfCount(`${clock}_judged`)];
    return { figure, relation, x, n, isCount: false };
  }
  const n = sqlOfCount(`${clock}_started`);
  if (statistic === 'ended') {
    return { figure, relation, x: filtered(`${clock}_cause = 1`), n, isCount: false };
  }
  const x = sqlOfCount(statistic.replace('incidence', `${clock}_by`));
  return { figure, relation, x, n, isCount: false };
}

function partAndWhole(metric: MetricName, statistic: string): [x: string, n: string] {
  if (statistic === 'per_100k') return [filtered('located'), filtered('located')];
  if (metric === 'rating') {
    return statistic === 'mean'
      ? [sqlOfCount('rating_sum'), 'count(rating)']
      : ['count(rating)', 'count(*)'];
  }
  if (metric === 'returned') return [filtered('returned'), 'count(*)'];
  const of = statesOfMetric(metric);
  if (of === undefined) return ['count(*)', 'count(*)'];
  if (metric === 'unresolved_reason') return [inStates(of), inStates(of)];
  return [inStates(of), inStates(validStates)];
}

function inStates(names: readonly string[]): string {
  const positions = names.map((name) => states.indexOf(name as 'resolved'));
  return filtered(`state in (${positions.join(', ')})`);
}
