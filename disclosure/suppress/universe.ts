import type { Cell, Coordinates } from '../cells/cell.ts';
import { cellKey } from '../cells/coordinates.ts';
import { linkSums } from '../cells/links.ts';
import type { Dimension, Structure, TableDesign } from '../cells/structure.ts';
import { dimensionOf } from '../cells/table-cells.ts';
import { type CodeAtoms, codeAtoms, type TableCodes, tableCodes } from './code-atoms.ts';

/** Every set of records of all tables once, with its count, and every sum between them. */
export interface Universe {
  readonly keys: string[];
  readonly at: Coordinates[];
  readonly counts: number[];
  /** Shown in some table unless hidden; false for what is left of one area beside another within it. */
  readonly published: boolean[];
  /** Parent first, then its children. */
  readonly rows: number[][];
  readonly grids: readonly Grid[];
  readonly cells: ReadonlyMap<string, Cell>;
  /** Number of the variable of a cell of any table. */
  variableOf(at: Coordinates): number;
}

/** One table as a block of variables, the last dimension running fastest. */
export interface Grid {
  readonly axes: readonly Axis[];
  readonly variables: Int32Array;
}

export interface Axis extends TableCodes {
  readonly dimension: Dimension;
  readonly atoms: CodeAtoms;
  /** How far apart neighbours along this axis stand in the block. */
  readonly stride: number;
}

/** @param counted cells that add up; a cell that was not given counts nothing */
export function universeOf(structure: Structure, counted: Iterable<Cell>): Universe {
  const atoms = new Map(structure.dimensions.map((each) => [each.name, codeAtoms(each)]));
  const canonical = (at: Coordinates): Coordinates => {
    const result: Record<string, string> = {};
    for (const name of Object.keys(at)) {
      const code = atoms.get(name)?.canonical(at[name] as string) ?? (at[name] as string);
      if (code !== dimensionOf(structure, name).total) result[name] = code;
    }
    return result;
  };
  const cells = new Map<string, Cell>();
  for (const cell of counted) {
    const key = cellKey(canonical(cell.at));
    const other = cells.get(key);
    cells.set(key, other ? strictest(cell, other) : cell);
  }
  const numbers = new Map<string, number>();
  const universe = { keys: [], at: [], counts: [], published: [] } as {
    keys: string[];
    at: Coordinates[];
    counts: number[];
    published: boolean[];
  };
  const variable = (at: Coordinates, published: boolean): number => {
    const number = numbered(cellKey(at), at);
    if (published) {
      universe.published[number] = true;
      if (Number.isNaN(universe.counts[number])) universe.counts[number] = 0;
    }
    return number;
  };
  const numbered = (key: string, at: Coordinates): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = universe.keys.push(key) - 1;
      numbers.set(key, number);
      universe.at.push(at);
      universe.counts.push(cells.get(key)?.n ?? Number.NaN);
      universe.published.push(false);
    }
    return number;
  };
  const grids = structure.tables.map((table) => gridOf(structure, table, atoms, variable));
  const rows = rowsOf(grids);
  // Sums across dimensions. Parts that no table shows are one unknown together, like what is left of an area.
  for (const { parent, children } of linkSums(structure)) {
    const keys = children.map((at) => cellKey(canonical(at)));
    const unseen = keys.filter(
      (key) => !numbers.has(key) || !universe.published[numbers.get(key) as number],
    );
    const row = [parent, ...children.filter((_, index) => !unseen.includes(keys[index] as string))];
    const members = row.map((at) => variable(canonical(at), false));
    if (unseen.length > 0) members.push(numbered(unseen.join('+'), parent));
    rows.push(members);
  }
  fillRests(universe.counts, rows);
  return {
    ...universe,
    rows,
    grids,
    cells,
    variableOf: (at) => numbers.get(cellKey(canonical(at))) ?? -1,
  };
}

/** Two cells with the same records: what is known of either, where they do not agree the stricter. */
function strictest(a: Cell, b: Cell): Cell {
  const least = (x?: number, y?: number) =>
    x === undefined ? y : y === undefined ? x : Math.min(x, y);
  const most = (x?: number, y?: number) =>
    x === undefined ? y : y === undefined ? x : Math.max(x, y);
  return {
    ...a,
    complainants: least(a.complainants, b.complainants),
    largest: most(a.largest, b.largest),
    secret: most(a.secret, b.secret),
    structuralZero: a.structuralZero || b.structuralZero,
  };
}

function gridOf(
  structure: Structure,
  table: TableDesign,
  atoms: ReadonlyMap<string, CodeAtoms>,
  variable: (at: Coordinates, published: boolean) => number,
): Grid {
  const axes: Axis[] = [];
  let stride = 1;
  for (const name of [...table.dimensions].reverse()) {
    const dimension = dimensionOf(structure, name);
    const own = atoms.get(name) as CodeAtoms;
    const codes = tableCodes(dimension, table, own);
    axes.unshift({ ...codes, dimension, atoms: own, stride });
    stride *= codes.codes.length;
  }
  const variables = new Int32Array(stride);
  for (let place = 0; place < stride; place++) {
    const at: Record<string, string> = {};
    let published = true;
    for (const axis of axes) {
      const code = codeAt(axis, place);
      if (code !== axis.dimension.total) at[axis.dimension.name] = code;
      if (axis.rests.has(code)) published = false;
    }
    variables[place] = variable(at, published);
  }
  return { axes, variables };
}

/** The code of one axis at a place of the block. */
function codeAt(axis: Axis, place: number): string {
  return axis.codes[Math.floor(place / axis.stride) % axis.codes.length] as string;
}

/** Places of the block where one axis stands at its first code: one for each combination of the others. */
export function* linesAlong(grid: Grid, axis: Axis): Generator<number> {
  const span = axis.stride * axis.codes.length;
  for (let block = 0; block < grid.variables.length; block += span) {
    for (let offset = 0; offset < axis.stride; offset++) yield block + offset;
  }
}

/** Every relation of every axis along every line, each set of variables once. */
function rowsOf(grids: readonly Grid[]): number[][] {
  const rows = new Map<string, number[]>();
  for (const grid of grids) {
    for (const axis of grid.axes) {
      const relations = axis.relations.map(({ parent, children }) =>
        [parent, ...children].map((code) => axis.codes.indexOf(code) * axis.stride),
      );
      for (const start of linesAlong(grid, axis)) {
        for (const offsets of relations) {
          const row = offsets.map((offset) => grid.variables[start + offset] as number);
          rows.set(row.join(), row);
        }
      }
    }
  }
  return [...rows.values()];
}

/** Counts of what is not shown, from the sums in which nothing else is unknown. */
function fillRests(counts: number[], rows: readonly number[][]): void {
  let open = rows.filter((row) => row.some((each) => Number.isNaN(counts[each])));
  for (let before = open.length + 1; open.length > 0 && open.length < before; ) {
    before = open.length;
    open = open.filter((row) => {
      const unknown = row.filter((each) => Number.isNaN(counts[each]));
      if (unknown.length > 1) return true;
      const [parent, ...children] = row as [number, ...number[]];
      const own = unknown[0];
      if (own === undefined) return false;
      const others = children.reduce(
        (sum, child) => (child === own ? sum : sum + (counts[child] as number)),
        0,
      );
      counts[own] = own === parent ? others : (counts[parent] as number) - others;
      return false;
    });
  }
}
