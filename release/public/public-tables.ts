import { createHash } from 'node:crypto';
import {
  type Cell,
  cellKey,
  defaultNoise,
  depths,
  type Ledger,
  type Loss,
  lossOf,
  type ProtectedCell,
  type PublicDisclosure,
  type PublicMeasure,
  type Redrawn,
  restate,
  type Structure,
  type TableVerdict,
} from '../../disclosure/index.ts';
import { distinctCells, type PublishCatalogue, type PublishedCells } from '../published/index.ts';
import { heldPercentiles, withPercentiles } from './held-percentiles.ts';
import { tableMeasures } from './table-measures.ts';

export interface PublicTables {
  readonly structure: Structure;
  readonly measures: ReadonlyMap<string, readonly PublicMeasure[]>;
  readonly disclosure: PublicDisclosure;
  readonly verdicts: readonly TableVerdict[];
  /** With what is published now. */
  readonly ledger: Ledger;
  readonly loss: Loss;
}

/**
 * The protected tables of a period, by the cell-key method.
 * @param cells exact, at the levels that were decided
 * @param ledger what was published of the period before
 * @param redrawn by cell how often its noise is drawn again (gate.ts)
 */
export function protectTables(
  cells: PublishedCells,
  catalogue: Pick<PublishCatalogue, 'threshold'>,
  ledger: Ledger,
  redrawn: Redrawn,
): PublicTables {
  const { structure } = cells;
  const { threshold } = catalogue;
  const all = distinctCells(cells);
  const period = cells.period.id;
  const state = stateOf(all);
  const done = restate(structure, { period, state, cells: all, ledger, redrawn, threshold });
  const noise = ledger.parameters;
  const leastCases = leastCasesOf(structure);
  const measures = new Map<string, readonly PublicMeasure[]>();
  const hold = heldPercentiles(period, ledger, done.ledger, cells.mature);
  for (const table of cells.tables) {
    const shown = done.tables.get(table.name);
    if (!shown) continue;
    measures.set(table.name, hold(tableMeasures(cells, table, shown, { noise, leastCases })));
  }
  const tables = structure.tables.filter(({ name }) => measures.has(name));
  const shown = new Map([...done.tables.values()].flat().map((one) => [cellKey(one.at), one]));
  const loss = lossOf({ ...structure, tables }, all, shown.values());
  return {
    structure: { ...structure, tables },
    measures,
    disclosure: { format: 1, method: 'perturb', parameters: { ...noise, threshold } },
    verdicts: done.verdicts,
    ledger: withPercentiles(done.ledger, period, measures),
    loss,
  };
}

export const publicNoise = defaultNoise;

/** A rate needs 20 published cases below province, 10 elsewhere. */
function leastCasesOf({ dimensions }: Structure): (at: ProtectedCell['at']) => number {
  const region = dimensions.find(({ name }) => name === 'region');
  const depth = region && depths(region.total, region.relations);
  return ({ region: code }) => ((depth?.get(code ?? '') ?? 0) > 1 ? 20 : 10);
}

/** Names the records that were counted: the same cells, the same name. */
function stateOf(cells: readonly Cell[]): string {
  const lines = cells.map(({ at, n, keySum }) => `${cellKey(at)} ${n} ${keySum}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
