/**
 * Counter-based randomness: a draw is a function of (seed, purpose, counter) alone, so it depends on
 * neither the order of rows nor the number of threads. The mixing is 32-bit multiply and xor-shift
 * (the constants of C. Wellons' hash prospector), the same in TypeScript and in SQL, integers only.
 */
const word = 2 ** 32;
const golden = 0x9e3779b1;
const firstFactor = 0x7feb352d;
const secondFactor = 0x846ca68b;

export interface DrawKey {
  /** Added before the first round. */
  a: number;
  /** Mixed in before the second round, so that no purpose is a shifted copy of another. */
  b: number;
}

function scramble(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), firstFactor) >>> 0;
  x = Math.imul(x ^ (x >>> 15), secondFactor) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

/** The two keys of a purpose (`sex`, `category`, ...) under a seed. */
export function drawKey(seed: number, purpose: string): DrawKey {
  let hash = scramble(seed ^ 0x5a17_c0de);
  for (const letter of purpose) hash = scramble(hash + (letter.codePointAt(0) ?? 0) * golden);
  return { a: hash, b: scramble(hash ^ golden) };
}

/** A uniform integer of 0 to 2^32 - 1. */
export function draw(key: DrawKey, counter: number): number {
  let x = (Math.imul(counter, golden) + key.a) >>> 0;
  x = Math.imul(x ^ (x >>> 16), firstFactor) >>> 0;
  x = (x ^ key.b) >>> 0;
  x = Math.imul(x ^ (x >>> 15), secondFactor) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

/** The SQL macro that `sqlDraw` calls; create it once in a session. */
export const drawMacros = [
  `CREATE OR REPLACE MACRO sample_half(x) AS xor(x, x >> 16)`,
  `CREATE OR REPLACE MACRO sample_last(x) AS
     sample_half((xor(x, x >> 15) * ${secondFactor}::UBIGINT) & ${word - 1}::UBIGINT)`,
  `CREATE OR REPLACE MACRO sample_draw(counter, a, b) AS sample_last(xor(
     (sample_half(((counter::UBIGINT & ${word - 1}::UBIGINT) * ${golden}::UBIGINT + a) & ${word - 1}::UBIGINT)
       * ${firstFactor}::UBIGINT) & ${word - 1}::UBIGINT, b))`,
].join(';\n');

/** SQL expression (UBIGINT) that equals `draw(drawKey(seed, purpose), counter)`. */
export function sqlDraw(seed: number, purpose: string, counter = 'id'): string {
  const key = drawKey(seed, purpose);
  return `sample_draw(${counter}, ${key.a}::UBIGINT, ${key.b}::UBIGINT)`;
}

/** The integer below which a draw lies with probability `p`. */
export function threshold(p: number): number {
  return Math.round(Math.min(Math.max(p, 0), 1) * word);
}

/** SQL: is the draw `u` within the first `p` of all draws? */
export function within(u: string, p: number): string {
  return `${u} < ${threshold(p)}`;
}

/** SQL `CASE` that picks one of a few values by weight; `values` are SQL expressions. */
export function pick(u: string, choices: readonly (readonly [value: string, weight: number])[]) {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  const branches = choices.slice(0, -1).map(([value, weight]) => {
    below += weight;
    return `WHEN ${u} < ${threshold(below / total)} THEN ${value}`;
  });
  const last = choices.at(-1)?.[0] ?? 'NULL';
  return branches.length === 0 ? last : `CASE ${branches.join(' ')} ELSE ${last} END`;
}

/**
 * SQL: a near-normal deviate in thousandths, from the four bytes of one draw (Irwin-Hall with n = 4:
 * mean 510, standard deviation 147.8, bounds +-3.45). Integers only: no logarithm or sine, which
 * may differ in the last digit between machines.
 */
export function normalMilli(u: string): string {
  const bytes = [0, 8, 16, 24].map((shift) => `((${u} >> ${shift}) & 255)::INTEGER`).join(' + ');
  return `(((${bytes} - 510) * 6766) // 1000)`;
}
