import type { Cell, Coordinates } from '../cells/cell.ts';
import { CellIndex } from '../cells/cell-index.ts';
import type { Dimension, Structure, TableDesign } from '../cells/structure.ts';
import { dimensionOf, tableCells, without } from '../cells/table-cells.ts';
import { defaultThreshold } from '../perturb/parameters.ts';

export interface DesignRules {
  /** T: fewer complaints or complainants are small. Default 5. */
  readonly threshold?: number;
  /** The same for cells of a sensitive code. Default 10. */
  readonly sensitiveThreshold?: number;
  /** Share of the non-zero cells that may be small. Default 0.3. */
  readonly smallShare?: number;
  /** Share of the non-zero sensitive cells that may be small. Default 0.1. */
  readonly sensitiveShare?: number;
  /** A group of fewer complaints must not fall wholly in one sensitive code. Default 20. */
  readonly groupSize?: number;
  /** Rules that count: all, or those that the method does not see to itself. */
  readonly only?: readonly Reason[];
}

export const defaultRules: Required<DesignRules> = {
  threshold: defaultThreshold,
  sensitiveThreshold: 10,
  smallShare: 0.3,
  sensitiveShare: 0.1,
  groupSize: 20,
  only: ['dominated', 'attribute', 'sensitive', 'small'],
};

/** What one table is like before noise; for the operator only. */
export interface TableExam {
  readonly table: string;
  /** Cells that count something, and how many of those are below the threshold. */
  readonly cells: { readonly nonZero: number; readonly small: number };
  /** The same of the cells that stand at a sensitive code. */
  readonly sensitive: { readonly nonZero: number; readonly small: number };
  /** Cells from T upward of which one complainant holds more than half, or two hold all. */
  readonly dominated: readonly Coordinates[];
  /** Small groups that fall wholly in one sensitive code: the cell at that code. */
  readonly attribute: readonly Coordinates[];
}

/** What must be coarsened, and why. `small` concerns use, the other three concern people. */
export type Reason = 'dominated' | 'attribute' | 'sensitive' | 'small';

/** Looks at every table for what noise does not protect or would drown. */
export function examine(
  structure: Structure,
  cells: Iterable<Cell> | CellIndex,
  rules: DesignRules = {},
): TableExam[] {
  const index = cells instanceof CellIndex ? cells : new CellIndex(cells);
  return structure.tables.map((table) =>
    examineTable(structure, table, index, { ...defaultRules, ...rules }),
  );
}

export function examineTable(
  structure: Structure,
  table: TableDesign,
  index: CellIndex,
  rules: Required<DesignRules>,
): TableExam {
  const dimensions = table.dimensions.map((name) => dimensionOf(structure, name));
  const count = { nonZero: 0, small: 0 };
  const sensitive = { nonZero: 0, small: 0 };
  const dominated: Coordinates[] = [];
  const attribute: Coordinates[] = [];
  for (const at of tableCells(structure, table)) {
    const cell = index.at(at);
    if (cell.n === 0) continue;
    const hands = cell.complainants ?? cell.n;
    count.nonZero += 1;
    if (cell.n < rules.threshold || hands < rules.threshold) count.small += 1;
    const codes = dimensions.filter((dimension) => isSensitive(dimension, at));
    if (codes.length > 0) {
      sensitive.nonZero += 1;
      const limit = rules.sensitiveThreshold;
      if (cell.n < limit || hands < limit) sensitive.small += 1;
    }
    if (cell.n >= rules.threshold && isDominated(cell)) dominated.push(at);
    const isWhole = ({ name }: Dimension) => {
      const group = index.at(without(at, name)).n;
      return group < rules.groupSize && group === cell.n;
    };
    if (codes.some(isWhole)) attribute.push(at);
  }
  return { table: table.name, cells: count, sensitive, dominated, attribute };
}

/** Which rules a table breaks, the hard ones first. */
export function reasonsOf(exam: TableExam, rules: DesignRules = {}): Reason[] {
  const { smallShare, sensitiveShare, only } = { ...defaultRules, ...rules };
  const over = ({ nonZero, small }: TableExam['cells'], share: number) => small > share * nonZero;
  const broken: Record<Reason, boolean> = {
    dominated: exam.dominated.length > 0,
    attribute: exam.attribute.length > 0,
    sensitive: over(exam.sensitive, sensitiveShare),
    small: over(exam.cells, smallShare),
  };
  return defaultRules.only.filter((reason) => broken[reason] && only.includes(reason));
}

function isSensitive({ name, sensitive }: Dimension, at: Coordinates): boolean {
  const code = at[name];
  return code !== undefined && (sensitive?.includes(code) ?? false);
}

function isDominated({ n, largest, complainants }: Cell): boolean {
  return (largest !== undefined && 2 * largest > n) || (complainants ?? n) <= 2;
}
