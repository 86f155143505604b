import { type Component, isFixed, type System } from './system.ts';

/**
 * Ways to change a solution without leaving the equations: one report more or fewer in a cell that has no parts, and in
 * every sum it belongs to. From any solution they show at once how far many cells can move.
 */
export class Moves {
  readonly #moves: Int32Array[];
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;

  constructor(system: System, { variables, rows }: Component) {
    const place = new Map(variables.map((variable, index) => [variable, index]));
    const parentRows: number[][] = variables.map(() => []);
    const childRows: number[][] = variables.map(() => []);
    const ofRow = new Map<number, { parent: number; children: number[] }>();
    for (const row of rows) {
      const { members } = system.rows[row] as System['rows'][number];
      const [parent = -1, ...children] = members.map((member) => place.get(member) ?? -1);
      ofRow.set(row, { parent, children });
      parentRows[parent]?.push(row);
      for (const child of children) childRows[child]?.push(row);
    }
    this.#lower = Float64Array.from(variables, (variable) => system.lower[variable] as number);
    this.#upper = Float64Array.from(variables, (variable) => system.upper[variable] as number);
    this.#moves = variables.flatMap((variable, index) => {
      if (isFixed(system, variable) || (parentRows[index]?.length ?? 0) > 0) return [];
      const move = upward(index, childRows, ofRow);
      return move && isBalanced(move, childRows, parentRows, ofRow) ? [Int32Array.from(move)] : [];
    });
  }

  /** Widens what is known of each cell by every move from a solution. */
  widen(solution: Float64Array, low: Float64Array, high: Float64Array): void {
    for (const move of this.#moves) {
      let up = Infinity;
      let down = Infinity;
      for (const index of move) {
        const value = solution[index] as number;
        up = Math.min(up, (this.#upper[index] as number) - value);
        down = Math.min(down, value - (this.#lower[index] as number));
      }
      if (up <= 0 && down <= 0) continue;
      for (const index of move) {
        const value = solution[index] as number;
        if (up > 0) high[index] = Math.max(high[index] as number, value + up);
        if (down > 0) low[index] = Math.min(low[index] as number, value - down);
      }
    }
  }
}

type Rows = ReadonlyMap<number, { parent: number; children: number[] }>;

/** The cell and every sum above it; undefined where one of them is fixed. */
function upward(start: number, childRows: readonly number[][], ofRow: Rows): number[] | undefined {
  const found = new Set([start]);
  for (const index of found) {
    for (const row of childRows[index] ?? []) {
      const { parent } = ofRow.get(row) as { parent: number };
      if (parent < 0 || found.size > 500) return undefined;
      found.add(parent);
    }
  }
  return [...found];
}

/** Every equation that the move touches must move by its sum and by one part. */
function isBalanced(
  move: readonly number[],
  childRows: readonly number[][],
  parentRows: readonly number[][],
  ofRow: Rows,
): boolean {
  const moved = new Set(move);
  return move.every((index) =>
    [...(childRows[index] ?? []), ...(parentRows[index] ?? [])].every((row) => {
      const { parent, children } = ofRow.get(row) as { parent: number; children: number[] };
      return moved.has(parent) && children.filter((child) => moved.has(child)).length === 1;
    }),
  );
}
