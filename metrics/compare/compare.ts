import { isClock, type MetricName, reasonDimensions } from '../definitions.ts';
import { grayTest } from '../estimators/gray-test.ts';
import { minimumN } from '../estimators/minimum.ts';
import { moverDifference } from '../estimators/mover.ts';
import { compareCounts } from '../estimators/quasi-poisson.ts';
import { type Design, twoSidedP } from '../estimators/reference.ts';
import { scoreTest } from '../estimators/score-test.ts';
import { filledDays } from '../figures/clock.ts';
import { statesOfMetric } from '../figures/counts.ts';
import { groupKey } from '../plan/groups.ts';
import type {
  CompareMode,
  Comparison,
  DimensionName,
  Dims,
  MetricRow,
  TestName,
} from '../types.ts';
import { countDesign, type Side, shareDesign, stockDesign, timeDesign } from './design.ts';
import { type ComparedInterval, comparedInterval, counted, exposuresOf } from './interval.ts';
import { type FigureKind, kindOf } from './kinds.ts';
import { clusterMean } from './mean.ts';
import { withUnknownReasons } from './unknown-reasons.ts';

/** A comparison whose place in its family is not known yet. */
export interface Compared {
  row: MetricRow;
  /** Codes of the groups as the statement has them. */
  dims: { now: Dims; base: Dims };
  comparison: Comparison;
  /** Names the hypothesis: that of median and p90 of one curve is the same. */
  key: string;
  /** The interval that is shown, at another level. */
  at: (level: number) => ComparedInterval;
}

interface Tested {
  test: TestName | null;
  design: Design | null;
  p: number | null;
}

const untested: Tested = { test: null, design: null, p: null };

/**
 * A figure against its base. Both must have a value to have a difference; a test needs what its kind
 * needs (kinds.ts), with the design effect of the compared groups.
 */
export function compare(now: Side, base: Side, mode: CompareMode): Compared {
  const { metric, statistic } = now.row;
  const mature = Math.min(now.mature, base.mature);
  const kind = kindOf(metric as MetricName, statistic, metric === 'resolve_net' ? -1 : mature);
  const usable = kind !== null && comparable(now, base, kind, mode);
  const tested = usable ? testOf(kind, now, base) : untested;
  const design = tested.design ?? { deff: 1, df: null };
  const at = (level: number) =>
    usable ? comparedInterval(kind, now, base, design, level) : { low: null, high: null };
  const ofCounts = kind === 'count' || kind === 'stock';
  const { low, high } = at(0.95);
  const ratio = usable && ofCounts ? ratioOf(kind, now, base) : null;
  return {
    row: now.row,
    dims: { now: now.group.dims, base: base.group.dims },
    comparison: {
      with: mode,
      base: baseOf(base),
      difference: usable ? differenceOf(now, base) : null,
      low: ofCounts ? null : low,
      high: ofCounts ? null : high,
      ratio,
      ratio_low: ofCounts ? low : null,
      ratio_high: ofCounts ? high : null,
      test: tested.test,
      design_effect: tested.design?.deff ?? null,
      df: tested.design?.df ?? null,
      p: tested.p,
      q: null,
      clear: null,
      fcr_low: null,
      fcr_high: null,
      family: 0,
    },
    key: [metric, kind === 'time' ? 'curve' : statistic, groupKey(now.row.dims), now.scope].join(),
    at,
  };
}

/** Counts of two groups of different size are no finding; neither is a figure that is not there. */
function comparable(now: Side, base: Side, kind: FigureKind, mode: CompareMode): boolean {
  if (mode === 'others' && (kind === 'count' || kind === 'stock' || kind === 'plain')) return false;
  // That fewer reasons are not known is no finding about reasons.
  if (now.row.metric === 'unresolved_reason' && now.row.dims.reason === 'unknown') return false;
  // The others of a reason are what it is a share of already.
  const reason = reasonDimensions.some((name) => name === now.othersOf);
  if (now.row.metric === 'unresolved_reason' && reason) return false;
  // A state against the others of the state, or returns by their number: true by definition.
  if (now.othersOf !== undefined && isOfItself(now.row.metric, now.othersOf)) return false;
  if (mode !== 'others' && !(now.isWhole && base.isWhole)) return false;
  if (now.isOpen || base.isOpen || base.isBeforeData) return false;
  if (Math.abs(now.unknownSex - base.unknownSex) > mostCoverageMove) return false;
  const ofCounts = kind === 'count' || kind === 'stock';
  if (ofCounts && Math.max(counted(now), counted(base)) < minimumN) return false;
  const states = kind === 'time' ? ['ok', 'not_reached'] : ['ok'];
  return states.includes(now.row.status) && states.includes(base.row.status);
}

/**
 * Gray's rho: days weigh by the share still waiting, as in Wilcoxon's test, since the limits that count
 * come early and the late tail is archived or censored.
 */
const earlyWeight = 1;

function isOfItself(metric: string, othersOf: DimensionName): boolean {
  if (othersOf === 'returns') return metric === 'returned';
  const states: readonly string[] = ['status', 'derived_reason', 'reason'];
  return states.includes(othersOf) && statesOfMetric(metric as MetricName) !== undefined;
}

/** Rates by sex are not compared over time where the share without a known sex moved by more. */
const mostCoverageMove = 0.05;

function testOf(kind: FigureKind, now: Side, base: Side): Tested {
  if (kind === 'count' || kind === 'stock') {
    const design = kind === 'count' ? countDesign(now, base) : stockDesign(now);
    const [a, b] = withUnknownReasons(now, base);
    const exposures = exposuresOf(kind, now, base);
    const { p } = compareCounts(
      { count: a.part, exposure: exposures[0] },
      { count: b.part, exposure: exposures[1] },
      design,
    );
    return { test: 'quasi_poisson', design, p };
  }
  if (kind === 'share') {
    const design = shareDesign(now, base);
    const [a, b] = withUnknownReasons(now, base);
    return { test: 'score', design, p: scoreTest(a, b, design).p };
  }
  if (kind === 'mean') {
    const [first, second] = [clusterMean(now), clusterMean(base)];
    if (!first || !second) return untested;
    const spread = Math.sqrt(first.variance + second.variance);
    const df = first.df + second.df;
    const z = spread > 0 ? (first.mean - second.mean) / spread : 0;
    return { test: 'cluster_mean', design: { deff: 1, df }, p: twoSidedP(z, df) };
  }
  if (kind === 'time' && isClock(now.row.metric)) {
    const clock = now.row.metric;
    const design = timeDesign(now, base);
    const days = [now, base].map(({ group }) => filledDays(group, clock));
    return { test: 'gray', design, p: grayTest(days, design, earlyWeight).p };
  }
  return untested;
}

function differenceOf(now: Side, base: Side): number | null {
  return moverDifference(now.row, base.row).value;
}

function ratioOf(kind: FigureKind, now: Side, base: Side): number | null {
  const [a, b] = [counted(now), counted(base)];
  const [days, baseDays] = exposuresOf(kind, now, base);
  return b === 0 ? null : a / days / (b / baseDays);
}

function baseOf({ row }: Side): Comparison['base'] {
  const { value, low, high, numerator, denominator, n, status, as_of } = row;
  return { value, low, high, numerator, denominator, n, status, as_of };
}
