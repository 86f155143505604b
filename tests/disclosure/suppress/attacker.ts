import type { Highs } from 'highs';
import type { Cell, Coordinates, ProtectedCell } from '../../../disclosure/cells/cell.ts';
import { cellKey } from '../../../disclosure/cells/coordinates.ts';
import type { Structure } from '../../../disclosure/cells/structure.ts';
import { allCells, tableSums } from '../../../disclosure/cells/table-cells.ts';
import type { Atom } from './tables.ts';

/** A linear program of an attacker: columns from `least` up, equations, and one column to bound. */
interface Equations {
  readonly columns: number;
  readonly least: readonly number[];
  readonly rows: readonly { readonly terms: readonly [number, number][]; readonly sum: number }[];
}

/** The largest and the smallest value of one column, over real or over whole numbers. */
function range(
  highs: Highs,
  equations: Equations,
  column: number,
  whole: boolean,
): [number, number] {
  const { rows, columns, least } = equations;
  const ends = [1, -1].map((sign) => {
    const sense = highs.constants.objectiveSense.maximize;
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) as number) + terms.length);
    const model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      sense,
      colCost: Array.from({ length: columns }, (_, index) => (index === column ? sign : 0)),
      colLower: least,
      colUpper: Array.from({ length: columns }, () => 1e5),
      rowLower: rows.map(({ sum }) => sum),
      rowUpper: rows.map(({ sum }) => sum),
      integrality: whole ? Array.from({ length: columns }, () => 1 as const) : undefined,
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: rows.flatMap(({ terms }) => terms.map(([index]) => index)),
        values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
      },
    });
    try {
      model.options.set({ output_flag: false });
      if (model.run().modelStatus !== highs.constants.modelStatus.optimal)
        throw new Error('no end');
      return sign * model.getObjectiveValue();
    } finally {
      model.dispose();
    }
  });
  return [ends[1] as number, ends[0] as number];
}

/**
 * What an outsider can say of each hidden cell: cells as variables, every sum of every table, no use of the
 * code under test. `knownGap` is what he takes a gap to be at least.
 */
export function outsider(
  highs: Highs,
  structure: Structure,
  published: readonly ProtectedCell[],
  knownGap = 0,
): (at: Coordinates) => [number, number] {
  const cells = new Map(published.map((cell) => [cellKey(cell.at), cell]));
  const hidden = [...cells].filter(([, { status }]) => status === 'hidden').map(([key]) => key);
  const column = new Map(hidden.map((key, index) => [key, index]));
  const rows = structure.tables
    .flatMap((table) => [...tableSums(structure, table)])
    .map(({ parent, children }) => {
      const terms: [number, number][] = [];
      let sum = 0;
      for (const [key, sign] of [[parent, -1], ...children.map((child) => [child, 1])] as const) {
        const at = column.get(key as string);
        if (at === undefined) sum -= (sign as number) * (cells.get(key as string)?.value ?? 0);
        else terms.push([at, sign as number]);
      }
      return { terms, sum };
    })
    .filter(({ terms }) => terms.length > 0);
  const equations = { columns: hidden.length, least: hidden.map(() => knownGap), rows };
  return (at) => {
    const key = cellKey(at);
    const own = column.get(key);
    if (own === undefined) {
      const value = cells.get(key)?.value ?? 0;
      return [value, value];
    }
    const [low, high] = range(highs, equations, own, false);
    return [round(low), round(high)];
  };
}

const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

/** Whether every value shown is the count, and every cell of every table stands there once. */
export function isExact(
  structure: Structure,
  counted: readonly Cell[],
  published: readonly ProtectedCell[],
): boolean {
  const counts = new Map(counted.map(({ at, n }) => [cellKey(at), n]));
  const keys = new Set(published.map(({ at }) => cellKey(at)));
  return (
    keys.size === published.length &&
    keys.size === allCells(structure).size &&
    published.every(({ at, value, status }) =>
      status === 'shown' ? value === counts.get(cellKey(at)) : value === null,
    )
  );
}

/**
 * Every whole-number table with the published values, found by trying all: for each cell what it may be.
 * Atoms are filled one by one; a branch ends where a shown sum is passed or cannot be reached any more.
 */
export function everyTable(
  atoms: readonly Atom[],
  published: readonly { readonly members: readonly number[]; readonly value: number | null }[],
  most: number,
): { readonly possible: Set<number>[]; readonly tables: number } {
  const possible = published.map(() => new Set<number>());
  const sums = published.map(() => 0);
  const left = published.map(({ members }) => members.length);
  const holders = atoms.map((_, atom) =>
    published.flatMap(({ members }, index) => (members.includes(atom) ? [index] : [])),
  );
  let tables = 0;
  const fill = (atom: number): void => {
    if (atom === atoms.length) {
      tables += 1;
      sums.forEach((sum, index) => {
        possible[index]?.add(sum);
      });
      return;
    }
    const own = holders[atom] as number[];
    for (let n = 0; n <= most; n++) {
      let fits = true;
      for (const index of own) {
        sums[index] = (sums[index] as number) + n;
        left[index] = (left[index] as number) - 1;
        const value = published[index]?.value;
        if (value === null || value === undefined) continue;
        const rest = value - (sums[index] as number);
        if (rest < 0 || rest > (left[index] as number) * most) fits = false;
      }
      if (fits) fill(atom + 1);
      for (const index of own) {
        sums[index] = (sums[index] as number) - n;
        left[index] = (left[index] as number) + 1;
      }
    }
  };
  fill(0);
  return { possible, tables };
}
