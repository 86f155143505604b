import type { Finding, Reason } from '../finding.ts';
import { bind, type Ground, isHidden, narrow } from '../model/ground.ts';
import type { Residents } from '../model/residents.ts';
import { determined, generator } from '../solve/determined.ts';
import { type Range, rangesOf } from '../solve/ranges.ts';
import { componentsOf, isFixed } from '../solve/system.ts';
import { isSafe, judge } from './criteria.ts';
import type { DerivedFinding } from './derived-finding.ts';
import { useGranules } from './granules.ts';
import { usePerResidents } from './per-residents.ts';
import { useRates } from './rates.ts';

/** What the attack on the cells leaves: findings, and the range of each hidden cell by name. */
export interface Recovery {
  readonly findings: Finding[];
  readonly ranges: Map<string, Range>;
  /** Cells whose ranges were solved for, those of them that no program decided, and all that could have been. */
  readonly solved: number;
  readonly undecided: number;
  readonly targets: number;
}

export interface RecoverOptions {
  /** The whole range of every cell, also where part of it shows that it is protected. */
  readonly precise?: boolean | undefined;
  /**
   * Under noise every cell is a target and has bounds of its own. In a large release those are solved for whose bounds
   * the equations leave narrow, and so many drawn from the others; 0: none, bounds alone are judged.
   */
  readonly sample?: number | undefined;
}

/** Releases of more unknowns than this are large. */
const largeFrom = 3000;
/** Bounds that are wider than this after all equations have been followed are not suspect. */
const suspectTo = 3;

/** Greatest count where nothing bounds an unknown: an outsider's guess that no release exceeds. */
const ceiling = 1e7;

/**
 * Recovers hidden counts: by subtraction, by elimination over all relations at once, by inverting what was derived
 * from them (rates, figures per 100,000 residents, means, percentiles), and by linear programs with no value below zero (under noise: within the published bounds).
 */
export async function recover(
  ground: Ground,
  truth: ReadonlyMap<string, number>,
  residents: Residents,
  { precise = false, sample = 0 }: RecoverOptions = {},
): Promise<Recovery> {
  const { system, names } = ground;
  const eliminated = eliminate(ground);
  const derived: DerivedFinding[] = [];
  for (const use of [useRates, (on: Ground) => usePerResidents(on, residents), useGranules]) {
    const before = { lower: [...system.lower], upper: [...system.upper] };
    derived.push(...use(ground));
    const isSame = (side: 'lower' | 'upper') =>
      before[side].every((value, variable) => value === system[side][variable]);
    if (isSame('lower') && isSame('upper')) continue;
    narrow(ground);
    for (const variable of eliminate(ground)) eliminated.add(variable);
  }
  const viaDerived = new Set(
    derived.flatMap(({ variable, severity }) => (severity === 'recovered' ? [variable] : [])),
  );
  for (let variable = 0; variable < names.length; variable++) {
    if (system.upper[variable] === Infinity) system.upper[variable] = ceiling;
  }
  const targets = names.flatMap((name, variable) => (isTarget(ground, name) ? [variable] : []));
  const isLarge = ground.method.kind === 'perturb' && !precise && names.length > largeFrom;
  const chosen = new Set(
    isLarge ? (sample > 0 ? suspectsAnd(sample, targets, ground) : []) : targets,
  );
  const interesting = (variable: number) => chosen.has(variable);
  const safeAlready = (variable: number, { low, high }: { low: number; high: number }) =>
    isSafe(low, high, system.lower[variable] as number, ground.method);
  let undecided = 0;
  const solved = await rangesOf(system, {
    wanted: interesting,
    enough: (variable, low, high) =>
      !interesting(variable) || (!precise && safeAlready(variable, { low, high })),
    ...(isLarge ? { wholeUpTo: largeFrom } : {}),
  });
  const ranges = new Map<string, Range>();
  const findings: Finding[] = derived.map((one) => derivedFinding(ground, one));
  for (const [variable, name] of names.entries()) {
    if (!isTarget(ground, name)) continue;
    const value = system.lower[variable] as number;
    const bounds = { low: value, high: system.upper[variable] as number, exact: true };
    const range = (interesting(variable) ? solved.get(variable) : undefined) ?? bounds;
    if (!range.exact && isLarge && !safeAlready(variable, range)) undecided++;
    const high = range.high >= ceiling ? Infinity : range.high;
    ranges.set(name, { ...range, high });
    if (viaDerived.has(variable) || !range.exact) continue;
    const finding = classify(ground, name, range.low, high, truth.get(name), {
      reason: reasonOf(ground, variable, eliminated),
    });
    if (finding) findings.push(finding);
  }
  return { findings, ranges, solved: chosen.size, undecided, targets: targets.length };
}

