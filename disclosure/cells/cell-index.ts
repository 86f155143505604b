import { BuktiError, exitStatus } from '../../base/index.ts';
import type { Cell, Coordinates } from './cell.ts';
import { cellKey } from './coordinates.ts';
import type { Structure } from './structure.ts';
import { tableSums } from './table-cells.ts';

/** Cells by their coordinates. A cell that was not given counts nothing. */
export class CellIndex {
  private readonly byKey = new Map<string, Cell>();

  /** @throws BuktiError `disclosure.cell-twice` */
  constructor(cells: Iterable<Cell>) {
    for (const cell of cells) {
      const key = cellKey(cell.at);
      if (this.byKey.has(key)) {
        throw new BuktiError('disclosure.cell-twice', { cell: placeName(cell.at) });
      }
      this.byKey.set(key, cell);
    }
  }

  at(at: Coordinates): Cell {
    return this.byKey.get(cellKey(at)) ?? { at, n: 0, keySum: 0 };
  }

  key(key: string): Cell | undefined {
    return this.byKey.get(key);
  }

  get all(): Iterable<Cell> {
    return this.byKey.values();
  }
}

/**
 * Looks whether every parent is the sum of its children, in complaints and in record keys. A total that
 * counts other records than its parts would be given other noise than its parts allow for.
 * @throws BuktiError `disclosure.not-additive` with the first cell found, `disclosure.impossible-cell`
 */
export function checkSums(structure: Structure, index: CellIndex): void {
  for (const cell of index.all) checkCount(cell);
  for (const table of structure.tables) {
    for (const { parent, children } of tableSums(structure, table)) {
      let [n, keys] = [0, 0];
      for (const child of children) {
        const cell = index.key(child);
        n += cell?.n ?? 0;
        keys = (keys + (cell?.keySum ?? 0)) % 2 ** 32;
      }
      const total = index.key(parent);
      if ((total?.n ?? 0) === n && (total?.keySum ?? 0) % 2 ** 32 === keys) continue;
      const params = { table: table.name, cell: parent.replaceAll('&', ', ') || '_T' };
      throw new BuktiError('disclosure.not-additive', params, exitStatus.input);
    }
  }
}

/** @throws BuktiError `disclosure.impossible-cell` */
export function checkCount({ at, n, structuralZero }: Cell): void {
  if (Number.isInteger(n) && n >= 0 && !(structuralZero && n > 0)) return;
  throw new BuktiError('disclosure.impossible-cell', { cell: placeName(at) }, exitStatus.input);
}

/** `province=35, sex=f`; `_T` for the grand total. */
export function placeName(at: Coordinates): string {
  return cellKey(at).replaceAll('&', ', ') || '_T';
}
