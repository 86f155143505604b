import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../base/index.ts';
import { makeSample } from '../data/sample/index.ts';
import { cellKey } from '../disclosure/cells/coordinates.ts';
import type { Structure, TableDesign } from '../disclosure/cells/structure.ts';
import { dimensionOf, relationsOf, tableCells } from '../disclosure/cells/table-cells.ts';
import {
  type Cell,
  lossOf,
  openCells,
  perturb,
  secretCells,
  suppress,
} from '../disclosure/index.ts';
import { landFiles } from '../pipelines/index.ts';
import {
  decidedLevels,
  designTables,
  distinctCells,
  type PublishCatalogue,
  publishCatalogue,
  publishedCells,
} from '../release/published/index.ts';
import { buildWarehouse, type Session, withPublished } from '../warehouse/index.ts';
import { suppressAgainstFloor } from './disclosure-suppress.ts';

type Print = (line: string) => void;

/**
 * Prints what protection costs on the published tables of the sample's last quarter, coarsened as decided: by
 * `suppress` the share of cells and of reports that are hidden, for the counts of reports received; by `perturb` the shares of all measures that move by more than one point, by the size of their total.
 * @param folder a workspace with a built warehouse; without it the default sample is made
 */
export async function disclosureLoss(period: string, folder: string | undefined, print: Print) {
  const own = folder ?? mkdtempSync(path.join(tmpdir(), 'bukti loss '));
  const env = folder ? process.env : { ...process.env, BUKTI_KEYS: path.join(own, 'keys.json') };
  try {
    const workspace = openWorkspace(own, env);
    if (!folder) await makeWorld(workspace);
    const catalogue = publishCatalogue(workspace);
    await withPublished(workspace, async (session) => {
      await losses(session, catalogue, period, print);
      await stricter(session, catalogue, period, print);
    });
  } finally {
    if (!folder) rmSync(own, { recursive: true, force: true });
  }
}

async function makeWorld(workspace: Workspace): Promise<void> {
  const { files } = await makeSample(workspace, { folder: workspace.inbox, format: 'parquet' });
  await landFiles(workspace, files);
  await buildWarehouse(workspace);
}

async function losses(session: Session, catalogue: PublishCatalogue, period: string, print: Print) {
  const levels = await coarsened(session, catalogue, period, print);
  const counts: PublishCatalogue = {
    ...catalogue,
    tables: catalogue.tables.map((table) => ({ ...table, measures: ['received.count'] })),
  };
  for (const [title, tables] of [
    ['reports received', counts],
    ['with the counts behind shares', catalogue],
  ] as const) {
    const published = await publishedCells(session, tables, period, 'own', { levels });
    const { structure } = published;
    const cells = distinctCells(published);
    print(`${title}: ${structure.tables.length} tables, ${cells.length} cells`);
    if (tables === counts) {
      print('  suppress, secret reports counted with the others');
      await suppressed(structure, cells, catalogue, print);
      print('  suppress, secret reports apart');
      const pooled = [await suppressed(structure, openCells(cells), catalogue, print)];
      const secret = secretCells(structure, cells, [['region'], ['category']]);
      if (secret) {
        print('  the secret reports themselves, by province and by category');
        await suppressed(secret.structure, secret.cells, catalogue, print);
      }
      for (const quarter of quartersBefore(period, 3)) {
        print(`  ${quarter}: suppress, secret reports apart`);
        const other = await publishedCells(session, tables, quarter, 'own', { levels });
        const open = openCells(distinctCells(other));
        pooled.push(await suppressed(other.structure, open, catalogue, print));
      }
      const sum = pooled.reduce(plus, none);
      print(`  four quarters together, secret reports apart: ${shares(sum)} hidden`);
    }
    // Takes many minutes.
    if (tables !== counts && process.env.BUKTI_WHOLE) {
      print('  suppress, secret reports apart');
      for (const line of await suppressAgainstFloor(structure, openCells(cells)))
        print(`    ${line}`);
    }
    const shown = perturb(structure, cells).cells;
    for (const { from, below, shares, moved } of lossOf(structure, cells, shown).shares) {
      print(
        `  perturb, total ${from} to ${below - 1}: ${percent(moved, shares)} of ${shares} shares moved`,
      );
    }
  }
}

/** Decides how coarse the tables are and says what that costs. */
async function coarsened(
  session: Session,
  catalogue: PublishCatalogue,
  period: string,
  print: Print,
) {
  const design = await designTables(session, catalogue, period);
  const coarse = design.tables.filter(({ steps }) => steps.length > 0);
  const [before, after] = ['cells_before', 'cells_after'].map((key) =>
    design.tables.reduce((sum, { loss }) => sum + loss[key as 'cells_before'], 0),
  );
  print(
    `coarsened ${coarse.length} of ${design.tables.length} tables, ${before} non-zero cells to ${after}: ` +
      coarse.map((one) => `${one.name} (${one.steps.map((step) => step.dimension)})`).join(', '),
  );
  return decidedLevels(design);
}

