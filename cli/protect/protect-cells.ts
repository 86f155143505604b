import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  type Audit,
  allCells,
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
  placeName,
  releaseEntry,
  restate,
  type Structure,
  suppress,
  type TableVerdict,
  tableCells,
} from '../../disclosure/index.ts';
import { type Releases, readLedger, readReleases, stateOf } from './kept-files.ts';

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
  readonly ledger?: Ledger | Releases;
  readonly audit?: Audit;
}

const noNoise: NoiseParameters = { deviation: 0, variance: 0, hidden: 0 };

/** Protects the cells of all tables by the method asked for. */
export async function protectCells(request: CellsRequest): Promise<ProtectedTables> {
  return request.method === 'suppress' ? suppressed(request) : perturbedTables(request);
}

/** Exact or hidden. @throws BuktiError `protect.not-safe` where the audit finds a cell that nothing could protect */
async function suppressed(request: CellsRequest): Promise<ProtectedTables> {
  const { structure, cells, threshold, ledger: file, period } = request;
  // A table that is coarsened has fewer cells than were counted.
  const wanted = allCells(structure);
  const own = cells.filter((cell) => wanted.has(cellKey(cell.at)));
  const before = file === undefined ? undefined : readReleases(file);
  const earlier = (before?.releases ?? [])
    .filter((one) => one.period === period)
    .map(({ release }) => release);
  const { cells: shown, audit } = await suppress(structure, own, { threshold, earlier });
  if (!audit.safe) {
    const places = audit.failing.slice(0, 3).map(({ at }) => placeName(at));
    const params = { n: audit.failing.length + audit.betrayed, places: places.join('; ') || '-' };
    throw new BuktiError('protect.not-safe', params, exitStatus.input);
  }
  const disclosure: PublicDisclosure = {
    format: 1,
    method: 'suppress',
    parameters: { threshold },
    hidden: audit.hidden,
    audit: 'passed',
  };
  const loss = lossOf(structure, own, shown);
  const tables = byTable(structure, shown);
  const done = { tables, disclosure, loss, noise: noNoise, audit };
  if (!before || period === undefined) return done;
  const release = releaseEntry(stateOf(own), structure, own, shown);
  const same = JSON.stringify(earlier.at(-1)) === JSON.stringify(release);
  const releases = same ? before.releases : [...before.releases, { period, release }];
  return { ...done, ledger: { ...before, releases } };
}

function perturbedTables(request: CellsRequest): ProtectedTables {
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
