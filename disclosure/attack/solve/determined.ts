import { type Component, isFixed, type System } from './system.ts';

/**
 * Unknowns that the equations alone determine, whatever the others are. An unknown is determined when every vector
 * of the null space is zero there; a random one, projected by conjugate gradients, is so by chance with probability
 * zero. Two are drawn. The value is that of the least-norm solution.
 * @returns variable -> value
 */
export function determined(system: System, component: Component): Map<number, number> {
  const { variables, rows } = component;
  const matrix = sparse(system, component);
  const right = rows.map((row) => {
    const { members, signs } = system.rows[row] as System['rows'][number];
    return members.reduce((left, member, index) => {
      if (!isFixed(system, member)) return left;
      return left - (signs[index] as number) * (system.lower[member] as number);
    }, 0);
  });
  const size = variables.length;
  const particular = leastNorm(matrix, right, size);
  if (particular === undefined) return new Map();
  const draws = [1, 2].map((seed) => nullVector(matrix, size, seed));
  const found = new Map<number, number>();
  for (const [index, variable] of variables.entries()) {
    if (draws.some((draw) => Math.abs(draw[index] as number) > 1e-6)) continue;
    const value = Math.round(particular[index] as number) + 0;
    const off = Math.abs(value - (particular[index] as number));
    const inside =
      value >= (system.lower[variable] as number) && value <= (system.upper[variable] as number);
    if (off < 1e-4 && inside) found.set(variable, value);
  }
  return found;
}

/** By rows: the entries of row r are those from `starts[r]` to `starts[r + 1]`. */
interface Sparse {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly signs: Float64Array;
}

/** The rows of a component over those of its unknowns that are not fixed. */
function sparse(system: System, { variables, rows }: Component): Sparse {
  const place = new Map(variables.map((variable, index) => [variable, index]));
  const starts = new Int32Array(rows.length + 1);
  const columns: number[] = [];
  const signs: number[] = [];
  for (const [at, row] of rows.entries()) {
    const own = system.rows[row] as System['rows'][number];
    for (const [index, member] of own.members.entries()) {
      if (isFixed(system, member)) continue;
      columns.push(place.get(member) as number);
      signs.push(own.signs[index] as number);
    }
    starts[at + 1] = columns.length;
  }
  return { starts, columns: Int32Array.from(columns), signs: Float64Array.from(signs) };
}

function times({ starts, columns, signs }: Sparse, x: Float64Array): Float64Array {
  const product = new Float64Array(starts.length - 1);
  for (let row = 0; row < product.length; row++) {
    let sum = 0;
    const end = starts[row + 1] as number;
    for (let k = starts[row] as number; k < end; k++) {
      sum += (signs[k] as number) * (x[columns[k] as number] as number);
    }
    product[row] = sum;
  }
  return product;
}

function transposed({ starts, columns, signs }: Sparse, y: Float64Array, size: number) {
  const sum = new Float64Array(size);
  for (let row = 0; row < y.length; row++) {
    const value = y[row] as number;
    if (value === 0) continue;
    const end = starts[row + 1] as number;
    for (let k = starts[row] as number; k < end; k++) {
      const column = columns[k] as number;
      sum[column] = (sum[column] as number) + (signs[k] as number) * value;
    }
  }
  return sum;
}

const limit = 4000;

/** Craig's method: the least-norm x with A x = b. Undefined where it does not converge (no solution). */
function leastNorm(matrix: Sparse, b: readonly number[], size: number) {
  const x = new Float64Array(size);
  let residual = Float64Array.from(b);
  const direction = transposed(matrix, residual, size);
  let norm = dot(residual, residual);
  const goal = 1e-18 * Math.max(1, norm);
  for (let step = 0; step < limit && norm > goal; step++) {
    const length = dot(direction, direction);
    if (length === 0) return undefined;
    const alpha = norm / length;
    add(x, direction, alpha);
    const image = times(matrix, direction);
    residual = residual.slice();
    add(residual, image, -alpha);
    const next = dot(residual, residual);
    const back = transposed(matrix, residual, size);
    const beta = next / norm;
    for (let k = 0; k < size; k++)
      direction[k] = (back[k] as number) + beta * (direction[k] as number);
    norm = next;
  }
  return norm <= Math.max(goal, 1e-8) ? x : undefined;
}

/** What is left of a random vector after its projection on the rows is taken away (CGLS). */
function nullVector(matrix: Sparse, size: number, seed: number): Float64Array {
  const random = generator(seed);
  const left = Float64Array.from({ length: size }, () => random() - 0.5);
  let gradient = times(matrix, left);
  const direction = gradient.slice();
  let norm = dot(gradient, gradient);
  const goal = 1e-22 * Math.max(1, norm);
  for (let step = 0; step < limit && norm > goal; step++) {
    const image = transposed(matrix, direction, size);
    const length = dot(image, image);
    if (length === 0) break;
    const alpha = norm / length;
    add(left, image, -alpha);
    gradient = times(matrix, left);
    const next = dot(gradient, gradient);
    const beta = next / norm;
    for (let k = 0; k < direction.length; k++)
      direction[k] = (gradient[k] as number) + beta * (direction[k] as number);
    norm = next;
  }
  return left;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function add(to: Float64Array, from: Float64Array, factor: number): void {
  for (let k = 0; k < to.length; k++) to[k] = (to[k] as number) + factor * (from[k] as number);
}

/** Mulberry32: the same attack every time. */
export function generator(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
