import { bind, type Ground, isHidden } from '../model/ground.ts';
import { shownValue } from '../model/method.ts';
import { cellName, type Observation, type Place } from '../model/observation.ts';
import type { Residents } from '../model/residents.ts';
import { judge } from './criteria.ts';
import type { DerivedFinding } from './derived-finding.ts';

interface PerResidents {
  readonly at: Place;
  readonly observation: Observation;
  /** Least and greatest count that the figure leaves, as whole numbers; none fits where low > high. */
  readonly low: number;
  readonly high: number;
}

const scales: [RegExp, number][] = [
  [/per[ _]?(100[ _.,]?000|100[ _]?k|100[ _]?ribu)/i, 100_000],
  [/per[ _]?(10[ _.,]?000|10[ _]?k)/i, 10_000],
  [/per[ _]?(1[ _.,]?000[ _.,]?000|1[ _]?m|(1[ _]?)?juta|(1[ _]?)?million)/i, 1_000_000],
  [/per[ _]?(1[ _.,]?000|1[ _]?k|mil(le)?$)/i, 1000],
];

/** For how many residents a measure is told by its name; undefined where it is none of that kind. */
export function residentScale(measure: string): number | undefined {
  return scales.find(([pattern]) => pattern.test(measure))?.[1];
}

/**
 * Complaints per 100,000 residents times the residents, who are public, is the count: whatever whole number gives the
 * figure as it is rounded. Under noise only a figure that the published count does not give says more than that.
 */
export function usePerResidents(ground: Ground, residents: Residents): DerivedFinding[] {
  const found: DerivedFinding[] = [];
  for (const [measure, cells] of cellsByMeasure(ground, residents)) {
    const count = countOf(ground, measure, cells);
    if (count === undefined) continue;
    for (const cell of cells) found.push(...useCell(ground, cell, cellName(count, cell.at)));
  }
  return found;
}

function useCell(ground: Ground, cell: PerResidents, name: string): DerivedFinding[] {
  const { method, index, book } = ground;
  const { low, high, observation } = cell;
  const variable = index.get(name);
  if (variable === undefined || low > high || !isHidden(ground, name)) return [];
  if (method.kind === 'perturb') {
    if (observation.value === null) return [];
    const shown = shownValue(book, name);
    // A count that noise never gives is no published one; any other may be.
    const own = shown === undefined ? high > method.never || high === 0 : fits(cell, shown);
    if (own) return [];
  }
  const news = bind(ground, variable, low, high);
  const sure = method.kind === 'perturb' ? high - low < 2 : judge(low, high, method) !== undefined;
  if (!news || !sure) return [];
  return [{ kind: 'residents', variable, low, high, from: observation, severity: 'recovered' }];
}

function cellsByMeasure({ book }: Ground, residents: Residents): Map<string, PerResidents[]> {
  const found = new Map<string, PerResidents[]>();
  for (const { measure, at, shown, hidden } of book.cells.values()) {
    const scale = residentScale(measure);
    const people = scale === undefined ? undefined : residents(at);
    if (scale === undefined || people === undefined) continue;
    const list = found.get(measure) ?? [];
    found.set(measure, list);
    for (const observation of [...shown, ...hidden]) {
      const { value, atMost, atLeast, decimals } = observation;
      if (value === null && atMost === undefined && atLeast === undefined) continue;
      const half = 0.5 * 10 ** -decimals;
      const countFrom = (figure: number) => (figure * people) / scale;
      const least = value === null ? (atLeast ?? 0) : value - half;
      const most = value === null ? (atMost ?? Infinity) : value + half;
      list.push({
        at,
        observation,
        low: Math.max(0, Math.ceil(countFrom(least) - 1e-6)),
        high: Math.floor(countFrom(most) + 1e-6),
      });
    }
  }
  return found;
}

/** The count that gives the figure wherever both are shown; without such cells the only count there is. */
function countOf(
  { book, counts, method }: Ground,
  measure: string,
  cells: readonly PerResidents[],
): string | undefined {
  let best: { count: string; score: number } | undefined;
  for (const count of counts) {
    let [tried, fitting] = [0, 0];
    for (const cell of cells) {
      const shown = shownValue(book, cellName(count, cell.at));
      if (shown === undefined || cell.observation.value === null) continue;
      tried++;
      if (fits(cell, shown, method.noise)) fitting++;
    }
    const named = measure.toLowerCase().startsWith(count.toLowerCase().split('.')[0] ?? '');
    if (fitting < tried * 0.9 || (tried === 0 && !named && counts.size > 1)) continue;
    if (best === undefined || fitting > best.score) best = { count, score: fitting };
  }
  return best?.count;
}

function fits({ low, high }: PerResidents, count: number, slack = 0): boolean {
  return count >= low - slack && count <= high + slack;
}
