import type { Cell, ProtectedCell } from '../cells/cell.ts';
import { CellIndex } from '../cells/cell-index.ts';
import { cellKey } from '../cells/coordinates.ts';
import type { Structure } from '../cells/structure.ts';
import { allCells, tableSums } from '../cells/table-cells.ts';

/** What the protection cost. For the operator: it is worked out from exact counts. */
export interface Loss {
  /** Distinct cells, those that count something, and of those the hidden ones. */
  readonly cells: number;
  readonly nonZero: number;
  readonly hidden: number;
  /** Non-zero cells whose value differs from the count; those shown as zero. */
  readonly moved: number;
  readonly toZero: number;
  /** Mean of |value - count| over shown non-zero cells. */
  readonly meanMove: number;
  /** Shares of a part in its total, by the size of the total. */
  readonly shares: readonly ShareLoss[];
}

export interface ShareLoss {
  /** Complaints of the total: from this. */
  readonly from: number;
  /** Up to, not with, this; Infinity for the last. */
  readonly below: number;
  readonly shares: number;
  /** Published shares more than one point off. */
  readonly moved: number;
}

const sizes = [1, 20, 50, 100, 200, 500, 1000, 5000, Number.POSITIVE_INFINITY];

/** Compares exact cells with what is published of them. */
export function lossOf(
  structure: Structure,
  exact: Iterable<Cell>,
  published: Iterable<ProtectedCell>,
): Loss {
  const index = new CellIndex(exact);
  const shown = new Map([...published].map((cell) => [cellKey(cell.at), cell]));
  let [cells, nonZero, hidden, moved, toZero, moves] = [0, 0, 0, 0, 0, 0];
  for (const [key, at] of allCells(structure)) {
    const cell = shown.get(key);
    if (!cell || cell.status === 'cannot-exist') continue;
    cells += 1;
    const { n } = index.at(at);
    if (n === 0) continue;
    nonZero += 1;
    if (cell.value === null) hidden += 1;
    else if (cell.value !== n) {
      moved += 1;
      moves += Math.abs(cell.value - n);
      if (cell.value === 0) toZero += 1;
    }
  }
  const meanMove = nonZero === hidden ? 0 : moves / (nonZero - hidden);
  return {
    cells,
    nonZero,
    hidden,
    moved,
    toZero,
    meanMove,
    shares: shareLoss(structure, index, shown),
  };
}

function shareLoss(
  structure: Structure,
  index: CellIndex,
  shown: ReadonlyMap<string, ProtectedCell>,
): ShareLoss[] {
  const classes = sizes.slice(0, -1).map((from, place) => ({
    from,
    below: sizes[place + 1] as number,
    shares: 0,
    moved: 0,
  }));
  const seen = new Set<string>();
  for (const table of structure.tables) {
    for (const { parent, children } of tableSums(structure, table)) {
      const total = index.key(parent)?.n ?? 0;
      const shownTotal = shown.get(parent)?.value ?? 0;
      const own = classes.find(({ from, below }) => total >= from && total < below);
      if (!own || shownTotal <= 0) continue;
      for (const child of children) {
        const n = index.key(child)?.n ?? 0;
        const value = shown.get(child)?.value ?? null;
        const pair = `${parent}|${child}`;
        if (n === 0 || value === null || seen.has(pair)) continue;
        seen.add(pair);
        own.shares += 1;
        if (Math.abs(n / total - Math.min(1, value / shownTotal)) > 0.01) own.moved += 1;
      }
    }
  }
  return classes.filter(({ shares }) => shares > 0);
}
