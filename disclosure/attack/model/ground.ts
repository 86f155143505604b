import { propagate } from '../solve/propagate.ts';
import type { System, SystemRow } from '../solve/system.ts';
import { type Book, countMeasures, isImpossible } from './book.ts';
import { type Equation, equationsOf } from './equations.ts';
import { inferMethod, type Method, plausible } from './method.ts';

/** The unknowns of one release as an attacker sees them, with all that binds them. */
export interface Ground {
  readonly book: Book;
  readonly method: Method;
  readonly counts: ReadonlySet<string>;
  readonly equations: readonly Equation[];
  readonly names: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly system: System;
  /** The equation by which a variable became known. */
  readonly solvedBy: Map<number, Equation>;
  /** Cells that the recipient holds exactly. */
  readonly known: ReadonlyMap<string, number>;
}

export function makeGround(
  book: Book,
  said: Partial<Method>,
  known: ReadonlyMap<string, number>,
): Ground {
  const counts = countMeasures(book);
  const all = equationsOf(book, counts);
  const method = inferMethod(said, book, all);
  const equations = plausible(all, book, method);
  const cells = [...book.cells.values()].filter((cell) => counts.has(cell.measure));
  const names = [
    ...new Set([
      ...cells.map((cell) => cell.name),
      ...equations.flatMap(({ parent, children }) => [parent, ...children]),
    ]),
  ];
  const index = new Map(names.map((name, variable) => [name, variable]));
  const rows = equations.map(({ parent, children }): SystemRow => {
    const members = [parent, ...children].map((name) => index.get(name) as number);
    return { members, signs: members.map((_, at) => (at === 0 ? 1 : -1)) };
  });
  const lower = new Float64Array(names.length);
  const upper = new Float64Array(names.length).fill(Infinity);
  for (const [variable, name] of names.entries()) {
    [lower[variable], upper[variable]] = bounds(book, name, method, known) as [number, number];
  }
  const ground: Ground = {
    book,
    method,
    counts,
    equations,
    names,
    index,
    system: { lower, upper, rows },
    solvedBy: new Map(),
    known,
  };
  narrow(ground);
  return ground;
}

/** Carries bounds through the equations and remembers what became known by which. */
export function narrow({ system, equations, solvedBy }: Ground): void {
  propagate(system, (variable, row) => {
    const equation = equations[row];
    if (equation && !solvedBy.has(variable)) solvedBy.set(variable, equation);
  });
}

/** Puts a bound on a variable unless it contradicts what is known; tells whether it says anything new. */
export function bind(ground: Ground, variable: number, low: number, high: number): boolean {
  const { lower, upper } = ground.system;
  const newLow = Math.max(lower[variable] as number, low);
  const newHigh = Math.min(upper[variable] as number, high);
  if (newLow > newHigh) return false;
  const changed = newLow > (lower[variable] as number) || newHigh < (upper[variable] as number);
  lower[variable] = newLow;
  upper[variable] = newHigh;
  return changed;
}

function bounds(
  book: Book,
  name: string,
  { kind, noise, never }: Method,
  known: ReadonlyMap<string, number>,
): [number, number] {
  const exact = known.get(name);
  if (exact !== undefined) return [exact, exact];
  const cell = book.cells.get(name);
  let low = 0;
  let high = Infinity;
  for (const { value, impossible } of cell?.shown ?? []) {
    if (value === null) continue;
    const wide = kind === 'suppress' || impossible ? 0 : noise;
    // A cell of none is never moved, so what is above zero was so before.
    const least = wide > 0 && value > 0 ? Math.max(1, value - wide) : Math.max(0, value - wide);
    if (value > 0 && value <= never) continue;
    const [newLow, newHigh] = [Math.max(low, least), Math.min(high, value + wide)];
    if (newLow <= newHigh) [low, high] = [newLow, newHigh];
  }
  for (const { atMost, atLeast } of cell?.hidden ?? []) {
    if (atMost !== undefined) high = Math.max(low, Math.min(high, atMost));
    if (atLeast !== undefined) low = Math.min(high, Math.max(low, atLeast));
  }
  return [low, high];
}

/** Whether a cell is one whose value the publisher keeps back. */
export function isHidden({ book, method, known }: Ground, name: string): boolean {
  if (known.has(name)) return false;
  const cell = book.cells.get(name);
  if (cell === undefined || isImpossible(book, name)) return false;
  return method.kind === 'perturb' ? true : cell.shown.length === 0;
}
