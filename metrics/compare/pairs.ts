import { ageOn } from '../as-of.ts';
import { type Cohort, cohortsFor } from '../cohorts.ts';
import type { MetricsContext } from '../context.ts';
import { reasonDimensions } from '../definitions.ts';
import { minimumN } from '../estimators/minimum.ts';
import { unitVolatility } from '../estimators/unit-volatility.ts';
import type { Frame } from '../figures/frame.ts';
import { Group, groupKey, keyWithout } from '../plan/groups.ts';
import type { Where } from '../plan/spec.ts';
import type { Units } from '../plan/units.ts';
import type { Request } from '../requests.ts';
import { figureRows, type SharedSums, sharedSums } from '../rows.ts';
import type { CompareMode, DimensionName, Dims, MetricRow } from '../types.ts';
import { baseDims, basePeriod } from './base-periods.ts';
import type { ComparedCohorts } from './cohorts.ts';
import { type Compared, compare } from './compare.ts';
import type { Side } from './design.ts';
import { isJudgedOtherwise, type LimitSpan } from './limits.ts';
import { oppositeCodes } from './opposites.ts';
import { restGroups } from './rest.ts';
import { rowKey, SexCoverage } from './sex-coverage.ts';
import { isThin } from './thin-months.ts';

interface Input {
  groups: ReadonlyMap<string, Group>;
  cohorts: ComparedCohorts;
  mode: CompareMode;
  by: readonly DimensionName[];
  context: MetricsContext;
  frame: (group: Group, sums: SharedSums, of: readonly Cohort[]) => Frame;
  units: Units;
  /** The limits of the clocks by which figures are judged; none where nothing is compared over time. */
  limits: readonly LimitSpan[];
  /** Months whose reports have not all landed. */
  thin: ReadonlySet<string>;
  /** What else tells one query's groups from another's: its conditions. */
  where: Where;
}

export interface Pair {
  dims: Dims;
  /** The figures of the group, each with its comparison. */
  rows: (requests: readonly Request[]) => { rows: MetricRow[]; compared: Compared[] };
}

/** Each group with what it is compared with, in the order of their codes. */
export function comparePairs(input: Input): Pair[] {
  const { groups, cohorts, mode, by, frame, where } = input;
  const sums = sharedSums(groups.values());
  const days = cohorts.all.map(({ asOf }) => asOf);
  const scope = JSON.stringify([mode, [...cohorts.asked], days, by, where]);
  if (mode === 'others') {
    const last = by.at(-1);
    const rest = last === undefined ? new Map<string, Group>() : restGroups(groups, last);
    const restSums = sharedSums(rest.values());
    const opposites = last === undefined ? new Map<string, string>() : oppositeCodes(groups, last);
    return sorted([...groups.values()].filter((group) => isShown(group, sums))).map((group) => {
      const of = cohortsFor(cohorts.all, group.dims);
      const others = rest.get(groupKey(group.dims));
      const base = others ? frame(others, restSums, of) : undefined;
      const opposite = opposites.get(group.key);
      return pairOf(input, { now: frame(group, sums, of), base, of, baseOf: of, scope, opposite });
    });
  }
  const moved = (group: Group) => {
    const [cohort] = cohortsFor(cohorts.all, group.dims);
    return cohort ? baseDims(group.dims, basePeriod(cohort.period, mode)) : group.dims;
  };
  const coverage = new SexCoverage(groups.values());
  return sorted(askedGroups(input, mode)).map((group) => {
    const dims = moved(group);
    const of = cohortsFor(cohorts.all, group.dims);
    const baseOf = cohortsFor(cohorts.all, dims);
    const before = groups.get(groupKey(dims)) ?? new Group(dims);
    const base = frame(before, sums, baseOf);
    const unknownSex = (requests: readonly Request[]) => ({
      now: coverage.unknownOf(group, (one) => figureRows(frame(one, sums, of), requests)),
      base: coverage.unknownOf(before, (one) => figureRows(frame(one, sums, baseOf), requests)),
    });
    return pairOf(input, { now: frame(group, sums, of), base, of, baseOf, scope, unknownSex });
  });
}

/** A reason that only others have is a row of 0 where it is one among enough. */
function isShown(group: Group, sums: SharedSums): boolean {
  if (group.counts.size > 0 || reasonDimensions.every((name) => group.dims[name] === undefined)) {
    return true;
  }
  const all = sums.overReasons.get(keyWithout(group, reasonDimensions))?.all ?? 0;
  return all >= minimumN;
}

/** Groups of the periods asked for, those among them that only their base has included. */
function askedGroups({ groups, cohorts }: Input, mode: 'previous' | 'year'): Group[] {
  const { time, asked, all } = cohorts;
  if (time === undefined) return [...groups.values()];
  const found = new Map<string, Group>();
  for (const [key, group] of groups) if (asked.has(group.dims[time] ?? '')) found.set(key, group);
  for (const cohort of all.filter(({ period }) => asked.has(period.id))) {
    const base = basePeriod(cohort.period, mode);
    for (const group of groups.values()) {
      if (group.dims[time] !== base.id) continue;
      const dims = baseDims(group.dims, cohort.period);
      const key = groupKey(dims);
      if (!found.has(key)) found.set(key, new Group(dims));
    }
  }
  return [...found.values()];
}

