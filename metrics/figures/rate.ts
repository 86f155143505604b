import { minimumN } from '../estimators/minimum.ts';
import { poissonExact } from '../estimators/poisson.ts';
import { residentsOf } from '../residents.ts';
import type { DimensionName, MetricRow } from '../types.ts';
import { emptyRow, type Frame } from './frame.ts';

/** Dimensions that a rate per resident can be taken by. */
export const rateDimensions: readonly DimensionName[] = [
  'year',
  'quarter',
  'month',
  'province',
  'regency',
  'sex',
];

/** Largest share of unknown sex at which a rate by sex is still given. */
const mostUnknownSex = 0.2;

/**
 * Reports per 100,000 residents of the place of the complaint, not annualised, with the exact
 * Poisson interval of the count over the population of the fixed vintage. By sex only where at most
 * 20 % of the place's reports have an unknown sex; the interval then reaches from none to all of
 * the unknown belonging to that sex.
 */
export function rateRow(frame: Frame): MetricRow {
  const { group, context, sexCounts } = frame;
  const { province, regency, sex } = group.dims;
  const count = group.count('located');
  const row = { ...emptyRow(frame, 'received', 'per_100k', count), numerator: count };
  const place = residentsOf(context, regency ?? province ?? '', frame);
  const unlocated = count === 0 && group.count('received') > 0;
  if (!place || unlocated || sex === 'unknown') return { ...row, status: 'not_available' };

  const residents = sex === 'f' ? place.female : sex === 'm' ? place.male : place.total;
  const unknown = sexCounts?.unknown ?? 0;
  const based = { ...row, denominator: residents };
  if (sexCounts && unknown > mostUnknownSex * sexCounts.all) {
    return { ...based, status: 'low_coverage' };
  }
  if (count < minimumN) return { ...based, status: 'below_minimum' };
  const per = (reports: number) => (reports * 100_000) / residents;
  return {
    ...based,
    value: per(count),
    low: per(poissonExact(count).low),
    high: per(poissonExact(count + unknown).high),
  };
}
