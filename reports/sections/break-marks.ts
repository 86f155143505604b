import { breaksOf, type Figure } from '../../release/index.ts';
import type { Context } from './context.ts';

/** Marks on a line over time: the first of its points after a break. */
export function breakMarks(
  { release, t }: Pick<Context, 'release' | 't'>,
  points: readonly Figure[],
): { period: string; label: string }[] {
  const seen = new Set<string>();
  return points.flatMap((figure) => {
    const [one] = breaksOf(release.manifest, figure);
    const period = figure.dims.month ?? figure.dims.quarter;
    // Of a quarter's months the first.
    if (!one || period === undefined || seen.has(one.since)) return [];
    seen.add(one.since);
    return [{ period, label: t('release.break.column') }];
  });
}
