import { type Ground, isHidden } from '../model/ground.ts';
import type { DerivedFinding } from './derived-finding.ts';
import { conclude, type Granule, type GranuleSeries } from './granules.ts';

/** Splits that are tried one by one. */
const farthest = 20_000;

/**
 * Two parts of a whole whose counts are hidden while the means of all are shown: how the cases are split between them
 * must give the mean of all, a second equation beside that of the counts.
 */
export function useMeanSums(ground: Ground, series: GranuleSeries): DerivedFinding[] {
  const { system, equations, index } = ground;
  const byCount = new Map(series.cells.map((one) => [series.count(one.at), one]));
  const found: DerivedFinding[] = [];
  for (const { parent, children } of equations) {
    const all = byCount.get(parent);
    const parts = children.map((name) => byCount.get(name));
    const whole = fixed(parent);
    if (all === undefined || whole === undefined || parts.includes(undefined)) continue;
    const open = children.filter((name) => fixed(name) === undefined);
    const [one, other] = open;
    if (open.length !== 2 || one === undefined || other === undefined) continue;
    const rest = children.filter((name) => !open.includes(name));
    const left = rest.reduce((sum, name) => sum - (fixed(name) as number), whole);
    const [low, high] = splits(all, whole, one, other, left, rest);
    if (low > high) continue;
    for (const [name, least, most] of [
      [one, low, high],
      [other, left - high, left - low],
    ] as const) {
      const variable = index.get(name) as number;
      const { observation } = byCount.get(name) as Granule;
      if (!isHidden(ground, name)) continue;
      found.push(...conclude(ground, series, observation, variable, least, most));
    }
  }
  return found;

  function fixed(name: string): number | undefined {
    const variable = index.get(name);
    if (variable === undefined) return undefined;
    const low = system.lower[variable] as number;
    return low === system.upper[variable] ? low : undefined;
  }

  /** Least and greatest count of `one` that gives the mean of all. */
  function splits(
    all: Granule,
    whole: number,
    one: string,
    other: string,
    left: number,
    rest: readonly string[],
  ): [number, number] {
    const [a, b] = [index.get(one) as number, index.get(other) as number];
    const from = Math.max(system.lower[a] as number, left - (system.upper[b] as number));
    const to = Math.min(system.upper[a] as number, left - (system.lower[b] as number));
    let [low, high] = [Infinity, -Infinity];
    if (to - from > farthest) return [low, high];
    const sumOf = (name: string, n: number): [number, number] => {
      const { value, half } = byCount.get(name) as Granule;
      return [n * (value - half), n * (value + half)];
    };
    const known = rest.map((name) => sumOf(name, fixed(name) as number));
    for (let n = from; n <= to; n++) {
      const sums = [...known, sumOf(one, n), sumOf(other, left - n)];
      const least = sums.reduce((sum, [value]) => sum + value, 0);
      const most = sums.reduce((sum, [, value]) => sum + value, 0);
      const fits =
        least <= whole * (all.value + all.half) + 1e-9 &&
        most >= whole * (all.value - all.half) - 1e-9;
      if (!fits) continue;
      low = Math.min(low, n);
      high = n;
    }
    return [low, high];
  }
}
