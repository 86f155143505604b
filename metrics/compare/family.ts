import { benjaminiHochberg, fcrLevel } from '../estimators/multiplicity.ts';
import type { Compared } from './compare.ts';

/** False discovery rate of a family, and false coverage rate of its intervals. */
const familyRate = 0.05;

/**
 * Fills in what a comparison is worth among all that were made with it: q, clear, and the FCR-adjusted
 * intervals of clear findings. A hypothesis that several figures test (hypothesis.ts) counts once, by the
 * largest of their p, and all of them have its q.
 */
export function judgeFamily(compared: readonly Compared[]): void {
  const tests = compared.filter(({ comparison }) => comparison.p !== null);
  const distinct = new Map<string, number>();
  for (const { key, comparison } of tests) {
    distinct.set(key, Math.max(distinct.get(key) ?? 0, comparison.p ?? 1));
  }
  const keys = [...distinct.keys()];
  const adjusted = benjaminiHochberg([...distinct.values()]);
  const qOf = new Map(keys.map((key, index) => [key, adjusted[index] ?? null]));
  const selected = adjusted.filter((q) => q !== null && q <= familyRate).length;
  const level = fcrLevel(keys.length, selected, familyRate);
  for (const one of tests) {
    const { comparison } = one;
    comparison.q = qOf.get(one.key) ?? null;
    comparison.clear = comparison.q !== null && comparison.q <= familyRate;
    comparison.family = keys.length;
    if (!comparison.clear) continue;
    const { low, high } = one.at(level);
    comparison.fcr_low = low;
    comparison.fcr_high = high;
  }
}
