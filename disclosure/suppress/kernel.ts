import type { Problem } from './problem.ts';
import { listAt, signAt } from './problem.ts';

/** The largest prime below 2^26.5: products of two residues stay below 2^53. */
export const prime = 94906249;

/** a * b mod p without BigInt; residues in, residue out. */
export function times(a: number, b: number): number {
  const product = a * b;
  let rest = product - Math.floor(product / prime) * prime;
  if (rest < 0) rest += prime;
  else if (rest >= prime) rest -= prime;
  return rest;
}

/** a^-1 mod p, by the extended Euclidean algorithm. */
export function inverse(a: number): number {
  let [r, s, u, v] = [prime, a, 0, 1];
  while (s !== 0) {
    const quotient = Math.floor(r / s);
    [r, s] = [s, r - quotient * s];
    [u, v] = [v, u - quotient * v];
  }
  return u < 0 ? u + prime : u;
}

interface SparseRow {
  columns: Int32Array;
  factors: Float64Array;
}

/**
 * Step C: the sums restricted to the gaps, brought to echelon form by sparse elimination over GF(p), and random
 * solutions of them with every shown cell unchanged. A gap that stands still in all of them can be computed;
 * two gaps that move in proportion in all of them can be computed from each other. Wrong with probability
 * below 1e-15 for each (p^-2, two random vectors).
 * @param random whole numbers
 * @returns for each vector the residue of each variable, 0 where it is shown
 */
export function randomSolutions(
  problem: Problem,
  random: () => number,
  vectors: number,
): Float64Array[] {
  const pivots = eliminate(restricted(problem), problem.count);
  const isPivot = new Uint8Array(problem.count);
  for (const { column } of pivots) isPivot[column] = 1;
  return Array.from({ length: vectors }, () => {
    const solution = new Float64Array(problem.count);
    for (let variable = 0; variable < problem.count; variable++) {
      if (problem.hidden[variable] && !isPivot[variable]) solution[variable] = random() % prime;
    }
    for (let index = pivots.length - 1; index >= 0; index--) {
      const { row, column } = pivots[index] as Pivot;
      let sum = 0;
      let own = 0;
      for (let place = 0; place < row.columns.length; place++) {
        const other = row.columns[place] as number;
        if (other === column) own = row.factors[place] as number;
        else sum = (sum + times(row.factors[place] as number, solution[other] as number)) % prime;
      }
      solution[column] = times(prime - sum === prime ? 0 : prime - sum, inverse(own));
    }
    return solution;
  });
}

function restricted(problem: Problem): SparseRow[] {
  const rows: SparseRow[] = [];
  for (let row = 0; row + 1 < problem.rows.starts.length; row++) {
    const columns: number[] = [];
    const factors: number[] = [];
    listAt(problem.rows, row).forEach((member, place) => {
      if (!problem.hidden[member]) return;
      columns.push(member);
      factors.push(signAt(place) < 0 ? prime - 1 : 1);
    });
    if (columns.length === 0) continue;
    const order = columns
      .map((_, index) => index)
      .sort((a, b) => (columns[a] as number) - (columns[b] as number));
    rows.push({
      columns: Int32Array.from(order, (index) => columns[index] as number),
      factors: Float64Array.from(order, (index) => factors[index] as number),
    });
  }
  return rows;
}

interface Pivot {
  row: SparseRow;
  column: number;
}

/** Forward elimination, the shortest row first and in it the rarest column, which keeps the rows short. */
function eliminate(rows: (SparseRow | null)[], count: number): Pivot[] {
  const holders = Array.from({ length: count }, () => new Set<number>());
  const heldBy = (column: number) => holders[column] as Set<number>;
  const byLength: number[][] = [];
  let shortest = 1;
  const file = (index: number, { columns }: SparseRow) => {
    while (byLength.length <= columns.length) byLength.push([]);
    byLength[columns.length]?.push(index);
    shortest = Math.min(shortest, columns.length);
  };
  rows.forEach((row, index) => {
    for (const column of (row as SparseRow).columns) heldBy(column).add(index);
    file(index, row as SparseRow);
  });
  const pivots: Pivot[] = [];
  while (shortest < byLength.length) {
    const index = byLength[shortest]?.pop();
    if (index === undefined) {
      shortest += 1;
      continue;
    }
    const row = rows[index];
    // Filed before it was changed: it stands again under its new length.
    if (!row || row.columns.length !== shortest) continue;
    let column = row.columns[0] as number;
    for (const other of row.columns) {
      if (heldBy(other).size < heldBy(column).size) column = other;
    }
    rows[index] = null;
    for (const each of row.columns) heldBy(each).delete(index);
    const scale = inverse(factorOf(row, column));
    for (const other of [...heldBy(column)]) {
      const old = rows[other] as SparseRow;
      const changed = minus(old, row, times(factorOf(old, column), scale), column);
      for (const each of row.columns) heldBy(each).delete(other);
      for (const each of changed.columns) heldBy(each).add(other);
      rows[other] = changed.columns.length > 0 ? changed : null;
      if (changed.columns.length > 0) file(other, changed);
    }
    pivots.push({ row, column });
  }
  return pivots;
}

function factorOf(row: SparseRow, column: number): number {
  let low = 0;
  let high = row.columns.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row.columns[middle] as number) < column) low = middle + 1;
    else high = middle;
  }
  return row.factors[low] as number;
}

const scratchColumns: number[] = [];
const scratchFactors: number[] = [];

/** a - factor * b, without the column that this makes zero. */
function minus(a: SparseRow, b: SparseRow, factor: number, without: number): SparseRow {
  let size = 0;
  let [i, j] = [0, 0];
  const push = (column: number, value: number) => {
    if (value === 0 || column === without) return;
    scratchColumns[size] = column;
    scratchFactors[size] = value;
    size += 1;
  };
  while (i < a.columns.length || j < b.columns.length) {
    const left = i < a.columns.length ? (a.columns[i] as number) : Infinity;
    const right = j < b.columns.length ? (b.columns[j] as number) : Infinity;
    if (left < right) {
      push(left, a.factors[i++] as number);
    } else {
      const taken = times(factor, b.factors[j++] as number);
      const own = left === right ? (a.factors[i++] as number) : 0;
      push(right, own >= taken ? own - taken : own - taken + prime);
    }
  }
  return {
    columns: Int32Array.from({ length: size }, (_, index) => scratchColumns[index] as number),
    factors: Float64Array.from({ length: size }, (_, index) => scratchFactors[index] as number),
  };
}
