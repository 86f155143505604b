import { isClock, type MetricName } from '../definitions.ts';
import { grayTest } from '../estimators/gray-test.ts';
import { moverDifference } from '../estimators/mover.ts';
import { compareCounts } from '../estimators/quasi-poisson.ts';
import { type Design, twoSidedP } from '../estimators/reference.ts';
import { scoreTest } from '../estimators/score-test.ts';
import { filledDays } from '../figures/clock.ts';
import type { CompareMode, Comparison, Dims, MetricRow, TestName } from '../types.ts';
import { countDesign, type Side, shareDesign, stockDesign, timeDesign } from './design.ts';
import { hypothesisOf } from './hypothesis.ts';
import { type ComparedInterval, comparedInterval, counted, exposuresOf } from './interval.ts';
import { type FigureKind, kindOf } from './kinds.ts';
import { meanDifference } from './mean.ts';
import { withUnknownReasons } from './unknown-reasons.ts';
import { withheldFor } from './withheld.ts';

/** A comparison whose place in its family is not known yet. */
export interface Compared {
  row: MetricRow;
  /** Codes of the groups as the statement has them. */
  dims: { now: Dims; base: Dims };
  comparison: Comparison;
  /** Names the hypothesis (hypothesis.ts). */
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
  const withheld = withheldFor(now, base, kind, mode);
  const usable = withheld === null;
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
      withheld,
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
    key: hypothesisOf(now, kind),
    at,
  };
}

/**
 * Gray's rho: days weigh by the share still waiting, as in Wilcoxon's test, since the limits that count
 * come early and the late tail is archived or censored.
 */
const earlyWeight = 1;

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
    const mean = meanDifference(now, base);
    if (!mean) return untested;
    const { difference, variance, df } = mean;
    const z = variance > 0 ? difference / Math.sqrt(variance) : 0;
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
