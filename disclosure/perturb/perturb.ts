import type { Cell, ProtectedCell } from '../cells/cell.ts';
import { CellGrid } from '../cells/cell-grid.ts';
import type { Structure } from '../cells/structure.ts';
import { defaultNoise, type NoiseParameters } from './parameters.ts';
import { perturbationTable, perturbed } from './perturbation-table.ts';
import { type Redrawn, redraw } from './redraw.ts';

export interface Perturbed {
  /** Every distinct cell of all tables, in the order of the tables. */
  readonly cells: readonly ProtectedCell[];
  /** What may be published about the noise. */
  readonly parameters: NoiseParameters;
}

/**
 * Protects counts by the cell-key method: each cell is shown with a noise that depends on its own
 * records alone. The same records have the same value in every table and every release; totals are
 * looked up like other cells, so values do not add up. Zero stays zero.
 *
 * What noise cannot protect (one complainant behind most of a cell, a small group wholly in one
 * sensitive code) `examine` finds: coarsen such tables first.
 *
 * @param cells all cells of all tables, totals too; one that is missing counts 0 complaints
 * @param redrawn cells whose noise is drawn again
 * @throws BuktiError `disclosure.not-additive`, `disclosure.impossible-cell`, `disclosure.cell-twice`,
 *   `disclosure.noise-parameters`
 */
export function perturb(
  structure: Structure,
  cells: Iterable<Cell>,
  parameters: NoiseParameters = defaultNoise,
  redrawn: Redrawn = new Map(),
): Perturbed {
  const table = perturbationTable(parameters);
  const grid = new CellGrid(structure, cells);
  grid.checkSums();
  const shown: ProtectedCell[] = [];
  for (const { at, cell } of grid.distinct()) {
    shown.push(
      cell?.structuralZero
        ? { at, value: null, status: 'cannot-exist' }
        : { at, value: noisy(cell), status: 'shown' },
    );
  }
  return { cells: shown, parameters };

  function noisy(cell: Cell | undefined): number {
    if (cell === undefined) return 0;
    const { n, keySum } = redrawn.size === 0 ? cell : redraw(cell, redrawn);
    return perturbed(table, n, keySum);
  }
}
