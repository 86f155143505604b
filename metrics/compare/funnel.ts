import type { MetricName } from '../definitions.ts';
import { funnelDispersion, funnelFlag } from '../estimators/funnel.ts';
import { minimumN } from '../estimators/minimum.ts';
import type { DimensionName, Dims, MetricRow } from '../types.ts';
import { kindOf } from './kinds.ts';

/**
 * Funnel limits for shares that are compared with the others: where a body of its size would stand by
 * chance alone around the share of all, the over-dispersion between bodies allowed for (winsorised).
 * Bodies below the minimum n have none and take no part in the target.
 * @param othersOf the dimension of the bodies
 */
export function addFunnels(
  rows: readonly MetricRow[],
  othersOf: DimensionName,
  mature: number,
): void {
  const families = new Map<string, MetricRow[]>();
  for (const row of rows) {
    const kind = kindOf(row.metric as MetricName, row.statistic, mature);
    const usable = row.comparison && row.status === 'ok' && row.n >= minimumN;
    if (kind !== 'share' || !usable || row.numerator === null) continue;
    const key = JSON.stringify([row.metric, row.statistic, without(row.dims, othersOf)]);
    families.set(key, [...(families.get(key) ?? []), row]);
  }
  for (const family of families.values()) {
    const bodies = family.map(({ numerator, denominator, n }) => ({
      part: numerator as number,
      whole: denominator ?? n,
    }));
    const part = bodies.reduce((sum, body) => sum + body.part, 0);
    const whole = bodies.reduce((sum, body) => sum + body.whole, 0);
    const target = part / whole;
    const dispersion = funnelDispersion(bodies, target);
    for (const [index, row] of family.entries()) {
      if (!row.comparison) continue;
      const { warning, alarm, beyond, side } = funnelFlag(
        bodies[index] as { part: number; whole: number },
        target,
        dispersion,
      );
      row.comparison.funnel = { target, dispersion, warning, alarm, beyond, side };
    }
  }
}

function without(dims: Dims, name: DimensionName): Dims {
  const { [name]: _, ...rest } = dims;
  return rest;
}
