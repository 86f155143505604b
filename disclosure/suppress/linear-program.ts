import type { Highs, Model } from 'highs';
import { listAt, type Problem, signAt } from './problem.ts';

/**
 * The gaps of a problem as a linear program in distances from the true values: the true table is 0, every sum
 * of distances is 0. Rows are those of the problem, columns the variables hidden so far.
 */
export class GapProgram {
  readonly model: Model;
  /** Variable of each column. */
  readonly variables: number[] = [];
  /** Column of each variable, -1 for one that is shown. */
  readonly columnOf: Int32Array;
  /** What one unit more on the right of each row of the problem would have added to the last optimum. */
  rowPrices: Float64Array = new Float64Array();
  runs = 0;
  private readonly highs: Highs;
  private readonly problem: Problem;
  private readonly floor: Float64Array;
  private readonly reach: number;
  /** Row of the problem of each row of the program. */
  private readonly held: Int32Array;

  /**
   * @param reach no gap moves further than this from its true value: the intervals found are then no wider
   *   than the true ones, so what they certify is certain, and the program is bounded
   * @param floor what a hidden value is known to be at least, by variable
   * @param within gaps that may move; without it all
   */
  constructor(
    highs: Highs,
    problem: Problem,
    floor: Float64Array,
    reach: number,
    options: Readonly<Record<string, string | number | boolean>>,
    within?: ReadonlySet<number>,
  ) {
    this.highs = highs;
    this.problem = problem;
    this.floor = floor;
    this.reach = reach;
    this.columnOf = new Int32Array(problem.count).fill(-1);
    const some = within && [...within].sort((a, b) => a - b);
    for (const variable of some ?? problem.hidden.keys()) {
      if (!problem.hidden[variable]) continue;
      this.columnOf[variable] = this.variables.push(variable) - 1;
    }
    this.held = some ? rowsWith(problem, some) : Int32Array.from(allRows(problem));
    this.model = highs.createModel(this.data());
    this.model.options.set({ output_flag: false, ...options });
  }

  /** Distances a variable may move, down and up. */
  bounds(variable: number): [number, number] {
    const floor = (this.floor[variable] as number) - (this.problem.value[variable] as number);
    return [Math.max(-this.reach, floor), this.reach];
  }

  /** Maximises the weighted sum of the given columns. @returns the distances; undefined where none were found */
  maximise(costs: Float64Array): Float64Array | undefined {
    const indices = Int32Array.from(costs, (_, column) => column);
    this.model.changeColsCost({ kind: 'set', indices }, costs);
    return this.run().distances;
  }

  /** Maximises one distance, or minimises it for sign -1. @throws Error where that fails twice */
  push(variable: number, sign: 1 | -1): Float64Array {
    const column = this.columnOf[variable] as number;
    this.model.changeColCost(column, sign);
    let { distances, status } = this.run();
    if (!distances) {
      this.model.clearSolver();
      ({ distances, status } = this.run());
    }
    this.model.changeColCost(column, 0);
    if (!distances) throw new Error(`the linear program ended with status ${status}`);
    return distances;
  }

  dispose(): void {
    this.model.dispose();
  }

  private run(): { distances: Float64Array | undefined; status: number } {
    this.runs += 1;
    const { optimal, unknown } = this.highs.constants.modelStatus;
    const { modelStatus } = this.model.run();
    const { colValue, rowValue, rowDual } = this.model.getSolution();
    // Interior point without crossover calls its optimum unknown; that it solves the sums is all that is used.
    const feasible = rowValue.every((activity) => Math.abs(activity) < 1e-6);
    const found = (modelStatus === optimal || modelStatus === unknown) && feasible;
    this.rowPrices = this.priced(rowDual);
    return { distances: found ? colValue : undefined, status: modelStatus };
  }

  private priced(duals: Float64Array): Float64Array {
    const prices = new Float64Array(this.problem.rows.starts.length - 1);
    this.held.forEach((row, place) => {
      prices[row] = duals[place] as number;
    });
    return prices;
  }

  private data() {
    const { rows } = this.problem;
    const numRows = this.held.length;
    const starts = new Int32Array(numRows + 1);
    const indices: number[] = [];
    const values: number[] = [];
    for (let place = 0; place < numRows; place++) {
      const row = this.held[place] as number;
      listAt(rows, row).forEach((member, at) => {
        const column = this.columnOf[member] as number;
        if (column < 0) return;
        indices.push(column);
        values.push(signAt(at));
      });
      starts[place + 1] = indices.length;
    }
    const numCols = this.variables.length;
    const bounds = this.variables.map((variable) => this.bounds(variable));
    return {
      numCols,
      numRows,
      sense: this.highs.constants.objectiveSense.maximize,
      colCost: new Float64Array(numCols),
      colLower: Float64Array.from(bounds, ([lower]) => lower),
      colUpper: Float64Array.from(bounds, ([, upper]) => upper),
      rowLower: new Float64Array(numRows),
      rowUpper: new Float64Array(numRows),
      matrix: {
        format: 'csr' as const,
        numRows,
        numCols,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    };
  }
}

function* allRows({ rows }: Problem): Generator<number> {
  for (let row = 0; row + 1 < rows.starts.length; row++) yield row;
}

/** Rows in which any of the variables stands, in their order. */
function rowsWith(problem: Problem, variables: readonly number[]): Int32Array {
  const found = new Set(variables.flatMap((variable) => [...listAt(problem.rowsOf, variable)]));
  return Int32Array.from(found).sort();
}
