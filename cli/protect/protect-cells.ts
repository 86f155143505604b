import {
  type Cell,
  cellKey,
  checkLedger,
  emptyLedger,
  type Ledger,
  type Loss,
  lossOf,
  type NoiseParameters,
  type ProtectedCell,
  type PublicDisclosure,
  perturb,
  restate,
  type Structure,
  type TableVerdict,
  tableCells,
} from '../../disclosure/index.ts';
import { readLedger, stateOf } from './kept-files.ts';

export interface CellsRequest {
  readonly method: 'perturb' | 'suppress';
  readonly structure: Structure;
  readonly cells: readonly Cell[];
  readonly noise: NoiseParameters;
  readonly threshold: number;
  readonly ledger?: string | undefined;
  readonly period?: string | undefined;
}

export interface ProtectedTables {
  readonly tables: ReadonlyMap<string, readonly ProtectedCell[]>;
  readonly disclosure: PublicDisclosure;
  readonly loss: Loss;
  /** Noise of the published counts; none under `suppress`. */
  readonly noise: NoiseParameters;
  readonly verdicts?: readonly TableVerdict[];
  readonly ledger?: Ledger;
}

/** Protects the cells of all tables by the method asked for. */
export async function protectCells(request: CellsRequest): Promise<ProtectedTables> {
  const { structure, cells, noise, threshold, ledger: file, period } = request;
  const disclosure: PublicDisclosure = {
    format: 1,
    method: 'perturb',
    parameters: { ...noise, threshold },
  };
  const ledger = file === undefined ? emptyLedger(noise) : readLedger(file, noise);
  checkLedger(ledger, noise);
  if (period === undefined) {
    const shown = perturb(structure, cells, noise).cells;
    const loss = lossOf(structure, cells, shown);
    return { tables: byTable(structure, shown), disclosure, loss, noise };
  }
  const state = stateOf(cells);
  const done = restate(structure, { period, state, cells, ledger, threshold });
  const shown = new Map(
    [...done.tables.values()].flat().map((cell) => [cellKey(cell.at), cell] as const),
  );
  const loss = lossOf(structure, cells, shown.values());
  const { tables, verdicts } = done;
  return { tables, disclosure, loss, noise, verdicts, ledger: done.ledger };
}

function byTable(structure: Structure, cells: readonly ProtectedCell[]) {
  const byKey = new Map(cells.map((cell) => [cellKey(cell.at), cell]));
  return new Map(
    structure.tables.map((table) => [
      table.name,
      [...tableCells(structure, table)].flatMap((at) => byKey.get(cellKey(at)) ?? []),
    ]),
  );
}
