import { BuktiError, exitStatus } from '../base/index.ts';
import { type DimensionName, dimensionNames } from './types.ts';

/** Dimensions that a query can be grouped or filtered by; `day` and `field` come of the metric. */
export const queryDimensions = dimensionNames.filter((name) => name !== 'day' && name !== 'field');

export const timeDimensions = ['year', 'quarter', 'month'] as const;
export type TimeDimension = (typeof timeDimensions)[number];

/** Dimensions of the state at the as-of day: who is responsible, and why it is not resolved. */
export const statusDimensions: readonly DimensionName[] = ['agency', 'agency_type', 'reason'];

const aliases: Record<string, DimensionName> = { gender: 'sex' };

/**
 * The dimension that a person typed; `gender` is `sex`.
 * @throws BuktiError `metrics.unknown-dimension` with the known ones
 */
export function dimension(text: string): DimensionName {
  const name = aliases[text] ?? text;
  const known = queryDimensions.find((one) => one === name);
  if (known) return known;
  const list = [...queryDimensions, ...Object.keys(aliases)].join(', ');
  throw new BuktiError('metrics.unknown-dimension', { name: text, known: list }, exitStatus.usage);
}

/** Where a dimension stands in fct_complaint (`f`), its state (`s`) or its category (`k`). */
export const complaintColumns: Record<DimensionName, string> = {
  age_band: 'f.age_band',
  agency: `coalesce(s.agency_code, 'unknown')`,
  agency_type: `coalesce(s.agency_type, 'unknown')`,
  anonymity: 'f.anonymity',
  category: 'f.category_code',
  channel: 'f.channel',
  classification: 'f.classification',
  day: 'null',
  disability: 'f.disability',
  field: 'null',
  month: 'f.month',
  province: 'f.province_code',
  quarter: 'f.quarter',
  // An open report carries no reason in any source: none was given for its being late.
  reason: `case when s.status in ('unverified', 'forwarded', 'in_progress')
    then coalesce(nullif(s.reason, 'unknown'), 'none_given') else coalesce(s.reason, 'none_given') end`,
  regency: 'f.regency_code',
  sector: `coalesce(k.sector, 'unknown')`,
  sex: 'f.sex',
  year: 'cast(f.year as varchar)',
};

/** The same for a forwarding (`g`): its own start and agency, the rest from its report. */
export const forwardingColumns: Record<DimensionName, string> = {
  ...complaintColumns,
  agency: 'g.agency_code',
  agency_type: 'g.agency_type',
  month: 'g.month',
  quarter: 'g.quarter',
  year: 'cast(g.year as varchar)',
};
