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

  /**
   * @param reach no gap moves further than this from its true value: the intervals found are then no wider
   *   than the true ones, so what they certify is certain, and the program is bounded
   * @param floor what a hidden value is known to be at least, by variable
   */
  constructor(
    highs: Highs,
    problem: Problem,
    floor: Float64Array,
    reach: number,
    options: Readonly<Record<string, string | number | boolean>>,
  ) {
    this.highs = highs;
    this.problem = problem;
    this.floor = floor;
    this.reach = reach;
    this.columnOf = new Int32Array(problem.count).fill(-1);
    for (let variable = 0; variable < problem.count; variable++) {
      if (!problem.hidden[variable]) continue;
      this.columnOf[variable] = this.variables.push(variable) - 1;
    }
    this.model = highs.createModel(this.data());
    this.model.options.set({ output_flag: false, ...options });
  }

  /** Distances a variable may move, down and up. */
  bounds(variable: number): [number, number] {
    const floor = (this.floor[variable] as number) - (this.problem.value[variable] as number);
    return [Math.max(-this.reach, floor), this.reach];
  }

  /** Adds a column for every variable hidden since; the basis stays. */
  update(): void {
    for (let variable = 0; variable < this.problem.count; variable++) {
      if (!this.problem.hidden[variable] || (this.columnOf[variable] as number) >= 0) continue;
      const rows = listAt(this.problem.rowsOf, variable);
      const values = Float64Array.from(rows, (row) => this.sign(row, variable));
      const [lower, upper] = this.bounds(variable);
      this.model.addCol(0, lower, upper, { indices: rows, values });
      this.columnOf[variable] = this.variables.push(variable) - 1;
    }
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
    this.rowPrices = rowDual;
    return { distances: found ? colValue : undefined, status: modelStatus };
  }

  private sign(row: number, variable: number): number {
    return signAt(listAt(this.problem.rows, row).indexOf(variable));
  }

  private data() {
    const { rows } = this.problem;
    const numRows = rows.starts.length - 1;
    const starts = new Int32Array(numRows + 1);
    const indices: number[] = [];
    const values: number[] = [];
    for (let row = 0; row < numRows; row++) {
      listAt(rows, row).forEach((member, place) => {
        const column = this.columnOf[member] as number;
        if (column < 0) return;
        indices.push(column);
        values.push(signAt(place));
      });
      starts[row + 1] = indices.length;
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
