import { allClocks, counted, service, states, type TableSpec } from './tables.ts';

/** Whoever the tables are for: every figure is of what one coordinating ministry answers for. */
const scope = ['coordinator'] as const;

/** Agencies one by one are those of the centre; local governments stand together by sector. */
const central = { agency_type: ['kementerian', 'lembaga', 'bumn', 'other'] };
const ofAgency = [...service, 'backlog', 'returned.share'];

/**
 * The tables of a coordinating ministry's review, each by coordinator first: they are computed for all
 * of them at once and parted. No cross by what reporters are, none of anonymous, secret or
 * whistle-blowing reports.
 */
export const reviewTableSpecs: readonly TableSpec[] = [
  {
    name: 'headline',
    metrics: [...counted, ...states, ...allClocks, 'rating', 'backlog', 'returned.share'],
    by: scope,
    span: 'own',
  },
  {
    name: 'series',
    metrics: [...counted, ...states, ...allClocks, 'rating', 'backlog', 'returned.share'],
    by: scope,
    span: 'last_8',
  },
  { name: 'volume_by_month', metrics: ['received.count'], by: scope, span: 'last_24_months' },
  { name: 'status', metrics: [...counted, ...states], by: scope, span: 'own' },
  {
    name: 'curve',
    metrics: ['verify', 'respond_agency', 'respond_citizen', 'resolve'].map(
      (clock) => `${clock}.incidence`,
    ),
    by: scope,
    span: 'with_previous',
  },
  {
    name: 'by_agency_type',
    metrics: service,
    by: [...scope, 'agency_type'],
    span: 'with_previous',
  },
  {
    name: 'by_agency',
    metrics: ofAgency,
    by: [...scope, 'agency'],
    span: 'with_previous',
    where: central,
  },
  { name: 'by_category', metrics: service, by: [...scope, 'category'], span: 'with_previous' },
  { name: 'by_province', metrics: service, by: [...scope, 'province'], span: 'with_previous' },
  {
    name: 'category_by_agency_type',
    metrics: [
      'received.count',
      'resolved',
      'unresolved',
      'respond_citizen.within_limit',
      'resolve.within_limit',
    ],
    by: [...scope, 'category', 'agency_type'],
    span: 'with_previous',
  },
  { name: 'reason', metrics: ['unresolved_reason'], by: [...scope, 'reason'], span: 'own' },
  {
    name: 'reason_by_quarter',
    metrics: ['unresolved_reason'],
    by: [...scope, 'reason'],
    span: 'last_8',
  },
  {
    name: 'reason_by_category',
    metrics: ['unresolved_reason'],
    by: [...scope, 'category', 'reason'],
    span: 'with_previous',
  },
  {
    name: 'reason_by_agency_type',
    metrics: ['unresolved_reason'],
    by: [...scope, 'agency_type', 'reason'],
    span: 'with_previous',
  },
  {
    name: 'reason_by_agency',
    metrics: ['unresolved_reason'],
    by: [...scope, 'agency', 'reason'],
    span: 'with_previous',
    where: central,
  },
];
