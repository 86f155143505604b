import { bind, type Ground, isHidden } from '../model/ground.ts';
import { shownValue } from '../model/method.ts';
import { cellName, type Observation, type Place } from '../model/observation.ts';
import { judge } from './criteria.ts';
import type { DerivedFinding } from './derived-finding.ts';
import { useMeanSums } from './mean-sums.ts';

/** A mean or a percentile of whole units (days, stars) as it was rounded. */
export interface Granule {
  readonly at: Place;
  readonly observation: Observation;
  readonly value: number;
  /** Half a unit of the last decimal. */
  readonly half: number;
}

export interface GranuleSeries {
  readonly kind: 'mean' | 'percentile';
  readonly measure: string;
  readonly cells: readonly Granule[];
  /** The count whose cases are averaged, by the place of the figure. */
  readonly count: (at: Place) => string;
  /** Whether the published figures bear out that it is this count; else findings are possible, not sure. */
  readonly isSure: boolean;
  fits(granule: Granule, n: number): boolean;
}

/** Counts above this are not tried one by one. */
const farthest = 4000;
/** By chance a wrong count fits this seldom. */
const chance = 0.05;

const meanName = /mean|rata|average|(^|[._ ])avg/i;
const percentileName = /median|persentil|percentile|(^|[._ ])p(\d{1,2})($|[._ ])/i;

/** Whether a measure is a mean or a percentile by its name. */
export function granuleKind(measure: string): 'mean' | 'percentile' | undefined {
  if (percentileName.test(measure)) return 'percentile';
  return meanName.test(measure) ? 'mean' : undefined;
}

/**
 * What means and percentiles of whole numbers say of how many cases they were made of. A mean of n whole numbers is a
 * multiple of 1/n; a percentile between two cases stands at steps that depend on n (a median of 3.5 has an even n);
 * where either is shown there is at least one case; and the means of parts weighted by their counts give the mean of
 * all.
 */
export function useGranules(ground: Ground): DerivedFinding[] {
  const found: DerivedFinding[] = [];
  for (const series of seriesOf(ground)) {
    for (const granule of series.cells) found.push(...useGranule(ground, series, granule));
    if (series.kind === 'mean') found.push(...useMeanSums(ground, series));
  }
  return found;
}

function useGranule(ground: Ground, series: GranuleSeries, granule: Granule): DerivedFinding[] {
  const name = series.count(granule.at);
  const variable = ground.index.get(name);
  if (variable === undefined || !isHidden(ground, name)) return [];
  const { lower, upper } = ground.system;
  const from = Math.max(1, lower[variable] as number);
  const to = upper[variable] as number;
  const last = Math.min(to, from + farthest);
  let [low, high] = [Infinity, -Infinity];
  for (let n = from; n <= last; n++) {
    if (!series.fits(granule, n)) continue;
    low = Math.min(low, n);
    high = n;
  }
  if (low === Infinity) return [];
  return conclude(ground, series, granule.observation, variable, low, to > last ? Infinity : high);
}

/** Binds a count to what a figure leaves; a finding where that is too narrow. */
export function conclude(
  ground: Ground,
  { kind, isSure }: GranuleSeries,
  from: Observation,
  variable: number,
  low: number,
  high: number,
): DerivedFinding[] {
  const { method, system } = ground;
  const before = [system.lower[variable], system.upper[variable]] as [number, number];
  if (judgeAt(before) || (!isSure && !judgeAt([low, high]))) return [];
  if (isSure && !bind(ground, variable, low, high)) return [];
  const now: [number, number] = [Math.max(before[0], low), Math.min(before[1], high)];
  if (!judgeAt(now)) return [];
  const severity = isSure ? 'recovered' : 'possible';
  return [{ kind, variable, low: now[0], high: now[1], from, severity }];

  function judgeAt([least, most]: readonly [number, number]): boolean {
    if (method.kind === 'perturb') return most - least < 2;
    return judge(least, most, method) !== undefined;
  }
}

