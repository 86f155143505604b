import type { Coordinates } from './cell.ts';

/** Codes of one dimension by which tables are broken down, and the additive relations between them. */
export interface Dimension {
  readonly name: string;
  /** The code of "all": the cell of a table that does not hold this dimension stands there. */
  readonly total: string;
  /** Every code, the total too. */
  readonly codes: readonly string[];
  /**
   * Each parent is the sum of its children. Several hierarchies over the same leaves (provinces before and
   * after a split) are simply more relations: linked tables.
   */
  readonly relations: readonly Relation[];
  /** Codes whose combination with a small group says something of a person (corruption, health, ...). */
  readonly sensitive?: readonly string[];
}

export interface Relation {
  readonly parent: string;
  readonly children: readonly string[];
}

/** A published table: all combinations of the codes of its dimensions, totals included. */
export interface TableDesign {
  readonly name: string;
  readonly dimensions: readonly string[];
  /**
   * Of a coarsened table: the codes it shows of a dimension where those are not all (provinces without
   * their regencies). Always closed upward: with a code stand all its parents and the total.
   */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A sum between cells of different dimensions, whatever the other coordinates: reports whose reason is asked for are
 * those that are open beyond their limit, postponed or archived.
 */
export interface Link {
  readonly parent: Coordinates;
  readonly children: readonly Coordinates[];
}

/** The tables of one release and the dimensions they share. */
export interface Structure {
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly TableDesign[];
  readonly links?: readonly Link[];
}
