import { type DimensionName, type MetricsContext, withCohorts } from '../metrics/index.ts';
import type { ComputeInput } from './compute.ts';
import { reviewTableSpecs } from './review-tables.ts';
import { periodsOf } from './spans.ts';
import { type Span, type TableSpec, tableSpecs } from './tables.ts';

/**
 * Three cuts: all quarters with few dimensions; those of the tables by group with all of theirs;
 * and the earlier ones of these at the release's as-of day, for horizons.
 */
export async function cutOnce(input: ComputeInput, first: string): Promise<MetricsContext> {
  const { session, period, workingDays: asOfWorkingDays } = input;
  const since = (span: Span) => periodsOf(span, period).filter((one) => one >= first);
  const wide = cutOf((spec) => spec.span === 'with_previous' || spec.span === 'own');
  const all = cutOf((spec) => spec.span === 'last_8');
  const asOf = input.asOf;
  const earlier = since('with_previous').filter((one) => one !== period);
  const horizons = { ...wide, metrics: wide.metrics.filter(isHorizon) };
  let { context } = input;
  for (const cut of [
    { ...all, period: since('last_8'), asOfWorkingDays },
    { ...wide, period: since('with_previous'), asOfWorkingDays },
    { ...horizons, period: earlier, asOf },
  ]) {
    context = await withCohorts(session, context, cut);
  }
  return context;
}

/** What the tables of some spans ask for. */
function cutOf(has: (spec: TableSpec) => boolean) {
  const specs = [...tableSpecs, ...reviewTableSpecs].filter(has);
  const unique = <T>(lists: readonly (readonly T[])[]) => [...new Set(lists.flat())];
  const onForwardings = specs.filter((spec) => spec.metrics.some(isForwardingMetric));
  const reasons = specs.filter((spec) => spec.metrics.includes('unresolved_reason'));
  return {
    metrics: unique(specs.map((spec) => spec.metrics)),
    by: {
      complaint: unique<DimensionName>([
        ['quarter'],
        ...specs.map((spec) => spec.by),
        ...reasons.map((): DimensionName[] => ['reason']),
      ]),
      forwarding: unique<DimensionName>([['quarter'], ...onForwardings.map((spec) => spec.by)]),
      resolution: [],
    },
  };
}

const isForwardingMetric = (metric: string) => metric.startsWith('respond_agency');
/** `resolve.incidence_60`: given as of the release's own day where it is mature. */
export const isHorizon = (metric: string) => /\.incidence_\d+$/.test(metric);
