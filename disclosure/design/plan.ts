import type { Cell } from '../cells/cell.ts';
import { CellIndex } from '../cells/cell-index.ts';
import type { Structure, TableDesign } from '../cells/structure.ts';
import { dimensionOf, relationsOf } from '../cells/table-cells.ts';
import { withoutBelow, withoutFinest } from './coarsen.ts';
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
  /**
   * Where single cells are what a table breaks (one complainant behind most of a cell, a group wholly in one sensitive
   * code), only the codes beside them are given up, for the one above them, as long as those are at most this share of
   * all such codes above. Default 0: the whole level goes.
   */
  readonly localShare?: number;
}

/** What became of one table. */
export interface TablePlan {
  readonly table: string;
  /** Dimensions whose finest level was given up, in that order. */
  readonly steps: readonly string[];
  /** By dimension: codes below which the table shows nothing, where only they had to give up their finest level. */
  readonly below?: Readonly<Record<string, readonly string[]>>;
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
    if (!options.keep?.includes(table.name)) {
      const local = locally(structure, table, index, rules, ladder, options.localShare ?? 0);
      if (local) return { table: table.name, steps, below: local, because, left: [] };
    }
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

/** Parents whose parts alone are given up, so that a table that single cells spoil breaks nothing any more. */
function locally(
  structure: Structure,
  table: TableDesign,
  index: CellIndex,
  rules: Required<DesignRules>,
  ladder: readonly string[],
  share: number,
): Record<string, string[]> | undefined {
  const name = ladder.find((one) => withoutFinest(table, dimensionOf(structure, one)));
  if (name === undefined || share <= 0) return undefined;
  const dimension = dimensionOf(structure, name);
  const relations = relationsOf(table, dimension);
  const isParent = new Set(relations.map(({ parent }) => parent));
  // Codes right under the total stay, whatever else they are a part of (provinces of a former one).
  const top = new Set(
    relations.flatMap(({ parent, children }) => (parent === dimension.total ? children : [])),
  );
  const groups = relations.filter(
    ({ children }) =>
      children.length > 1 && !children.some((child) => isParent.has(child) || top.has(child)),
  );
  const given = new Set<string>();
  for (let design = table; ; ) {
    const exam = examineTable(structure, design, index, rules);
    const broken = reasonsOf(exam, rules);
    if (broken.length === 0) {
      return given.size === 0 ? undefined : { [name]: [...given].sort() };
    }
    if (broken.some((reason) => reason === 'sensitive' || reason === 'small')) return undefined;
    const before = given.size;
    for (const at of [...exam.dominated, ...exam.attribute]) {
      const above = groups.filter(({ children }) => children.includes(at[name] ?? ''));
      // It stands at a code that has no other beside it below one above.
      if (above.length === 0) return undefined;
      for (const { parent } of above) given.add(parent);
    }
    if (given.size === before || given.size > share * groups.length) return undefined;
    design = withoutBelow(table, dimension, [...given]);
  }
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
  const plans = new Map(plan.tables.map((one) => [one.table, one]));
  return {
    ...structure,
    tables: structure.tables.map((table) => {
      const { steps = [], below = {} } = plans.get(table.name) ?? {};
      const find = (name: string) => structure.dimensions.find((one) => one.name === name);
      const stepped = steps.reduce<TableDesign>((design, name) => {
        const dimension = find(name);
        return (dimension && withoutFinest(design, dimension)) ?? design;
      }, table);
      return Object.entries(below).reduce<TableDesign>((design, [name, parents]) => {
        const dimension = find(name);
        return dimension ? withoutBelow(design, dimension, parents) : design;
      }, stepped);
    }),
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
