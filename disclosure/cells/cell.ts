/**
 * Where a cell stands: dimension -> code, dimensions at their total left out. Two cells of different
 * tables with equal coordinates hold the same records.
 */
export type Coordinates = Readonly<Record<string, string>>;

/** One cell as it is computed, before protection. All counts are of complaints unless said otherwise. */
export interface Cell {
  readonly at: Coordinates;
  readonly n: number;
  /** Sum of the record keys of its complaints, modulo 2^32. */
  readonly keySum: number;
  /** Distinct complainants; absent where no reporter-id column was declared. */
  readonly complainants?: number;
  /** Complaints of the complainant who has most; absent as above. */
  readonly largest?: number;
  /** Reports among `n` that are secret (rahasia): the others can be counted on the public site. */
  readonly secret?: number;
  /** The combination cannot occur (a regency in another province): shown as such, never as zero. */
  readonly structuralZero?: boolean;
}

/** `hidden` is SDMX `Q`: primary and secondary alike, since telling which gives away 0 < n < T. */
export type CellStatus = 'shown' | 'hidden' | 'cannot-exist';

/** One cell as it may be published. */
export interface ProtectedCell {
  readonly at: Coordinates;
  readonly value: number | null;
  readonly status: CellStatus;
}
