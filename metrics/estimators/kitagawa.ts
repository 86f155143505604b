import type { ShareCount } from './score-test.ts';

/** One stratum (category) before and after. */
export interface KitagawaStratum {
  before: ShareCount;
  after: ShareCount;
}

export interface KitagawaParts {
  /** Part of the change that comes of the strata's changed weights. */
  mix: number;
  /** Part that comes of the shares within the strata. */
  performance: number;
}

export interface Kitagawa extends KitagawaParts {
  /** Mix and performance, which are the change of the overall share, after less before. */
  change: number;
  /** By stratum, in the order given; each part adds up to the whole one. */
  strata: KitagawaParts[];
}

/**
 * Decomposition of the change of a share: with weights w and shares p of the strata, mix = sum of
 * (w1 - w0) (p0 + p1) / 2, performance = sum of (p1 - p0) (w0 + w1) / 2. Within a stratum, mix counts
 * from the mean of both overall shares, so that a growing stratum pulls up only where its share is
 * above it; the sum stays the same, since the changes of weights add up to 0.
 *
 * A stratum without cases in one period takes the other's share (its part is all mix).
 *
 * Source: Kitagawa (1955), Components of a difference between two rates, JASA 50, 1168-1194.
 * @returns null where one period has no case at all
 */
export function kitagawa(strata: readonly KitagawaStratum[]): Kitagawa | null {
  const before = total(strata.map((one) => one.before));
  const after = total(strata.map((one) => one.after));
  if (before.whole <= 0 || after.whole <= 0) return null;
  const middle = (before.part / before.whole + after.part / after.whole) / 2;
  const parts = strata.map((one) => {
    const w0 = one.before.whole / before.whole;
    const w1 = one.after.whole / after.whole;
    const p0 = shareOf(one.before) ?? shareOf(one.after) ?? 0;
    const p1 = shareOf(one.after) ?? p0;
    return {
      mix: (w1 - w0) * ((p0 + p1) / 2 - middle),
      performance: ((p1 - p0) * (w0 + w1)) / 2,
    };
  });
  const mix = parts.reduce((all, one) => all + one.mix, 0);
  const performance = parts.reduce((all, one) => all + one.performance, 0);
  return { change: mix + performance, mix, performance, strata: parts };
}

function shareOf({ part, whole }: ShareCount): number | null {
  return whole > 0 ? part / whole : null;
}

function total(counts: readonly ShareCount[]): ShareCount {
  return counts.reduce(
    (all, one) => ({ part: all.part + one.part, whole: all.whole + one.whole }),
    { part: 0, whole: 0 },
  );
}
