import type { MetricQuery } from '../../metrics/index.ts';
import {
  forwardingDays,
  type HandWritten,
  incidence,
  reasons,
  reportDays,
  reports,
  states,
  unknowns,
  withinLimit,
} from './hand-written.ts';

export type Span = 'quarter' | 'year' | 'all';

/** One cross: what the planner is asked, and the same in SQL by hand. */
export interface Question extends Pick<MetricQuery, 'metrics' | 'by'> {
  span: Span;
  hand: HandWritten;
}

/** Eight quarters, each on its own as-of day, are all that the sample has. */
export const periods: Record<Span, string[]> = {
  quarter: ['2026Q2'],
  year: ['2025'],
  all: ['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'],
};

const received = 'count(*) as "received.count"';
const allStates = ['resolved', 'archived', 'postponed', 'open_within', 'open_beyond'].map(
  (state) => `${state}.count`,
);
const fields = {
  ...{ province: 'province_code', regency: 'regency_code', category: 'category_code' },
  ...{ sex: 'sex', age_band: 'age_band', disability: 'disability', channel: 'channel' },
  ...{ classification: 'classification', anonymity: 'anonymity' },
};
const unknownShares = [
  ...Object.entries(fields).map(([field, column]) => [field, `${column} = 'unknown'`]),
  ['rating', 'rating is null'],
  ['events', 'not has_events'],
  ['agency', `agency_code = 'unknown'`],
  ['status', `status = 'unknown'`],
].map(([field, test]) => `count(*) filter (where ${test}) as "unknown.share?field=${field}"`);

export const questions: readonly Question[] = [
  {
    span: 'all',
    metrics: ['received.count'],
    by: ['province'],
    hand: reports('province_code as province', received),
  },
  {
    span: 'all',
    metrics: ['received.count'],
    by: ['month', 'sex'],
    hand: reports('month, sex', received),
  },
  {
    span: 'all',
    metrics: ['received.count'],
    by: ['quarter', 'province', 'category'],
    hand: reports('quarter, province_code as province, category_code as category', received),
  },
  {
    span: 'quarter',
    metrics: ['received.count', 'received.per_100k'],
    by: ['regency'],
    hand: reports(
      'regency_code as regency',
      `${received}, count(*) filter (where region_scheme = 'kemendagri') as "received.per_100k"`,
    ),
  },
  {
    span: 'all',
    metrics: allStates,
    by: ['agency_type'],
    hand: states('s.agency_type'),
  },
  {
    span: 'all',
    metrics: [...allStates, 'withdrawn.count', 'deleted.count'],
    by: ['province', 'quarter'],
    hand: states('f.province_code as province, f.quarter'),
  },
  { span: 'year', metrics: allStates, by: ['agency'], hand: states('s.agency_code as agency') },
  {
    span: 'quarter',
    metrics: allStates,
    by: ['sex', 'age_band', 'disability'],
    hand: states('f.sex, f.age_band, f.disability'),
  },
  {
    span: 'year',
    metrics: ['unresolved_reason.count', 'unresolved_reason.share'],
    by: ['category', 'reason'],
    hand: reasons('f.category_code', 'category'),
  },
  {
    span: 'all',
    metrics: ['unresolved_reason.count', 'unresolved_reason.share'],
    by: ['quarter', 'reason'],
    hand: reasons('f.quarter', 'quarter'),
  },
  {
    span: 'all',
    metrics: ['resolve.median'],
    by: ['province'],
    hand: reportDays('f.province_code as province', 'province', 'resolve', 'resolved'),
  },
  {
    span: 'quarter',
    metrics: ['resolve.median', 'resolve.p90'],
    by: ['category', 'sex'],
    hand: reportDays('category_code as category, sex', 'category, sex', 'resolve', 'resolved'),
  },
  {
    span: 'all',
    metrics: ['resolve.within_limit'],
    by: ['classification', 'sex'],
    hand: withinLimit('classification, sex', 'resolve', 'resolved'),
  },
  {
    span: 'all',
    metrics: ['resolve.median', 'resolve.p90'],
    by: ['regency', 'category', 'sex'],
    hand: reportDays(
      'regency_code as regency, category_code as category, sex',
      'regency, category, sex',
      'resolve',
      'resolved',
    ),
  },
  {
    span: 'year',
    metrics: ['respond_agency.median'],
    by: ['agency'],
    hand: forwardingDays('agency_code as agency', 'agency'),
  },
  {
    span: 'all',
    metrics: ['respond_agency.median', 'respond_agency.p90'],
    by: ['agency_type', 'quarter'],
    hand: forwardingDays('agency_type, quarter', 'agency_type, quarter'),
  },
  {
    span: 'all',
    metrics: ['respond_citizen.incidence_14'],
    by: ['age_band', 'disability'],
    hand: incidence('age_band, disability', 'respond_citizen', 'responded', 14),
  },
  {
    span: 'quarter',
    metrics: ['verify.within_limit'],
    by: ['province', 'channel'],
    hand: withinLimit('province_code as province, channel', 'verify', 'forwarded'),
  },
  {
    span: 'all',
    metrics: ['unknown.share'],
    by: ['province'],
    hand: unknowns('province_code as province', unknownShares.join(', ')),
  },
  {
    span: 'all',
    metrics: ['rating.mean', 'rating.share_rated'],
    by: ['sector'],
    hand: reports(
      `coalesce(k.sector, 'unknown') as sector`,
      `sum(rating) as "rating.mean", count(rating) as "rating.mean/",
        count(rating) as "rating.share_rated", count(*) as "rating.share_rated/"`,
      'left join dim_category as k on k.category_code = f.category_code',
    ),
  },
];
