import type { Problem } from './problem.ts';

/** What an attacker is taken to know of gaps, and what must be left open to him even so. */
export interface Standard {
  readonly name: 'outsider' | 'reader-of-the-method';
  /** A hidden value is known to be at least this, by variable. */
  readonly floor: Float64Array;
  /** Required widths count up to this. */
  readonly widest: number;
  /** Whether upper ends are required. */
  readonly uppers: boolean;
}

/**
 * An outsider knows that counts are not negative: to him a gap may be nothing, and must be able to be T or more.
 * Who has read that zeros are always shown knows that a gap is 1 at least (four gaps that sum to 4 are no
 * gaps to him): he must not be able to compute one.
 */
export function standardsOf(problem: Problem): readonly Standard[] {
  const none = new Float64Array(problem.count);
  return [
    { name: 'outsider', floor: none, widest: Infinity, uppers: true },
    { name: 'reader-of-the-method', floor: problem.floor, widest: 1, uppers: false },
  ];
}

/**
 * How far each gap may be from its true value as far as is known: every solution of the sums seen so far
 * widens it. `low <= 0 <= high`. What a gap may be does not shrink when more is hidden.
 */
export interface Known {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const nothingKnown = (count: number): Known => {
  return { low: new Float64Array(count), high: new Float64Array(count) };
};

/** What solvers call equal. Counts are whole numbers: a requirement missed by less is met. */
export const slack = 1e-4;

/** Takes a solution in: the distance of every column's variable from its true value. */
export function widen(known: Known, variables: ArrayLike<number>, distances: Float64Array): void {
  for (let place = 0; place < variables.length; place++) {
    const variable = variables[place] as number;
    const distance = distances[place] as number;
    if (distance < (known.low[variable] as number)) known.low[variable] = distance;
    if (distance > (known.high[variable] as number)) known.high[variable] = distance;
  }
}

/** How much is missing to what a gap needs; both 0 or less where it is protected. */
export interface Missing {
  readonly above: number;
  readonly width: number;
}

export function missing(
  problem: Problem,
  standard: Standard,
  known: Known,
  variable: number,
): Missing {
  const high = known.high[variable] as number;
  const low = known.low[variable] as number;
  const upper = standard.uppers ? (problem.upper[variable] as number) : 0;
  return {
    above: upper > 0 ? upper - (problem.value[variable] as number) - high : 0,
    width: Math.min(standard.widest, problem.width[variable] as number) - (high - low),
  };
}

export function isProtected(
  problem: Problem,
  standard: Standard,
  known: Known,
  variable: number,
): boolean {
  const { above, width } = missing(problem, standard, known, variable);
  return above <= slack && width <= slack;
}

/** Hidden variables that are not yet known to be protected, in their order. */
export function openOf(problem: Problem, standard: Standard, known: Known): number[] {
  const open: number[] = [];
  for (let variable = 0; variable < problem.count; variable++) {
    if (problem.hidden[variable] && !isProtected(problem, standard, known, variable)) {
      open.push(variable);
    }
  }
  return open;
}