/** Cells that may be small with narrow bounds, and some of those that may be small otherwise. */
function suspectsAnd(sample: number, targets: readonly number[], ground: Ground): number[] {
  const { lower, upper } = ground.system;
  const small = targets.filter((one) => (lower[one] as number) < ground.method.threshold);
  const width = (one: number) => (upper[one] as number) - (lower[one] as number);
  const suspects = small.filter((one) => width(one) <= suspectTo && (upper[one] as number) > 0);
  const random = generator(ground.names.length);
  const others = small.filter((one) => width(one) > suspectTo);
  for (let at = 0; at < Math.min(sample, others.length); at++) {
    const other = at + Math.floor(random() * (others.length - at));
    [others[at], others[other]] = [others[other] as number, others[at] as number];
  }
  return [...suspects, ...others.slice(0, sample)];
}

function isTarget(ground: Ground, name: string): boolean {
  return !ground.known.has(name) && (isHidden(ground, name) || !ground.book.cells.has(name));
}

/** @returns the variables that elimination determined */
function eliminate(ground: Ground): Set<number> {
  const found = new Set<number>();
  // Under noise every unknown has bounds of its own; no equation has a known side to start from.
  if (ground.method.kind === 'perturb' && ground.known.size === 0) return found;
  for (const component of componentsOf(ground.system)) {
    if (component.rows.length === 0) continue;
    for (const [variable, value] of determined(ground.system, component)) {
      bind(ground, variable, value, value);
      found.add(variable);
    }
  }
  if (found.size > 0) narrow(ground);
  return found;
}

function reasonOf(ground: Ground, variable: number, eliminated: ReadonlySet<number>): Reason {
  const equation = ground.solvedBy.get(variable);
  if (equation) {
    return { key: 'attack.by.equation', params: { dimension: equation.dimension } };
  }
  if (eliminated.has(variable)) return { key: 'attack.by.elimination' };
  const hidden = ground.book.cells.get(ground.names[variable] as string)?.hidden ?? [];
  const band = hidden.some(({ atMost, atLeast }) => (atMost ?? atLeast) !== undefined);
  if (band && isFixed(ground.system, variable)) return { key: 'attack.by.band' };
  return { key: 'attack.by.program' };
}

function classify(
  ground: Ground,
  name: string,
  low: number,
  high: number,
  truth: number | undefined,
  { reason }: { reason: Reason },
): Finding | undefined {
  // Where a cell stands that no file shows takes long to find.
  const base = () =>
    ({
      severity: 'recovered',
      ...placeOf(ground, name),
      cell: name,
      low,
      high,
      by: reason,
    }) as const;
  if (ground.book.cells.has(name)) {
    const kind = judge(low, high, ground.method, truth);
    return kind && { kind, ...base() };
  }
  // A group that nobody published is given away only where it is certain that it is small.
  if (low < 1 || high >= ground.method.threshold) return undefined;
  if (ground.method.kind === 'perturb' && high - low >= 2) return undefined;
  const virtual = name.includes(' less ');
  return { kind: virtual ? 'nested' : low === high ? 'exact' : 'small', ...base() };
}

function derivedFinding(
  ground: Ground,
  { kind, variable, low, high, from, severity }: DerivedFinding,
): Finding {
  const name = ground.names[variable] as string;
  const place = placeOf(ground, name);
  const { file, place: row } = from;
  const by = `${file}, ${row}, ${from.measure}`;
  return { kind, severity, ...place, cell: name, low, high, by };
}

/** Where a cell stands; for one that stands nowhere, where one of its equations does. */
export function placeOf(
  { book, equations }: Ground,
  name: string,
): { file: string; place: string } {
  const own = book.cells.get(name);
  const at = own?.hidden[0] ?? own?.shown[0];
  if (at) return { file: at.file, place: at.place };
  for (const { parent, children } of equations) {
    if (parent !== name && !children.includes(name)) continue;
    for (const other of [parent, ...children]) {
      const cell = book.cells.get(other);
      const stand = cell?.shown[0] ?? cell?.hidden[0];
      if (stand) return { file: stand.file, place: stand.place };
    }
  }
  return { file: '', place: '' };
}
