import { previousQuarter } from '../../base/index.ts';
import {
  applyPlan,
  type Cell,
  type Dimension,
  planDesign,
  type Reason,
  reviewPlan,
  type Structure,
  type TableDesign,
} from '../../disclosure/index.ts';
import { type MetricsContext, readContext } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { type PublishCatalogue, publishDimension } from './catalogue.ts';
import { distinctCells, type PublishedCells, publishedCells } from './cells.ts';
import { levelExcept, total } from './levels.ts';
import { outcomeName } from './outcomes.ts';
import type { PublishTable } from './schema.ts';

/** What is given up of a table by coarsening it, on the cells that it was decided on. */
interface CoarseningLoss {
  /** Cells that count something, before and after. */
  readonly cells_before: number;
  readonly cells_after: number;
  /** Shares of them that are below the threshold. */
  readonly small_before: number;
  readonly small_after: number;
}

/** How fine one table is, and why. */
interface TableDecision {
  readonly name: string;
  /** Dimension and level, as it is published; `regency except 35, 91` where some are shown as their province alone. */
  readonly by: Readonly<Record<string, string>>;
  readonly steps: readonly { dimension: string; from: string; to: string }[];
  /** Rules that it broke as it stands in the catalogue, and those that it still breaks. */
  readonly because: readonly Reason[];
  readonly left: readonly Reason[];
  readonly loss: CoarseningLoss;
}

/** Decided once for a version of the catalogue. */
export interface TableDecisions {
  readonly version: number;
  /** Of the catalogue that was decided on. */
  readonly catalogue: string;
  /** Quarters whose cells were looked at together, and the year of yearly tables. */
  readonly quarters: readonly string[];
  readonly year: string;
  /** Decided on sample data: it does not hold for real ones. */
  readonly synthetic?: boolean | undefined;
  readonly tables: readonly TableDecision[];
}

/**
 * Decides how fine each published table is, on the cells of several quarters up to `last` that are looked at
 * side by side (a yearly table: on those of the last whole year), so that what is published of any one quarter
 * is what was judged. Only counts of reports received are judged; shares have rules of their own.
 * It is written beside the catalogue (`writeDecisions`) and holds for as long as the version does.
 */
export async function designTables(
  session: Session,
  catalogue: PublishCatalogue,
  last: string,
  context?: MetricsContext,
): Promise<TableDecisions> {
  const known = context ?? (await readContext(session));
  const { quarters: count } = catalogue.coarsening;
  const quarters = Array.from({ length: count }, (_, back) =>
    previousQuarter(last, back),
  ).reverse();
  const counted = receivedOnly(catalogue);
  const own: PublishedCells[] = [];
  for (const quarter of quarters) {
    own.push(await publishedCells(session, counted, quarter, 'own', { context: known }));
  }
  const year = last.endsWith('Q4') ? last.slice(0, 4) : String(Number(last.slice(0, 4)) - 1);
  const yearly = await publishedCells(session, counted, year, 'own', { context: known });
  const decided = [
    ...decide(catalogue, sideBySide(own, catalogue)),
    ...decide(catalogue, { structure: yearly.structure, cells: cellsOf(yearly) }),
  ];
  const order = catalogue.tables.map(({ name }) => name);
  const tables = decided.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const head = { version: catalogue.version, catalogue: catalogue.hash, quarters, year };
  return { ...head, ...((await isSynthetic(session)) ? { synthetic: true } : {}), tables };
}

/** Whether some source of the warehouse is sample data. */
export async function isSynthetic(session: Session): Promise<boolean> {
  const row = await session.row<{ any: boolean | null }>(
    'select bool_or(synthetic) as any from meta_source',
  );
  return row?.any ?? false;
}

/** Levels of the tables as decided, for `publishedCells`. */
export function decidedLevels({
  tables,
}: TableDecisions): Map<string, Readonly<Record<string, string>>> {
  return new Map(tables.map(({ name, by }) => [name, by]));
}

/**
 * What the decided tables of a later period break: for the operator, nothing is changed.
 * @param cells as decided (`decidedLevels`)
 */
export function reviewTables(
  catalogue: PublishCatalogue,
  cells: PublishedCells,
): { table: string; reasons: Reason[] }[] {
  const structure = withoutOutcome(cells.structure);
  return reviewPlan(structure, cellsOf(cells), { format: 1, tables: [] }, rulesOf(catalogue));
}

