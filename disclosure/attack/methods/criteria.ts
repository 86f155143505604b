import type { FindingKind } from '../finding.ts';
import type { Method } from '../model/method.ts';

/**
 * What the interval of a hidden cell must be. `suppress`: what may be small is as wide as the threshold and reaches
 * it; anything else is not exact. `perturb`: what may be small is at least two wide.
 * @param truth the exact count, where the operator has it: then only what is small must be so wide
 * @returns the kind of finding, or undefined where the interval protects
 */
export function judge(
  low: number,
  high: number,
  { kind, threshold }: Method,
  truth?: number,
): FindingKind | undefined {
  if (kind === 'perturb') {
    if (low >= threshold || high === 0 || high - low >= 2) return undefined;
    if (truth !== undefined && truth >= threshold) return undefined;
    return low === high ? 'exact' : 'narrow';
  }
  if (low === high) return 'exact';
  if (truth !== undefined && (truth === 0 || truth >= threshold)) return undefined;
  if (high < threshold) return 'small';
  return low < threshold && high - low < threshold ? 'narrow' : undefined;
}

/** Whether a cell that reaches at least from `low` to `high`, and no lower than `floor`, is protected. */
export function isSafe(
  low: number,
  high: number,
  floor: number,
  { kind, threshold }: Method,
): boolean {
  if (kind === 'perturb') return floor >= threshold || high - low >= 2;
  if (floor >= threshold) return high - low >= 1;
  return high >= threshold && high - low >= threshold;
}
