import type { Highs } from 'highs';
import { GapProgram } from './linear-program.ts';
import { listAt, type Problem } from './problem.ts';
import { reducedCosts } from './repair.ts';

/** One gap's own programs: primal simplex, the objective alone changes. All factors are 1. */
export const singleCell = {
  solver: 'simplex',
  simplex_strategy: 4,
  simplex_scale_strategy: 0,
  presolve: 'off',
} as const;
/** No gap is followed further than this from its true value. */
export const farthest = 1000;
/** Gaps that a program starts with; it is begun anew for another gap once it has grown to four times as many. */
const atFirst = 300;
/** Beyond so many gaps one program takes minutes: what it has found until then counts. */
const atMost = 1200;

/**
 * The program of all gaps, solved over those around the gap in question; all others stand still. What it finds
 * holds for the whole, since standing still is allowed there too. Where the row prices say that a gap further away
 * would add to it, that one joins with those around it (column generation; Gilmore and Gomory, Operations Research 9,
 * 1961), until none would: then it is the optimum of the whole.
 */
export class NearProgram {
  runs = 0;
  /** Whether the last solution is the best there is; not so where it was enough, or the program grew too large. */
  isBest = false;
  private inside = new Set<number>();
  private program: GapProgram | undefined;
  private readonly highs: Highs;
  private readonly problem: Problem;
  private readonly floor: Float64Array;
  /** Variable that stands still: someone knows it. */
  private readonly still: number;

  constructor(highs: Highs, problem: Problem, floor: Float64Array, still = -1) {
    this.highs = highs;
    this.problem = problem;
    this.floor = floor;
    this.still = still;
  }

  /** Variables that have a distance in the last solution. */
  get variables(): readonly number[] {
    return this.program?.variables ?? [];
  }

  /** Prices of all rows at the last solution. */
  get rowPrices(): Float64Array {
    return this.program?.rowPrices ?? new Float64Array();
  }

  /** Distance of one variable in a solution. */
  distanceOf(variable: number, distances: Float64Array): number {
    return distances[this.program?.columnOf[variable] as number] as number;
  }

  /**
   * Maximises one distance, or minimises it for sign -1.
   * @param take is given every solution on the way; true where it is enough
   */
  push(variable: number, sign: 1 | -1, take: (distances: Float64Array) => boolean): Float64Array {
    if (!this.inside.has(variable) || this.inside.size > 4 * atFirst) {
      this.forget();
      this.inside = new Set();
      this.grow([variable], atFirst);
    }
    for (;;) {
      this.program ??= new GapProgram(
        this.highs,
        this.problem,
        this.floor,
        farthest,
        singleCell,
        this.inside,
      );
      const distances = this.program.push(variable, sign);
      this.runs += 1;
      this.isBest = false;
      if (take(distances)) return distances;
      const better = this.betterOutside(this.program.rowPrices);
      this.isBest = better.length === 0;
      if (this.isBest || this.inside.size >= atMost) return distances;
      this.grow(better, 2 * this.inside.size);
      this.forget();
    }
  }

  /** Takes in what has been hidden since. */
  update(hidden: readonly number[]): void {
    for (const variable of hidden) this.inside.add(variable);
    this.forget();
  }

  dispose(): void {
    this.forget();
  }

  private forget(): void {
    this.program?.dispose();
    this.program = undefined;
  }

  /** Hidden variables that stand still so far and would add to the last optimum. */
  private betterOutside(prices: Float64Array): number[] {
    const found: number[] = [];
    for (const [variable, cost] of reducedCosts(this.problem, prices)) {
      if (!this.problem.hidden[variable] || this.inside.has(variable) || variable === this.still)
        continue;
      const canFall = (this.problem.value[variable] as number) > (this.floor[variable] as number);
      if (cost > 1e-7 || (cost < -1e-7 && canFall)) found.push(variable);
    }
    return found.sort((a, b) => a - b);
  }

  /** Adds gaps and those around them, nearest first, until there are so many. */
  private grow(seeds: readonly number[], size: number): void {
    const queue = [...seeds];
    for (const seed of queue) this.inside.add(seed);
    for (let next = 0; next < queue.length && this.inside.size < size; next++) {
      for (const row of listAt(this.problem.rowsOf, queue[next] as number)) {
        for (const member of listAt(this.problem.rows, row)) {
          if (!this.problem.hidden[member] || member === this.still || this.inside.has(member))
            continue;
          this.inside.add(member);
          queue.push(member);
        }
      }
    }
  }
}
