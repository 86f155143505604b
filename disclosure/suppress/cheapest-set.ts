import type { Highs } from 'highs';
import { farthest } from './near-program.ts';
import { listAt, type Problem, signAt } from './problem.ts';

/** Cells that a program holds; a larger one only where the one before does not do. */
const sizes = [1000, 4000, 15_000];
/** What a zero costs more than anything else: as a last resort only, since a gap that may be nothing protects little. */
const zeroCost = 100;

/** Another table that adds up. */
export interface OtherTable {
  /** Cells to hide, so that no one can tell it from the true one. */
  readonly shown: readonly number[];
  /** Every cell that differs, and by how much. */
  readonly variables: readonly number[];
  readonly distances: Float64Array;
}

/**
 * The cells whose hiding lets a gap move by so much, all at once: the cheapest other table that adds up and in which
 * the gap stands that far from its count (Castro, A shortest-paths heuristic for statistical data protection, INFORMS
 * Journal on Computing 19, 2007, there as paths, here as a linear program since tables are linked). Gaps move for
 * nothing, shown cells at their cost by unit, zeros where there is no other way.
 * @param everywhere whether to look among all cells at last, which takes seconds in a large problem
 * @param still a variable that does not move: someone knows it
 * @returns undefined where there is no such table among the cells nearby
 */
export function cheapestSet(
  highs: Highs,
  problem: Problem,
  floor: Float64Array,
  variable: number,
  distance: number,
  everywhere = true,
  still = -1,
): OtherTable | undefined {
  const room = (problem.value[variable] as number) - (floor[variable] as number);
  if (distance < -room - 1e-9) return undefined;
  for (const zeros of [false, true]) {
    for (const size of zeros && everywhere ? [...sizes, Infinity] : sizes) {
      const near = nearby(problem, variable, size, still, zeros);
      const found = solved(highs, problem, floor, near, variable, distance);
      if (found) return found;
      if (near.length < size) break;
    }
  }
  return undefined;
}

/** Variables that may move, nearest to the gap first, gaps of a sum before its shown cells. */
function nearby(
  problem: Problem,
  variable: number,
  size: number,
  still: number,
  zeros: boolean,
): number[] {
  const seen = new Set([variable]);
  const queue = [variable];
  for (let next = 0; next < queue.length && queue.length < size; next++) {
    for (const row of listAt(problem.rowsOf, queue[next] as number)) {
      const members = listAt(problem.rows, row).filter(
        (each) =>
          !seen.has(each) &&
          each !== still &&
          (problem.hidden[each] || (problem.fixed[each] as number) <= (zeros ? 1 : 0)),
      );
      for (const member of members) {
        seen.add(member);
        queue.push(member);
      }
    }
  }
  return queue;
}

function solved(
  highs: Highs,
  problem: Problem,
  floor: Float64Array,
  near: readonly number[],
  variable: number,
  distance: number,
): OtherTable | undefined {
  const rows = [...new Set(near.flatMap((each) => [...listAt(problem.rowsOf, each)]))];
  const place = new Map(rows.map((row, index) => [row, index]));
  const columns: { variable: number; sign: 1 | -1; low: number; high: number; cost: number }[] = [];
  for (const each of near) {
    const room = Math.min(farthest, (problem.value[each] as number) - (floor[each] as number));
    if (each === variable) {
      columns.push({ variable: each, sign: 1, low: distance, high: distance, cost: 0 });
    } else if (problem.hidden[each]) {
      columns.push({ variable: each, sign: 1, low: -room, high: farthest, cost: 0 });
    } else {
      const cost = (problem.cost[each] as number) + (problem.fixed[each] ? zeroCost : 0);
      columns.push({ variable: each, sign: 1, low: 0, high: farthest, cost });
      if (room > 0) columns.push({ variable: each, sign: -1, low: 0, high: room, cost });
    }
  }
  const starts = new Int32Array(columns.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  columns.forEach((column, index) => {
    for (const row of listAt(problem.rowsOf, column.variable)) {
      indices.push(place.get(row) as number);
      const members = listAt(problem.rows, row);
      values.push(column.sign * signAt(members.indexOf(column.variable)));
    }
    starts[index + 1] = indices.length;
  });
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: 'csc' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  try {
    model.options.set({ output_flag: false, solver: 'simplex' });
    const { modelStatus } = model.run();
    if (modelStatus !== highs.constants.modelStatus.optimal) return undefined;
    const { colValue } = model.getSolution();
    const moved = new Map<number, number>();
    columns.forEach((column, index) => {
      const by = column.sign * (colValue[index] as number);
      if (Math.abs(by) > 1e-6) moved.set(column.variable, (moved.get(column.variable) ?? 0) + by);
    });
    const variables = [...moved.keys()];
    return {
      shown: variables.filter((each) => !problem.hidden[each]).sort((a, b) => a - b),
      variables,
      distances: Float64Array.from(moved.values()),
    };
  } finally {
    model.dispose();
  }
}
