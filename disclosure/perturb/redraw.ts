import type { Cell } from '../cells/cell.ts';
import { cellKey } from '../cells/coordinates.ts';

/** By cell how often its noise is drawn again. */
export type Redrawn = ReadonlyMap<string, number>;

/**
 * A cell whose noise is drawn again: another key for the same records, as likely as before. For cells whose noise
 * would leave a neighbour in too narrow bounds; the ledger keeps the value, so that it stays the same afterwards.
 */
export function redraw(cell: Cell, redrawn: Redrawn): Cell {
  const times = redrawn.get(cellKey(cell.at)) ?? 0;
  let key = cell.keySum >>> 0;
  for (let time = 0; time < times; time++) {
    // One-to-one on 32 bits.
    key = (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
  }
  return times === 0 ? cell : { ...cell, keySum: key };
}
