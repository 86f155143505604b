import type { Cell, CellStatus, Coordinates, ProtectedCell } from '../cells/cell.ts';
import { cellKey } from '../cells/coordinates.ts';
import type { Structure } from '../cells/structure.ts';

/** What the ledger keeps of one cell of a release: never for the public, since `n` stands beside the gap. */
export interface LedgerCell {
  readonly at: Coordinates;
  /** Complaints as counted then. */
  readonly n: number;
  /** What was shown, null for a gap. */
  readonly value: number | null;
  readonly status: CellStatus;
}

/** One release of a period as an attacker has it: its tables and what each cell showed. Plain data. */
export interface EarlierRelease {
  readonly name: string;
  readonly structure: Structure;
  readonly cells: readonly LedgerCell[];
}

/** The ledger entry of a release, for the releases of the same period that come after it. */
export function releaseEntry(
  name: string,
  structure: Structure,
  counted: readonly Cell[],
  published: readonly ProtectedCell[],
): EarlierRelease {
  const counts = new Map(counted.map((cell) => [cellKey(cell.at), cell.n]));
  const cells = published.map(({ at, value, status }) => {
    return { at, n: counts.get(cellKey(at)) ?? 0, value, status };
  });
  return { name, structure, cells };
}