function seriesOf(ground: Ground): GranuleSeries[] {
  const { book, counts } = ground;
  const byMeasure = new Map<string, Granule[]>();
  for (const { measure, at, shown } of book.cells.values()) {
    if (counts.has(measure) || granuleKind(measure) === undefined) continue;
    const list = byMeasure.get(measure) ?? [];
    byMeasure.set(measure, list);
    for (const observation of shown) {
      const { value, decimals } = observation;
      if (value === null || value < 0 || observation.impossible) continue;
      list.push({ at, observation, value, half: 0.5 * 10 ** -decimals });
    }
  }
  return [...byMeasure].flatMap(([measure, cells]) => {
    const kind = granuleKind(measure) as GranuleSeries['kind'];
    const fits = kind === 'mean' ? fitsMean : fitsPercentile(rankOf(measure));
    const link = countOf(ground, measure, cells, fits);
    return link ? [{ kind, measure, cells, fits, ...link }] : [];
  });
}

/** Some whole sum divided by n rounds to the mean. */
function fitsMean({ value, half }: Granule, n: number): boolean {
  const slack = 1e-9 * Math.max(1, value) * n;
  return Math.floor((value + half) * n + slack) >= Math.ceil((value - half) * n - slack);
}

function rankOf(measure: string): number {
  const [, , digits] = percentileName.exec(measure) ?? [];
  const spelled = /(\d{1,2})/.exec(measure)?.[1];
  const percent = digits ?? (/median/i.test(measure) ? '50' : spelled);
  return Number(percent ?? 50) / 100;
}

/** Interpolated between two whole numbers, as quantiles are by default in R, pandas, Excel and SQL (type 7). */
function fitsPercentile(q: number): GranuleSeries['fits'] {
  return ({ value, half }, n) => {
    const rank = (n - 1) * q;
    const share = rank - Math.floor(rank + 1e-9);
    const part = value - Math.floor(value);
    for (let gap = 0; gap < 200; gap++) {
      const off = Math.abs(share * gap - part) % 1;
      if (Math.min(off, 1 - off) <= half + 1e-9) return true;
      if (share < 1e-9) break;
    }
    return false;
  };
}

/**
 * The count that the figures are made of: one of the same table, or a code of a dimension in it. One that does not fit
 * where both are shown is none; how seldom a wrong one would fit says whether it is sure.
 */
function countOf(
  ground: Ground,
  measure: string,
  cells: readonly Granule[],
  fits: GranuleSeries['fits'],
): Pick<GranuleSeries, 'count' | 'isSure'> | undefined {
  let best: { count: (at: Place) => string; odds: number } | undefined;
  for (const count of links(ground, measure)) {
    let odds = 1;
    let misses = 0;
    let present = 0;
    for (const granule of cells) {
      const name = count(granule.at);
      if (ground.index.has(name)) present++;
      const n = ground.method.noise === 0 ? shownValue(ground.book, name) : undefined;
      if (n === undefined || n === 0) continue;
      if (!fits(granule, n)) misses++;
      odds *= cells.filter((other) => fits(other, n)).length / cells.length;
    }
    if (misses > 0 || present < cells.length * 0.5) continue;
    if (best === undefined || odds < best.odds) best = { count, odds };
  }
  if (!best) return undefined;
  const only = ground.counts.size === 1 && ground.book.structure.dimensions.every(isNoOutcome);
  return { count: best.count, isSure: best.odds <= chance || only };
}

/** No dimension by whose codes the cases of a mean could be told from all others. */
function isNoOutcome({ name }: { name: string }): boolean {
  return !/outcome|hasil|status|state/i.test(name);
}

function links({ book, counts }: Ground, measure: string): ((at: Place) => string)[] {
  const found: ((at: Place) => string)[] = [];
  for (const count of counts) {
    found.push((at) => cellName(count, at));
    for (const { name, codes, total } of book.structure.dimensions) {
      if (isNoOutcome({ name })) continue;
      for (const code of codes) {
        const stem = measure.toLowerCase().split(/[._ ]/)[0] ?? '';
        if (code === total || stem === '' || !code.toLowerCase().startsWith(stem)) continue;
        found.push((at) => cellName(count, { ...at, [name]: code }));
      }
    }
  }
  return found;
}
