import type { Axis } from './axis.ts';

/**
 * All cells of a table, totals included, in the order of `tableCells`: the last dimension runs fastest.
 * Records are put where no code has parts; `rollUp` makes the sums, each once.
 */
export class Cube {
  readonly axes: readonly Axis[];
  readonly steps: readonly number[];
  readonly size: number;
  readonly n: Float64Array;
  /** Sums of record keys modulo 2^32: the array itself takes the remainder. */
  readonly keySum: Uint32Array;
  readonly secret: Float64Array;

  constructor(axes: readonly Axis[]) {
    this.axes = axes;
    const steps = new Array<number>(axes.length);
    let size = 1;
    for (let place = axes.length - 1; place >= 0; place--) {
      steps[place] = size;
      size *= (axes[place] as Axis).codes.length;
    }
    this.steps = steps;
    this.size = size;
    this.n = new Float64Array(size);
    this.keySum = new Uint32Array(size);
    this.secret = new Float64Array(size);
  }

  add(cell: number, n: number, keySum: number, secret: number): void {
    this.n[cell] = (this.n[cell] as number) + n;
    this.keySum[cell] = (this.keySum[cell] as number) + keySum;
    this.secret[cell] = (this.secret[cell] as number) + secret;
  }

  rollUp(): void {
    for (const list of [this.n, this.keySum, this.secret]) rollUp(this, list, 1);
  }
}

/**
 * Sums of parts into their parents, one dimension after another.
 * @param width numbers a cell, side by side in the list
 */
export function rollUp(
  { axes, steps, size }: Pick<Cube, 'axes' | 'steps' | 'size'>,
  list: Float64Array | Uint32Array,
  width: number,
): void {
  for (const [place, axis] of axes.entries()) {
    const step = (steps[place] as number) * width;
    const block = step * axis.codes.length;
    for (let start = 0; start < size * width; start += block) {
      for (const [parent, parts] of axis.sums) {
        const to = start + parent * step;
        for (const part of parts) {
          const from = start + part * step;
          for (let index = 0; index < step; index++) {
            list[to + index] = (list[to + index] as number) + (list[from + index] as number);
          }
        }
      }
    }
  }
}
