import type { Coordinates } from '../cells/cell.ts';
import type { EarlierRelease } from './earlier-release.ts';

/** What tests switch off to show that the attacker then finds a leak. */
type Protection =
  | 'primary'
  | 'shared-variables'
  | 'audit-and-repair'
  | 'singletons'
  | 'differencing';

export interface SuppressOptions {
  /** T: a count (of complaints, of complainants, of secret reports) from 1 to T - 1 is hidden; 5. */
  readonly threshold?: number;
  /** T where a coordinate is a sensitive code; 10. */
  readonly sensitiveThreshold?: number;
  /** A group of fewer complaints that falls wholly in one value of a sensitive dimension shows no breakdown by it; 20. */
  readonly attributeGroup?: number;
  /** Cells that the caller wants hidden as primaries (a magnitude that one contributor dominates, ...). */
  readonly hide?: readonly Coordinates[];
  /** What was published before of the same period, oldest first. */
  readonly earlier?: readonly EarlierRelease[];
  /** For tests only: protections left out. */
  readonly without?: readonly Protection[];
}

/** The options with every usual value filled in. */
export interface Rules {
  readonly threshold: number;
  readonly sensitiveThreshold: number;
  readonly attributeGroup: number;
  readonly hide: readonly Coordinates[];
  readonly earlier: readonly EarlierRelease[];
  readonly without: ReadonlySet<Protection>;
}

/** @throws RangeError where a threshold is not a positive whole number */
export function rulesOf(options: SuppressOptions): Rules {
  const whole = (name: string, value: number) => {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be 1 or more`);
    return value;
  };
  return {
    threshold: whole('threshold', options.threshold ?? 5),
    sensitiveThreshold: whole('sensitiveThreshold', options.sensitiveThreshold ?? 10),
    attributeGroup: whole('attributeGroup', options.attributeGroup ?? 20),
    hide: options.hide ?? [],
    earlier: options.earlier ?? [],
    without: new Set(options.without),
  };
}
