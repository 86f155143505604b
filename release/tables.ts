import { type Clock, type DimensionName, metricStatistics, type Where } from '../metrics/index.ts';
import type { TableName } from './types.ts';

/** Quarters (or months) of a table: how far back it looks from the release's own. */
export type Span = 'own' | 'with_previous' | 'last_8' | 'last_24_months';

/** Tables of one query each; `compared` is made by the declared comparisons. */
type QueriedTable = Exclude<TableName, 'compared'>;

export interface TableSpec {
  name: QueriedTable;
  /** As `queryMetrics` reads them; horizons are named one by one. */
  metrics: readonly string[];
  /** Beside the quarter (or the month). */
  by: readonly DimensionName[];
  span: Span;
  /** Codes to keep; figures do not name them, since they follow from their group. */
  where?: Where;
}

const clock = (name: Clock, statistics: readonly string[]) =>
  statistics.map((statistic) => `${name}.${statistic}`);

export const counted = ['received.count', 'received_valid'];
export const states = [
  'resolved',
  'archived',
  'postponed',
  'open_within',
  'open_beyond',
  'unresolved',
  'withdrawn',
  'status_unknown',
  'deleted',
];
/** All but the curve, which has a table of its own. */
const allOfClock = metricStatistics.verify.filter((statistic) => statistic !== 'incidence');
export const allClocks = [
  ...clock('verify', allOfClock),
  ...clock('respond_agency', allOfClock),
  ...clock('respond_citizen', allOfClock),
  ...clock('resolve', allOfClock),
];
const everything = [...counted, 'received.per_100k', ...states, ...allClocks, 'rating'];

export const service = [
  ...counted,
  ...states,
  ...clock('verify', ['started', 'incidence_3', 'median', 'p90', 'within_limit']),
  ...clock('respond_agency', ['started', 'incidence_5', 'median', 'p90', 'within_limit']),
  ...clock('respond_citizen', ['started', 'incidence_5', 'median', 'p90', 'within_limit']),
  ...clock('resolve', ['started', 'incidence_14', 'incidence_60', 'median', 'p90', 'within_limit']),
];
const serviceInBrief = [
  ...counted,
  'resolved',
  'archived',
  'unresolved',
  'respond_citizen.within_limit',
  ...clock('resolve', ['incidence_14', 'within_limit']),
];
const crossed = [
  'received.count',
  ...['resolved', 'unresolved'],
  ...clock('respond_citizen', ['started', 'median', 'within_limit']),
  'resolve.within_limit',
];
const reasons = ['unresolved_reason'];

/**
 * The tables of an internal release. A metric that no source has the data for stands as
 * `not_available` in `headline` and `series` and is left out elsewhere.
 */
export const tableSpecs: readonly TableSpec[] = [
  { name: 'headline', metrics: [...everything, 'backlog.count'], by: [], span: 'own' },
  { name: 'series', metrics: [...everything, 'backlog.count'], by: [], span: 'last_8' },
  { name: 'volume_by_month', metrics: ['received.count'], by: [], span: 'last_24_months' },
  { name: 'status', metrics: [...counted, ...states], by: [], span: 'own' },
  {
    name: 'curve',
    metrics: [
      'verify.incidence',
      'respond_agency.incidence',
      'respond_citizen.incidence',
      'resolve.incidence',
    ],
    by: [],
    span: 'with_previous',
  },
  { name: 'by_sex', metrics: service, by: ['sex'], span: 'with_previous' },
  { name: 'by_age_band', metrics: service, by: ['age_band'], span: 'with_previous' },
  { name: 'by_disability', metrics: service, by: ['disability'], span: 'with_previous' },
  {
    name: 'by_province',
    metrics: [...service, 'received.per_100k'],
    by: ['province'],
    span: 'with_previous',
  },
  { name: 'by_regency', metrics: serviceInBrief, by: ['regency'], span: 'with_previous' },
  { name: 'by_category', metrics: service, by: ['category'], span: 'with_previous' },
  { name: 'by_classification', metrics: service, by: ['classification'], span: 'with_previous' },
  { name: 'by_channel', metrics: service, by: ['channel'], span: 'with_previous' },
  { name: 'by_anonymity', metrics: service, by: ['anonymity'], span: 'with_previous' },
  { name: 'by_agency_type', metrics: service, by: ['agency_type'], span: 'with_previous' },
  { name: 'by_agency', metrics: service, by: ['agency'], span: 'with_previous' },
  {
    name: 'category_by_province',
    metrics: crossed,
    by: ['category', 'province'],
    span: 'with_previous',
  },
  {
    name: 'category_by_agency_type',
    metrics: [...crossed, ...clock('respond_agency', ['started', 'median', 'within_limit'])],
    by: ['category', 'agency_type'],
    span: 'with_previous',
  },
  { name: 'category_by_sex', metrics: crossed, by: ['category', 'sex'], span: 'with_previous' },
  { name: 'reason', metrics: reasons, by: ['reason'], span: 'own' },
  { name: 'reason_by_quarter', metrics: reasons, by: ['reason'], span: 'last_8' },
  {
    name: 'reason_by_category',
    metrics: reasons,
    by: ['category', 'reason'],
    span: 'with_previous',
  },
  {
    name: 'reason_by_agency_type',
    metrics: reasons,
    by: ['agency_type', 'reason'],
    span: 'with_previous',
  },
  { name: 'coverage', metrics: ['unknown'], by: [], span: 'last_8' },
  { name: 'coverage_by_province', metrics: ['unknown'], by: ['province'], span: 'with_previous' },
  { name: 'rating_by_agency_type', metrics: ['rating'], by: ['agency_type'], span: 'last_8' },
];
