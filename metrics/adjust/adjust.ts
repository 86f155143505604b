import type { Session } from '../../warehouse/index.ts';
import type { Compared } from '../compare/compare.ts';
import { kindOf } from '../compare/kinds.ts';
import { restGroups } from '../compare/rest.ts';
import type { MetricsContext } from '../context.ts';
import { isClock, type MetricName } from '../definitions.ts';
import { kitagawa } from '../estimators/kitagawa.ts';
import type { ShareCount } from '../estimators/score-test.ts';
import { standardisedShareGap } from '../estimators/standardise.ts';
import type { Frame } from '../figures/frame.ts';
import { collectGroups, Group, groupKey } from '../plan/groups.ts';
import type { Plan } from '../plan/spec.ts';
import type { Request } from '../requests.ts';
import { figureRows, type SharedSums, sharedSums } from '../rows.ts';
import type { Adjustment, DimensionName, Dims, MetricRow } from '../types.ts';
import { foldStrata } from './strata.ts';
import { standardisedTimes } from './times.ts';
import { type StandardWeights, weightsWithin } from './weights.ts';

/** Least part of the standard's weight that the strata of both groups must cover. */
const leastCovered = 0.9;

interface Input {
  session: Session;
  context: MetricsContext;
  /** Of the part that was compared. */
  plan: Plan;
  requests: readonly Request[];
  weights: StandardWeights;
  /** The dimension whose others are compared; absent where it is compared over time. */
  othersOf: DimensionName | undefined;
  frame: (group: Group, sums: SharedSums) => Frame;
}

interface Sums {
  first: SharedSums;
  second: SharedSums;
}

/**
 * Adds to comparisons what the mix of categories makes of them. With the others of a group: the gap
 * that would be left if both had the standard's mix. Over time: how much of the change of a share is
 * mix and how much performance. One further statement, by category.
 */
export async function adjustComparisons(
  input: Input,
  compared: readonly (Compared & { dims: { now: Dims; base: Dims } })[],
): Promise<void> {
  const { session, context, plan, othersOf } = input;
  const weights = weightsWithin(input.weights, plan.where, context.sectors);
  const by: DimensionName[] = othersOf
    ? [...plan.by.filter((name) => name !== othersOf), 'category', othersOf]
    : [...plan.by, 'category'];
  const groups = await collectGroups(session, {
    ...{ ...plan, by, clusters: [], leastStarted: 1, cut: undefined },
  });
  const rest = othersOf ? restGroups(groups, othersOf) : groups;
  const sums: Sums = {
    first: sharedSums(groups.values()),
    second: othersOf ? sharedSums(rest.values()) : sharedSums(groups.values()),
  };
  const categories = [...new Set([...groups.values()].map(({ dims }) => dims.category ?? ''))];
  for (const { comparison, dims, row } of compared) {
    const { mature } = input.frame(new Group(dims.now), sums.first);
    const kind = kindOf(row.metric as MetricName, row.statistic, mature);
    if (comparison.difference === null || (kind !== 'share' && kind !== 'time')) continue;
    // A reason's whole is that of its group, which folding would lose.
    if (othersOf && row.metric === 'unresolved_reason') continue;
    const of = (from: ReadonlyMap<string, Group>, codes: Dims) => (category: string) =>
      from.get(groupKey({ ...codes, category })) ?? new Group({ ...codes, category });
    const pick = { first: of(groups, dims.now), second: of(rest, dims.base) };
    if (!othersOf) {
      if (kind === 'share') comparison.adjusted = decomposed(input, row, categories, pick, sums);
      continue;
    }
    const strata = foldStrata(weights, context.sectors, pick, (group) =>
      casesOf(input, row, group, sums.first),
    );
    const design = { deff: comparison.design_effect ?? 1, df: comparison.df };
    const total = weights.reports;
    const gap =
      kind === 'share'
        ? standardisedShareGap(
            strata.map(({ weight, first, second }) => ({
              ...{
                weight,
                first: countsOf(input, row, first, sums.first),
                second: countsOf(input, row, second, sums.second),
              },
            })),
            { ...design, totalWeight: total },
          )
        : standardisedTimes(strata, row, design, total);
    comparison.adjusted = standardisedOf(gap, strata.length, weights);
  }
}

function standardisedOf(
  gap: { value: number | null; low: number | null; high: number | null; coveredWeight: number },
  strata: number,
  { year, version }: StandardWeights,
): Adjustment {
  const shown = gap.coveredWeight >= leastCovered;
  return {
    method: 'standardised',
    standard: `category ${year} v${version}`,
    difference: shown ? gap.value : null,
    low: shown ? gap.low : null,
    high: shown ? gap.high : null,
    mix: null,
    performance: null,
    covered_weight: gap.coveredWeight,
    strata,
  };
}

function decomposed(
  input: Input,
  row: MetricRow,
  categories: readonly string[],
  pick: { first: (category: string) => Group; second: (category: string) => Group },
  sums: Sums,
): Adjustment {
  const parts = kitagawa(
    categories.map((category) => ({
      before: countsOf(input, row, pick.second(category), sums.second),
      after: countsOf(input, row, pick.first(category), sums.first),
    })),
  );
  return {
    method: 'decomposed',
    standard: null,
    difference: parts?.change ?? null,
    low: null,
    high: null,
    mix: parts?.mix ?? null,
    performance: parts?.performance ?? null,
    covered_weight: 1,
    strata: categories.length,
  };
}

/** Part and whole of a share in a group. */
function countsOf(
  { requests, frame }: Input,
  row: MetricRow,
  group: Group,
  sums: SharedSums,
): ShareCount {
  const own = requests
    .filter(({ metric }) => metric === row.metric)
    .map((request) => ({ ...request, statistics: [row.statistic] }));
  const found = figureRows(frame(group, sums), own).find(
    ({ statistic, dims }) => statistic === row.statistic && dims.field === row.dims.field,
  );
  return { part: found?.numerator ?? 0, whole: found?.denominator ?? 0 };
}

function casesOf(input: Input, row: MetricRow, group: Group, sums: SharedSums): number {
  if (isClock(row.metric) && row.statistic !== 'within_limit') {
    return group.count(`${row.metric}_started`);
  }
  return countsOf(input, row, group, sums).whole;
}