/** A quarter's cells under `period`, whose total is all quarters together and is not counted. */
function sideBySide(quarters: readonly PublishedCells[], catalogue: PublishCatalogue) {
  const [first] = quarters as [PublishedCells];
  const months = quarters.map(({ structure }) =>
    (structure.dimensions.find(({ name }) => name === 'period')?.codes ?? []).slice(1),
  );
  const ids = quarters.map(({ period }) => period.id);
  const period: Dimension = {
    name: 'period',
    total,
    codes: [total, ...ids, ...months.flat()],
    relations: [
      { parent: total, children: ids },
      ...ids.flatMap((parent, place) => {
        const children = months[place] as string[];
        return children.length > 0 ? [{ parent, children }] : [];
      }),
    ],
  };
  const dimensions = [
    period,
    ...withoutOutcome(first.structure).dimensions.filter(({ name }) => name !== 'period'),
  ];
  const byMonth = new Set(
    catalogue.tables.filter(({ by }) => by.period === 'month').map(({ name }) => name),
  );
  const tables = withoutOutcome(first.structure).tables.map(
    ({ codes = {}, ...table }): TableDesign => {
      const { period: _, ...others } = codes;
      return {
        ...table,
        dimensions: ['period', ...table.dimensions.filter((name) => name !== 'period')],
        codes: byMonth.has(table.name) ? others : { ...others, period: [total, ...ids] },
      };
    },
  );
  const cells = quarters.flatMap((one) =>
    cellsOf(one).map((cell): Cell => ({ ...cell, at: { period: one.period.id, ...cell.at } })),
  );
  return { structure: { dimensions, tables }, cells };
}

function decide(
  catalogue: PublishCatalogue,
  { structure, cells }: { structure: Structure; cells: readonly Cell[] },
): TableDecision[] {
  const { order, most_steps: mostSteps, local_share: localShare } = catalogue.coarsening;
  const keep = catalogue.tables.flatMap((table) => (table.never_coarsened ? [table.name] : []));
  const options = { ...rulesOf(catalogue), order, mostSteps, localShare, keep };
  const plan = planDesign(structure, cells, options);
  const coarse = applyPlan(structure, plan).tables;
  return plan.tables.map(({ table: name, steps, below = {}, because, left }): TableDecision => {
    const table = catalogue.tables.find((one) => one.name === name) as PublishTable;
    const before = structure.tables.find((one) => one.name === name) as TableDesign;
    const by: Record<string, string> = { ...table.by };
    const taken = steps.map((dimension) => {
      const { levels } = publishDimension(catalogue, dimension);
      const from = by[dimension] as string;
      const to = levels[levels.indexOf(from) + 1] as string;
      by[dimension] = to;
      return { dimension, from, to };
    });
    for (const [dimension, codes] of Object.entries(below)) {
      const from = by[dimension] as string;
      const to = levelExcept(from, codes);
      by[dimension] = to;
      taken.push({ dimension, from, to });
    }
    const all = lossIn(before, structure, cells, catalogue);
    const design = coarse.find((one) => one.name === name) as TableDesign;
    const rest = lossIn(design, structure, cells, catalogue);
    return {
      name,
      by,
      steps: taken,
      because,
      left,
      loss: {
        cells_before: all.cells,
        cells_after: rest.cells,
        small_before: all.small,
        small_after: rest.small,
      },
    };
  });
}

function lossIn(
  table: TableDesign,
  structure: Structure,
  cells: readonly Cell[],
  { threshold }: PublishCatalogue,
): { cells: number; small: number } {
  const shown = new Map(
    table.dimensions.map((name) => {
      const all = structure.dimensions.find((one) => one.name === name)?.codes ?? [];
      return [name, new Set(table.codes?.[name] ?? all)];
    }),
  );
  const own = cells.filter(
    ({ at, n }) =>
      n > 0 && Object.entries(at).every(([name, code]) => shown.get(name)?.has(code) ?? false),
  );
  const small = own.filter(({ n, complainants = n }) => Math.min(n, complainants) < threshold);
  return { cells: own.length, small: own.length === 0 ? 0 : round(small.length / own.length) };
}

const round = (share: number) => Math.round(share * 1000) / 1000;

/** Tables are judged by the reports received. */
function receivedOnly(catalogue: PublishCatalogue): PublishCatalogue {
  const tables = catalogue.tables.map((table) => ({ ...table, measures: ['received.count'] }));
  return { ...catalogue, tables };
}

/** Counts of reports received. */
function cellsOf(cells: PublishedCells): Cell[] {
  return distinctCells(cells).filter(({ at }) => at[outcomeName] === undefined);
}

function withoutOutcome(structure: Structure): Structure {
  return {
    dimensions: structure.dimensions.filter(({ name }) => name !== outcomeName),
    tables: structure.tables.map((table) => ({
      ...table,
      dimensions: table.dimensions.filter((name) => name !== outcomeName),
    })),
  };
}

function rulesOf({ threshold, sensitiveThreshold, coarsening }: PublishCatalogue) {
  return {
    threshold,
    sensitiveThreshold,
    smallShare: coarsening.small_cells,
    sensitiveShare: Number((1 - coarsening.sensitive_cells).toFixed(9)),
    only: coarsening.rules,
  };
}
