import type { Cell } from '../cells/cell.ts';
import { cellKey } from '../cells/coordinates.ts';
import type { Structure, TableDesign } from '../cells/structure.ts';
import { allCells } from '../cells/table-cells.ts';
import { pruned } from '../design/coarsen.ts';

/**
 * The same cells without their secret reports. Of complainants the least is taken that may be left, of the one who has
 * most the most: who is behind the secret reports is not known here, and the stricter reading hides more.
 */
export function openCells(cells: readonly Cell[]): Cell[] {
  return cells.map(({ secret = 0, complainants, largest, ...cell }) => {
    const n = cell.n - secret;
    const least = Math.min(n, Math.max(n > 0 ? 1 : 0, (complainants ?? 0) - secret));
    return {
      ...cell,
      n,
      ...(complainants === undefined ? {} : { complainants: least }),
      ...(largest === undefined ? {} : { largest: Math.min(n, largest) }),
    };
  });
}

/**
 * The secret reports alone, counted in nothing but the tables over the dimensions named (province; category). They share
 * no report with `openCells`, so what is shown of the ones says nothing of the others: each is protected for itself.
 * @param over dimensions of each table, which some table of the structure must show
 * @returns undefined where no table holds such a set of dimensions
 */
export function secretCells(
  structure: Structure,
  cells: readonly Cell[],
  over: readonly (readonly string[])[],
): { structure: Structure; cells: Cell[] } | undefined {
  const tables = over.flatMap((dimensions): TableDesign[] => {
    const source = structure.tables.find((table) =>
      dimensions.every((name) => table.dimensions.includes(name)),
    );
    if (!source) return [];
    const codes = Object.fromEntries(
      Object.entries(source.codes ?? {}).filter(([name]) => dimensions.includes(name)),
    );
    return [{ name: `secret_${dimensions.join('_')}`, dimensions, codes }];
  });
  if (tables.length === 0) return undefined;
  const { links: _, ...rest } = structure;
  const own = pruned({ ...rest, tables });
  const wanted = allCells(own);
  const counted = cells
    .filter(({ at }) => wanted.has(cellKey(at)))
    .map(({ at, secret = 0, structuralZero }): Cell => {
      return { at, n: secret, keySum: 0, ...(structuralZero ? { structuralZero } : {}) };
    });
  return { structure: own, cells: counted };
}
