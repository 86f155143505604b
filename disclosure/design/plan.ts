import type { Cell } from '../cells/cell.ts';
import { CellIndex } from '../cells/cell-index.ts';
import type { Structure, TableDesign } from '../cells/structure.ts';
import { dimensionOf } from '../cells/table-cells.ts';
import { withoutFinest } from './coarsen.ts';
import { type DesignRules, defaultRules, examineTable, type Reason, reasonsOf } from './examine.ts';

export interface PlanOptions extends DesignRules {
  /**
   * Dimensions in the order in which their finest level is given up: month, category, age band, region.
   * A dimension that is not named is never coarsened. Default: those of the table, in its order.
   */
  readonly order?: readonly string[];
  /** Tables that are never coarsened. */
  readonly keep?: readonly string[];
  /** Steps a table may take. Default 2. */
  readonly mostSteps?: number;
}

/** What became of one table. */
export interface TablePlan {
  readonly table: string;
  /** Dimensions whose finest level was given up, in that order. */
  readonly steps: readonly string[];
  /** What the table broke as it was designed. */
  readonly because: readonly Reason[];
  /** What it still breaks. Anything but `small` concerns people: such a table is not to be published. */
  readonly left: readonly Reason[];
}

/** Made once for a version of the catalogue and kept as data beside it. */
export interface DesignPlan {
  readonly format: 1;
  readonly tables: readonly TablePlan[];
}

/**
 * Decides how fine each table may be, on the cells of four pooled quarters: as long as a table breaks
 * a rule, the next dimension in the order gives up its finest level. Later quarters are only looked
 * at with `reviewPlan`, so that the series stays comparable.
 */
export function planDesign(
  structure: Structure,
  pooled: Iterable<Cell>,
  options: PlanOptions = {},
): DesignPlan {
  const index = new CellIndex(pooled);
  const rules = { ...defaultRules, ...options };
  const most = options.mostSteps ?? 2;
  const tables = structure.tables.map((table): TablePlan => {
    const look = (design: TableDesign) =>
      reasonsOf(examineTable(structure, design, index, rules), rules);
    const because = look(table);
    const ladder = (options.order ?? table.dimensions).filter((one) =>
      table.dimensions.includes(one),
    );
    const steps: string[] = [];
    let [design, left] = [table, because];
    while (left.length > 0 && steps.length < most && !options.keep?.includes(table.name)) {
      const next = coarser(structure, design, ladder);
      if (!next) break;
      steps.push(next.dimension);
      design = next.design;
      left = look(design);
    }
    return { table: table.name, steps, because, left };
  });
  return { format: 1, tables };
}

function coarser(structure: Structure, design: TableDesign, ladder: readonly string[]) {
  for (const dimension of ladder) {
    const next = withoutFinest(design, dimensionOf(structure, dimension));
    if (next) return { dimension, design: next };
  }
  return undefined;
}

/**
 * The structure with the tables as coarse as the plan has them, codes that came later too; a table that
 * the plan does not know stays as it is.
 */
export function applyPlan(structure: Structure, plan: DesignPlan): Structure {
  const steps = new Map(plan.tables.map((one) => [one.table, one.steps]));
  return {
    ...structure,
    tables: structure.tables.map((table) =>
      (steps.get(table.name) ?? []).reduce<TableDesign>((design, name) => {
        const dimension = structure.dimensions.find((one) => one.name === name);
        return (dimension && withoutFinest(design, dimension)) ?? design;
      }, table),
    ),
  };
}

/** Rules that the tables of a plan break on the cells of a later period: warnings, nothing is changed. */
export function reviewPlan(
  structure: Structure,
  cells: Iterable<Cell>,
  plan: DesignPlan,
  rules: DesignRules = {},
): { table: string; reasons: Reason[] }[] {
  const index = new CellIndex(cells);
  const all = { ...defaultRules, ...rules };
  return applyPlan(structure, plan)
    .tables.map((table) => ({
      table: table.name,
      reasons: reasonsOf(examineTable(structure, table, index, all), all),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}