/**
 * The catalogue with a stricter rule, as suppression alone would want it: coarser from 10 % of small cells on, agencies
 * too; only period by province and period by category stay as they are.
 */
async function stricter(
  session: Session,
  catalogue: PublishCatalogue,
  period: string,
  print: Print,
) {
  const strict: PublishCatalogue = {
    ...catalogue,
    coarsening: { ...catalogue.coarsening, small_cells: 0.1 },
    tables: catalogue.tables.map((table) => ({
      ...table,
      measures: ['received.count'],
      never_coarsened: ['period_province', 'period_category'].includes(table.name),
    })),
  };
  print('reports received, coarsened from 10 % of small cells on:');
  const levels = await coarsened(session, strict, period, print);
  const pooled: Tally[] = [];
  for (const quarter of [period, ...quartersBefore(period, 3)]) {
    print(`  ${quarter}: suppress, secret reports apart`);
    const published = await publishedCells(session, strict, quarter, 'own', { levels });
    const open = openCells(distinctCells(published));
    pooled.push(await suppressed(published.structure, open, strict, print));
  }
  print(`  four quarters together: ${shares(pooled.reduce(plus, none))} hidden`);
}

async function suppressed(
  structure: Structure,
  cells: readonly Cell[],
  { threshold, sensitiveThreshold }: PublishCatalogue,
  print: Print,
): Promise<Tally> {
  const started = process.cpuUsage();
  const { audit, cells: shown } = await suppress(structure, cells, {
    threshold,
    sensitiveThreshold,
  });
  const { user, system } = process.cpuUsage(started);
  const { cells: all, nonZero, hidden } = lossOf(structure, cells, shown);
  const primaries = Object.entries(audit.primaries).map(([why, n]) => `${why} ${n}`);
  const seconds = Math.round((user + system) / 1e6);
  print(
    `    ${hidden} of ${nonZero} non-zero cells hidden (${percent(hidden, nonZero)}; of all ${all} ${percent(hidden, all)}), ` +
      `${audit.secondaries} to protect others; primaries ${primaries.join(', ')}; safe ${audit.safe}; ${seconds} s of processor`,
  );
  const byKey = new Map(cells.map(({ at, n }) => [cellKey(at), n]));
  const gaps = new Set(
    shown.filter(({ status }) => status === 'hidden').map(({ at }) => cellKey(at)),
  );
  const tally = (tables: readonly TableDesign[]): Tally => {
    const sum = { ...none };
    for (const key of tables.flatMap((table) => [...finest(structure, table)])) {
      const n = byKey.get(key) ?? 0;
      if (n === 0) continue;
      sum.cells += 1;
      sum.reports += n;
      if (n < threshold) sum.small += 1;
      if (!gaps.has(key)) continue;
      sum.gaps += 1;
      sum.lost += n;
    }
    return sum;
  };
  const whole = tally(structure.tables);
  print(`    in the finest cells of all tables: ${shares(whole)} hidden`);
  for (const table of structure.tables) print(`      ${table.name}: ${shares(tally([table]))}`);
  return whole;
}

/** Finest cells that count something, those below the threshold, those hidden; reports in them. */
interface Tally {
  cells: number;
  small: number;
  gaps: number;
  reports: number;
  lost: number;
}

const none: Tally = { cells: 0, small: 0, gaps: 0, reports: 0, lost: 0 };

const plus = (a: Tally, b: Tally): Tally => ({
  cells: a.cells + b.cells,
  small: a.small + b.small,
  gaps: a.gaps + b.gaps,
  reports: a.reports + b.reports,
  lost: a.lost + b.lost,
});

const shares = ({ cells, small, gaps, reports, lost }: Tally) =>
  `${percent(gaps, cells)} of ${cells} cells (${percent(small, cells)} below the threshold), ${percent(lost, reports)} of reports`;

/** The quarters before one, latest first. */
function quartersBefore(period: string, count: number): string[] {
  const [year, quarter] = period.split('Q').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => {
    const at = 4 * year + quarter - 2 - index;
    return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
  });
}

/** Cells of a table that are no sum of others, all outcomes together. */
function* finest(structure: Structure, table: TableDesign): Generator<string> {
  const names = table.dimensions.filter((name) => name !== 'outcome');
  const sums = new Map(
    names.map((name) => {
      const relations = relationsOf(table, dimensionOf(structure, name));
      return [name, new Set(relations.map(({ parent }) => parent))] as const;
    }),
  );
  for (const at of tableCells(structure, { ...table, dimensions: names })) {
    const codes = names.map((name) => at[name] ?? dimensionOf(structure, name).total);
    if (codes.every((code, index) => !sums.get(names[index] as string)?.has(code)))
      yield cellKey(at);
  }
}

const percent = (part: number, whole: number) =>
  `${whole ? ((100 * part) / whole).toFixed(1) : '-'} %`;

const isMain = process.argv[1]?.endsWith('disclosure-loss.ts');
if (isMain) await disclosureLoss('2026Q3', process.argv[2], console.log);
