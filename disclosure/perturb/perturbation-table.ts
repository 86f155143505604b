import { BuktiError, exitStatus } from '../../base/index.ts';
import { maximumEntropy } from './maximum-entropy.ts';
import { defaultNoise, type NoiseParameters } from './parameters.ts';

/** One step of a row: taken by cell keys from the bound of the step before up to, not with, `below`. */
export interface Step {
  /** v: what is added. */
  readonly v: number;
  readonly p: number;
  /** Of 2^32. */
  readonly below: number;
}

export interface PerturbationTable {
  readonly parameters: NoiseParameters;
  /** Row i for counts of i; the last row for all greater counts. Row 0 leaves 0 as it is. */
  readonly rows: readonly (readonly Step[])[];
}

/** Cell keys are whole numbers from 0 to this, without it. */
export const keySpace = 2 ** 32;

/**
 * The perturbation table of the cell-key method (Marley and Leaver 2011; rows by maximum entropy as
 * in the R package ptable, Giessing 2016): each row with mean 0 and variance V, no step over D, no
 * result of 1..js. Bounds are whole numbers, so that a look-up is the same on every machine.
 *
 * @throws BuktiError `disclosure.noise-parameters`: no such distribution (V too small for js, or too large for D)
 */
export function perturbationTable(parameters: NoiseParameters = defaultNoise): PerturbationTable {
  const { deviation: D, variance: V, hidden: js } = parameters;
  const whole = Number.isInteger(D) && Number.isInteger(js) && D >= 1 && js >= 0 && V > 0;
  const rows: Step[][] = [[{ v: 0, p: 1, below: keySpace }]];
  for (let i = 1; i <= D + js + 1; i++) {
    const targets = Array.from({ length: i + D + 1 }, (_, target) => target);
    const steps = targets
      .filter((target) => (target === 0 || target > js) && Math.abs(target - i) <= D)
      .map((target) => target - i);
    const p = whole ? maximumEntropy(steps, V) : undefined;
    if (!p) {
      throw new BuktiError('disclosure.noise-parameters', { D, V, js, i }, exitStatus.usage);
    }
    rows.push(withBounds(steps, p));
  }
  return { parameters, rows };
}

function withBounds(steps: readonly number[], p: readonly number[]): Step[] {
  let sum = 0;
  return steps.map((v, index) => {
    sum += p[index] as number;
    const below = index === steps.length - 1 ? keySpace : Math.round(sum * keySpace);
    return { v, p: p[index] as number, below };
  });
}

/**
 * n' of one cell: n plus the step whose bounds hold the cell key; 0 stays 0.
 * @param keySum sum of the record keys of the cell, taken modulo 2^32 here
 */
export function perturbed(table: PerturbationTable, n: number, keySum: number): number {
  const row = table.rows[Math.min(n, table.rows.length - 1)];
  if (row === undefined || !Number.isInteger(n))
    throw new Error('a count is a whole number from 0');
  const key = ((keySum % keySpace) + keySpace) % keySpace;
  // The last bound is the end of all keys.
  let place = 0;
  while (key >= (row[place] as Step).below) place += 1;
  return n + (row[place] as Step).v;
}
