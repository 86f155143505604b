import { generator } from './determined.ts';
import { Moves } from './moves.ts';
import { Neighbourhoods } from './neighbourhood.ts';
import { Program, type Sense, solver } from './program.ts';
import { type Component, componentsOf, type System } from './system.ts';

/** What an unknown may be. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** False: at least this wide, which was all that was asked. */
  readonly exact: boolean;
}

export interface RangeOptions {
  /** Whether a variable known to reach from `low` to `high` needs no closer look. */
  readonly enough: (variable: number, low: number, high: number) => boolean;
  /** The variables that are asked for. Default: all. */
  readonly wanted?: (variable: number) => boolean;
  /** Components of more variables than this get no programs over all of them, but for one solution to start from. */
  readonly wholeUpTo?: number;
  /** Rounds of random objectives over a large component. */
  readonly rounds?: number;
  /** Components of more variables than this are swept first. */
  readonly sweepFrom?: number;
}

/** Components up to this size are solved in whole numbers; larger ones as linear programs, which may be wider. */
const wholeLimit = 60;
const batchFrom = 400;
/** So many cells are sooner solved one by one than in another round. */
const few = 10;
const tolerance = 1e-5;

/**
 * The least and the greatest value of every free variable, or as much of it as is enough. Large components are
 * first swept with random objectives by interior point, each solution of which shows values for all cells; only what
 * stays in doubt gets two programs of its own, by primal simplex from the vertex before.
 */
export async function rangesOf(system: System, options: RangeOptions): Promise<Map<number, Range>> {
  const found = new Map<number, Range>();
  const highs = await solver();
  const { wanted = () => true } = options;
  for (const component of componentsOf(system)) {
    if (!component.variables.some(wanted)) continue;
    const search = new Search(system, component, options);
    if (component.rows.length === 0) search.bounds(found);
    else search.run(highs, found);
  }
  return found;
}

class Search {
  readonly #system: System;
  readonly #component: Component;
  readonly #options: RangeOptions;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #small: boolean;

  constructor(system: System, component: Component, options: RangeOptions) {
    this.#system = system;
    this.#component = component;
    this.#options = options;
    const size = component.variables.length;
    this.#low = new Float64Array(size).fill(Infinity);
    this.#high = new Float64Array(size).fill(-Infinity);
    this.#small = size <= wholeLimit;
  }

  /** No equation binds these: their bounds are all there is. */
  bounds(found: Map<number, Range>): void {
    for (const variable of this.#component.variables) {
      const [low, high] = [this.#system.lower[variable], this.#system.upper[variable]];
      found.set(variable, { low: low as number, high: high as number, exact: true });
    }
  }

  run(highs: Awaited<ReturnType<typeof solver>>, found: Map<number, Range>): void {
    const { variables } = this.#component;
    const { wholeUpTo = Infinity } = this.#options;
    if (variables.length > (this.#options.sweepFrom ?? batchFrom)) this.#sweep(highs);
    let vertex: Program | undefined;
    let whole: Program | undefined;
    const costs = new Float64Array(variables.length);
    try {
      for (const [index, variable] of variables.entries()) {
        if (this.#enough(index) || variables.length > wholeUpTo) {
          found.set(variable, { low: this.#lowAt(index), high: this.#highAt(index), exact: false });
          continue;
        }
        costs[index] = 1;
        const ends = (['least', 'most'] as Sense[]).map((sense) => {
          vertex ??= new Program(highs, this.#system, this.#component, 'vertex');
          const solution = vertex.solve(costs, sense);
          if (solution === undefined) return this.#boundOf(variable, sense);
          const integral = isWhole(solution);
          if (integral || !this.#small) this.#widen(solution);
          if (integral || !this.#small) return solution[index] as number;
          whole ??= new Program(highs, this.#system, this.#component, 'whole');
          const rounded = whole.solve(costs, sense);
          if (rounded) this.#widen(rounded);
          return (rounded ?? solution)[index] as number;
        });
        costs[index] = 0;
        // Plus zero: -0 is no count.
        const low = Math.ceil((ends[0] as number) - tolerance) + 0;
        const high = Math.floor((ends[1] as number) + tolerance);
        found.set(variable, { low, high: Math.max(low, high), exact: true });
      }
    } finally {
      vertex?.dispose();
      whole?.dispose();
    }
  }

  #sweep(highs: Awaited<ReturnType<typeof solver>>): void {
    const { variables } = this.#component;
    const interior = new Program(highs, this.#system, this.#component, 'interior');
    const moves = new Moves(this.#system, this.#component);
    const random = generator(variables.length);
    const costs = new Float64Array(variables.length);
    const learn = (sense: Sense) => {
      const solution = interior.solve(costs, sense);
      if (solution === undefined) return;
      this.#widen(solution);
      moves.widen(solution, this.#low, this.#high);
      return solution;
    };
    try {
      // Without an objective the solution lies in the middle, with room to move on all sides.
      const middle = learn('least');
      if (middle) this.#lookAround(highs, middle);
      const { rounds = 20, wholeUpTo = Infinity } = this.#options;
      for (let round = 0; round < (variables.length > wholeUpTo ? 0 : rounds); round++) {
        let open = 0;
        for (const index of costs.keys()) {
          const done = this.#enough(index);
          if (!done) open++;
          costs[index] = done ? 0 : random() < 0.5 ? -1 : 1;
        }
        if (open < few) break;
        learn('least');
        learn('most');
      }
    } finally {
      interior.dispose();
    }
  }

  /** Two small programs for each cell in doubt, everything far from it left as it is. */
  #lookAround(highs: Awaited<ReturnType<typeof solver>>, middle: Float64Array): void {
    const { variables } = this.#component;
    const place = new Map(variables.map((variable, index) => [variable, index]));
    const neighbourhoods = new Neighbourhoods(this.#system, this.#component);
    for (const [index, variable] of variables.entries()) {
      if (this.#enough(index)) continue;
      const { system, component, variables: own } = neighbourhoods.around(variable, middle);
      const program = new Program(highs, system, component, 'vertex');
      const costs = new Float64Array(component.variables.length);
      costs[0] = 1;
      try {
        for (const sense of ['least', 'most'] as Sense[]) {
          const solution = program.solve(costs, sense);
          for (const [at, local] of component.variables.entries()) {
            const index = place.get(own[local] as number) as number;
            if (solution) this.#reach(index, solution[at] as number);
          }
        }
      } finally {
        program.dispose();
      }
    }
  }

  #widen(solution: Float64Array): void {
    for (let index = 0; index < solution.length; index++) {
      this.#reach(index, solution[index] as number);
    }
  }

  #reach(index: number, value: number): void {
    if (value < (this.#low[index] as number)) this.#low[index] = value;
    if (value > (this.#high[index] as number)) this.#high[index] = value;
  }

  #lowAt(index: number): number {
    return Math.ceil((this.#low[index] as number) - tolerance) + 0;
  }

  #highAt(index: number): number {
    return Math.floor((this.#high[index] as number) + tolerance);
  }

  #enough(index: number): boolean {
    const variable = this.#component.variables[index] as number;
    return this.#options.enough(variable, this.#lowAt(index), this.#highAt(index));
  }

  #boundOf(variable: number, sense: Sense): number {
    const { lower, upper } = this.#system;
    return (sense === 'least' ? lower[variable] : upper[variable]) as number;
  }
}

function isWhole(solution: Float64Array): boolean {
  return solution.every((value) => Math.abs(value - Math.round(value)) < tolerance);
}
