import { BuktiError, exitStatus } from '../../base/index.ts';
import type { Cell, Coordinates, ProtectedCell } from '../cells/cell.ts';
import { CellIndex } from '../cells/cell-index.ts';
import { cellKey } from '../cells/coordinates.ts';
import type { Structure, TableDesign } from '../cells/structure.ts';
import { tableCells } from '../cells/table-cells.ts';
import type { Ledger, PublishedCell, PublishedTable } from './ledger.ts';
import { defaultThreshold } from './parameters.ts';
import { perturb } from './perturb.ts';
import type { Redrawn } from './redraw.ts';

/** Records that came into a cell or left it since the state that the ledger names. */
export interface LateRecords {
  readonly at: Coordinates;
  readonly added: number;
  readonly removed: number;
}

export interface RestateInput {
  readonly period: string;
  /** Names the records counted now, as `PublishedTable.state` does. */
  readonly state: string;
  readonly cells: Iterable<Cell>;
  readonly ledger: Ledger;
  /**
   * The symmetric difference per cell since the table's last published state. A cell that is not named
   * is taken to differ by the difference of its counts alone, which is never more than the truth, so
   * a table is then rather held than restated.
   */
  readonly late?: Iterable<LateRecords>;
  /** Cells whose noise is drawn again, where their records are not published as they are already. */
  readonly redrawn?: Redrawn;
  /** T. Default 5. */
  readonly threshold?: number;
}

/**
 * `new`: never published for this period; `same`: no record changed; `restated`: all values anew;
 * `held`: the values of before; `withheld`: a new table that would show a change which its published
 * neighbours still hold back.
 */
export type Verdict = 'new' | 'same' | 'restated' | 'held' | 'withheld';

export interface TableVerdict {
  readonly table: string;
  readonly verdict: Verdict;
  /** Cells with other records than published. For the operator only. */
  readonly changed: number;
  /** Of those, cells that changed by fewer than T: they hold the table back. */
  readonly tooFew: number;
}

export interface Restated {
  /** By table. Nothing says of a value that it was held. */
  readonly tables: ReadonlyMap<string, readonly ProtectedCell[]>;
  readonly verdicts: readonly TableVerdict[];
  /** The ledger with what is published now. */
  readonly ledger: Ledger;
}

/**
 * Values of a period of which late records may have come. Two published states of a cell, between which
 * one or two records came, would give those away by their difference; so a table keeps its values until every
 * changed cell differs by at least T records, those that came and those that left counted together.
 * Tables that share a changed cell are restated together or not at all: else one cell would have two
 * values, and the older would be seen to be held.
 *
 * @throws BuktiError `disclosure.ledger-noise` where the ledger was made with other noise than asked for;
 *   what `perturb` throws
 */
export function restate(structure: Structure, input: RestateInput): Restated {
  const { period, state, ledger, redrawn = new Map(), threshold = defaultThreshold } = input;
  const cells = [...input.cells];
  const index = new CellIndex(cells);
  const fresh = valuesOf(perturb(structure, cells, ledger.parameters, redrawn).cells);
  const late = new Map([...(input.late ?? [])].map((one) => [cellKey(one.at), one]));
  const before = new Map(
    ledger.tables.filter((table) => table.period === period).map((table) => [table.table, table]),
  );
  // What stands in public for a cell, whatever table it stands in.
  const published = new Map<string, PublishedCell>();
  for (const { cells: old } of before.values()) {
    for (const cell of old) published.set(cellKey(cell.at), cell);
  }
  const looked = structure.tables.map((table) => look(structure, table));
  const free = linkedFree(looked);
  const tables = new Map<string, ProtectedCell[]>();
  const verdicts: TableVerdict[] = [];
  const next = ledger.tables.filter(
    ({ period: of, table }) =>
      of !== period || !structure.tables.some(({ name }) => name === table),
  );
  for (const [place, { table, keys, changed, tooFew }] of looked.entries()) {
    const old = before.get(table.name);
    const verdict = verdictOf(old, changed.size, free[place] as boolean);
    verdicts.push({ table: table.name, verdict, changed: changed.size, tooFew });
    if (verdict === 'withheld') continue;
    const holds = verdict === 'held' || verdict === 'same';
    const entry = holds && old ? old : entryOf(table.name, keys);
    next.push(entry);
    tables.set(table.name, entry.cells.map(shownAs));
  }
  return { tables, verdicts, ledger: { ...ledger, tables: next } };

  function look(of: Structure, table: TableDesign) {
    const keys = [...tableCells(of, table)].map((at) => [cellKey(at), at] as const);
    const changed = new Set<string>();
    let tooFew = 0;
    for (const [key, at] of keys) {
      const old = published.get(key);
      const now = index.at(at);
      const tally = late.get(key);
      const moved = (tally?.added ?? 0) + (tally?.removed ?? 0);
      if (!old || (moved === 0 && old.n === now.n && old.keySum === now.keySum)) continue;
      changed.add(key);
      if (Math.max(moved, Math.abs(now.n - old.n)) < threshold) tooFew += 1;
    }
    return { table, keys, changed, tooFew };
  }

  function entryOf(table: string, keys: readonly (readonly [string, Coordinates])[]) {
    const own = keys.map(([key, at]): PublishedCell => {
      const { n, keySum } = index.at(at);
      const old = published.get(key);
      const isSame = old && old.n === n && old.keySum === keySum;
      return { at, n, keySum, value: (isSame ? old.value : fresh.get(key)) ?? null };
    });
    return { table, period, state, cells: own } satisfies PublishedTable;
  }
}

function verdictOf(old: PublishedTable | undefined, changed: number, free: boolean): Verdict {
  if (!old) return free ? 'new' : 'withheld';
  if (changed === 0) return 'same';
  return free ? 'restated' : 'held';
}

/** For each table whether it and all tables it is linked with through changed cells may change. */
function linkedFree(tables: readonly { changed: Set<string>; tooFew: number }[]): boolean[] {
  const group = tables.map((_, index) => index);
  const rootOf = (index: number): number => {
    const up = group[index] as number;
    return up === index ? index : rootOf(up);
  };
  const first = new Map<string, number>();
  for (const [index, { changed }] of tables.entries()) {
    for (const key of changed) {
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else group[rootOf(index)] = rootOf(other);
    }
  }
  const held = new Set(tables.flatMap(({ tooFew }, index) => (tooFew > 0 ? [rootOf(index)] : [])));
  return tables.map((_, index) => !held.has(rootOf(index)));
}

function valuesOf(cells: readonly ProtectedCell[]): Map<string, number | null> {
  return new Map(cells.map(({ at, value }) => [cellKey(at), value]));
}

function shownAs({ at, value }: PublishedCell): ProtectedCell {
  return { at, value, status: value === null ? 'cannot-exist' : 'shown' };
}

/** @throws BuktiError `disclosure.ledger-noise` */
export function checkLedger(ledger: Ledger, asked: Ledger['parameters']): void {
  const { deviation, variance, hidden } = ledger.parameters;
  const same =
    deviation === asked.deviation && variance === asked.variance && hidden === asked.hidden;
  if (same) return;
  const params = { noise: `${deviation},${variance},${hidden}` };
  throw new BuktiError('disclosure.ledger-noise', params, exitStatus.usage);
}
