import highsModule, { type Highs } from 'highs';
import { type Component, isFixed, type System } from './system.ts';

/** The package is called one thing by its types and another by Node. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once. */
export function solver(): Promise<Highs> {
  const ready = loaded ?? loadHighs();
  loaded = ready;
  return ready;
}

export type Sense = 'least' | 'most';

/** The equations of one component as a linear program whose objective is exchanged. */
export class Program {
  readonly #highs: Highs;
  readonly #model: ReturnType<Highs['createModel']>;

  constructor(
    highs: Highs,
    system: System,
    component: Component,
    how: 'vertex' | 'interior' | 'whole',
  ) {
    const { variables, rows } = component;
    const place = new Map(variables.map((variable, index) => [variable, index]));
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const right: number[] = [];
    for (const row of rows) {
      const { members, signs } = system.rows[row] as System['rows'][number];
      let known = 0;
      for (const [index, member] of members.entries()) {
        const sign = signs[index] as number;
        if (isFixed(system, member)) known += sign * (system.lower[member] as number);
        else {
          indices.push(place.get(member) as number);
          values.push(sign);
        }
      }
      starts.push(indices.length);
      right.push(-known);
    }
    this.#highs = highs;
    const integer = highs.constants.variableType.integer;
    this.#model = highs.createModel({
      numCols: variables.length,
      numRows: rows.length,
      colCost: new Float64Array(variables.length),
      colLower: Float64Array.from(variables, (variable) => system.lower[variable] as number),
      colUpper: Float64Array.from(variables, (variable) => system.upper[variable] as number),
      rowLower: Float64Array.from(right),
      rowUpper: Float64Array.from(right),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: variables.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      ...(how === 'whole' ? { integrality: variables.map(() => integer) } : {}),
    });
    this.#model.options.set({ output_flag: false });
    if (how === 'interior') this.#model.options.set({ solver: 'ipm', run_crossover: 'off' });
    if (how === 'vertex') {
      this.#model.options.set({ solver: 'simplex', simplex_strategy: 4, presolve: 'off' });
    }
    if (how === 'whole')
      this.#model.options.set({ time_limit: 20, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  }

  /** The solution that is best by the costs; undefined where there is none, or none within reason. */
  solve(costs: Float64Array, sense: Sense): Float64Array | undefined {
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    this.#model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    this.#model.changeObjectiveSense(sense === 'least' ? minimize : maximize);
    this.#model.run();
    const status = this.#model.getModelStatus();
    if (status !== this.#highs.constants.modelStatus.optimal) return undefined;
    return Float64Array.from(this.#model.getSolution().colValue);
  }

  dispose(): void {
    this.#model.dispose();
  }
}