interface Sides {
  now: Frame;
  base: Frame | undefined;
  of: readonly Cohort[];
  baseOf: readonly Cohort[];
  scope: string;
  opposite?: string | undefined;
  /** Over time: shares without a known sex, by figure. */
  unknownSex?: (
    requests: readonly Request[],
  ) => Record<'now' | 'base', ReadonlyMap<string, number>>;
}

function pairOf(input: Input, sides: Sides): Pair {
  const { mode, by, cohorts, context, units } = input;
  const { now, base, of, baseOf, scope, opposite } = sides;
  const volatility = volatilityOf(units, of[0]?.period.id, baseOf[0]?.period.id);
  const shown = shownDims(now.group.dims, by, cohorts);
  const thin = [now, base].some((frame) => frame !== undefined && isThin(input.thin, frame));
  return {
    dims: shown,
    rows: (requests) => {
      const rows = figureRows(now, requests);
      const bases = new Map(
        (base ? figureRows(base, requests) : []).map((row) => [rowKey(row), row]),
      );
      const compared: Compared[] = [];
      const unknown = sides.unknownSex?.(requests);
      const answer = rows.map((row): MetricRow => {
        const key = rowKey(row);
        const before = bases.get(key);
        const own = { ...row, dims: shownDims(row.dims, by, cohorts) };
        if (!before || !base || row.statistic === 'incidence') return own;
        const othersOf = mode === 'others' ? by.at(-1) : undefined;
        const one = compare(
          {
            ...sideOf(row, now, of, context, scope, unknown?.now.get(key)),
            ...{ othersOf, opposite, volatility },
            isJudgedOtherwise: isOtherwise(input, row, now, base),
            isThin: thin,
          },
          { ...sideOf(before, base, baseOf, context, scope, unknown?.base.get(key)), volatility },
          mode,
        );
        compared.push(one);
        return { ...own, comparison: one.comparison };
      });
      return { rows: answer, compared };
    },
  };
}

function isOtherwise({ limits, where }: Input, row: MetricRow, now: Frame, base: Frame): boolean {
  const codes = [row.dims.classification ?? where.classification ?? []].flat();
  const only = codes.length === 1 ? codes[0] : undefined;
  return isJudgedOtherwise(limits, `${row.metric}.${row.statistic}`, now, base, only);
}

function sideOf(
  row: MetricRow,
  frame: Frame,
  cohorts: readonly Cohort[],
  context: MetricsContext,
  scope: string,
  unknownSex = 0,
): Omit<Side, 'volatility'> {
  const days = (Date.parse(frame.last) - Date.parse(frame.first)) / 86_400_000 + 1;
  return {
    row,
    group: frame.group,
    frame,
    scope,
    mature: frame.mature,
    days,
    weeks: Math.max(1, Math.floor(days / 7)),
    isOpen: cohorts.some(({ asOf, period }) => asOf < period.last),
    // A week without reports at the start of all data is a quiet start, not a hole.
    isBeforeData: context.firstDay === null || dayBefore(context.firstDay, 7) > frame.first,
    age: cohorts[0] ? ageOn(context, cohorts[0].period, cohorts[0].asOf) : null,
    isWhole: wasWhole(context, frame),
    unknownSex,
  };
}

/** Of agencies between two periods, by figure; each is estimated once for all groups. */
function volatilityOf(units: Units, now: string | undefined, base: string | undefined) {
  return (figure: string): number => {
    if (now === undefined || base === undefined || now === base) return 0;
    return units.once(`${figure} ${now} ${base}`, () =>
      unitVolatility(units.of(figure, now), units.of(figure, base)),
    );
  };
}

/** A province before it was born, or from which others were cut meanwhile, is another one. */
function wasWhole({ provinces, bodies, formerProvinces }: MetricsContext, frame: Frame): boolean {
  const { province, agency } = frame.group.dims;
  const within = (one: { validFrom: string; validTo: string } | undefined) =>
    !one || (one.validFrom <= frame.first && one.validTo > frame.last);
  const born = provinces.find(({ code }) => code === province);
  const cut = provinces.some(
    ({ code, validFrom }) =>
      formerProvinces.get(code) === province && validFrom > frame.first && validFrom <= frame.last,
  );
  return within(born) && !cut && within(bodies.find(({ code }) => code === agency));
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The time that only tells figure and base apart is not shown. */
function shownDims(dims: Dims, by: readonly DimensionName[], { time }: ComparedCohorts): Dims {
  if (time === undefined || by.includes(time)) return dims;
  const { [time]: _, ...rest } = dims;
  return rest;
}

function sorted(groups: Group[]): Group[] {
  return groups
    .map((group) => [groupKey(group.dims), group] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, group]) => group);
}
