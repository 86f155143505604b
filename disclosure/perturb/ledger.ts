import type { Coordinates } from '../cells/cell.ts';
import type { PublicFigure } from '../cells/public-files.ts';
import type { NoiseParameters } from './parameters.ts';

/** A cell as it was last published. Never public: it holds the exact count. */
export interface PublishedCell {
  readonly at: Coordinates;
  readonly n: number;
  readonly keySum: number;
  /** n' as it stands in public; null where the combination cannot exist. */
  readonly value: number | null;
}

/** One table of one period as it was last published. */
export interface PublishedTable {
  readonly table: string;
  readonly period: string;
  /**
   * Names the records that were counted, such as the day up to which things were known. Whoever tallies
   * late records counts them from this state on.
   */
  readonly state: string;
  readonly cells: readonly PublishedCell[];
  /** Percentiles as they stand in public, by their name: read from exact waits, they are held as counts are. */
  readonly percentiles?: Readonly<Record<string, readonly PublicFigure[]>>;
}

/**
 * What was published under `perturb`, as plain data that goes in and comes out. It belongs with the
 * keys, not with the public files; a release keeps the ledger that it read.
 */
export interface Ledger {
  readonly format: 1;
  /** Noise cannot be changed under what is published. */
  readonly parameters: NoiseParameters;
  readonly tables: readonly PublishedTable[];
}

export function emptyLedger(parameters: NoiseParameters): Ledger {
  return { format: 1, parameters, tables: [] };
}
