import type { Cell, Coordinates } from '../cells/cell.ts';
import type { Structure } from '../cells/structure.ts';
import { codeAtoms } from './code-atoms.ts';
import type { Rules } from './options.ts';

/** Why a cell is hidden for its own sake. */
export type PrimaryReason =
  | 'count'
  | 'complainants'
  | 'dominance'
  | 'secret'
  | 'attribute'
  | 'asked'
  | 'nested'
  | 'difference';

/** A cell that must not be known, and what an attacker may learn of it at most. */
export interface Need {
  readonly reason: PrimaryReason;
  /** Its interval must be this wide. */
  readonly width: number;
  /** And reach up to this, so that it may as well be no small count at all. */
  readonly upper: number;
}

/**
 * Threshold rule over complaints and complainants; one complainant with more than half; some but few secret
 * reports, where the others can be counted on the public site. Null where the cell may be shown.
 */
export function primaryNeed(cell: Cell, threshold: number): Need | null {
  const { n, complainants, largest, secret } = cell;
  if (n === 0) return null;
  if (n < threshold) return { reason: 'count', width: threshold, upper: threshold };
  if (complainants !== undefined && complainants < threshold) {
    return { reason: 'complainants', width: threshold, upper: threshold };
  }
  if (largest !== undefined && 2 * largest > n) {
    return { reason: 'dominance', width: threshold, upper: threshold };
  }
  if (secret !== undefined && secret > 0 && secret < threshold) {
    return { reason: 'secret', width: threshold, upper: n - secret + threshold };
  }
  return null;
}

/** The threshold of a cell: the higher one where any of its codes is, or is part of, a sensitive one. */
export function thresholds(structure: Structure, rules: Rules): (at: Coordinates) => number {
  const sensitive = new Map<string, Set<string>>();
  for (const dimension of structure.dimensions) {
    if (!dimension.sensitive?.length) continue;
    const { leaves } = codeAtoms(dimension);
    const sets = dimension.sensitive.map((code) => new Set(leaves.get(code)));
    const codes = dimension.codes.filter((code) =>
      sets.some((set) => (leaves.get(code) ?? []).every((leaf) => set.has(leaf))),
    );
    sensitive.set(dimension.name, new Set(codes));
  }
  return (at) => {
    for (const [name, codes] of sensitive) {
      if (codes.has(at[name] as string)) {
        return Math.max(rules.threshold, rules.sensitiveThreshold);
      }
    }
    return rules.threshold;
  };
}
