import type { Finding, Reason } from '../finding.ts';
import { bind, type Ground, isHidden, narrow } from '../model/ground.ts';
import { determined } from '../solve/determined.ts';
import { type Range, rangesOf } from '../solve/ranges.ts';
import { componentsOf, isFixed } from '../solve/system.ts';
import { isSafe, judge } from './criteria.ts';
import { type RateFinding, useRates } from './rates.ts';

/** What the attack on the cells leaves: findings, and the range of each hidden cell by name. */
export interface Recovery {
  readonly findings: Finding[];
  readonly ranges: Map<string, Range>;
}

/** Greatest count where nothing bounds an unknown: an outsider's guess that no release exceeds. */
const ceiling = 1e7;

/**
 * Recovers hidden counts: by subtraction, by elimination over all relations at once, by inverting rates, and by
 * linear programs with no value below zero (under noise: within the published bounds).
 */
export async function recover(
  ground: Ground,
  truth: ReadonlyMap<string, number>,
  precise = false,
): Promise<Recovery> {
  const { system, names } = ground;
  const eliminated = eliminate(ground);
  const rates = useRates(ground);
  const viaRate = new Set(rates.map(({ variable }) => variable));
  if (rates.length > 0) {
    narrow(ground);
    for (const variable of eliminate(ground)) eliminated.add(variable);
  }
  for (let variable = 0; variable < names.length; variable++) {
    if (system.upper[variable] === Infinity) system.upper[variable] = ceiling;
  }
  const interesting = (variable: number) => isTarget(ground, names[variable] as string);
  const solved = await rangesOf(system, {
    enough: (variable, low, high) =>
      !interesting(variable) ||
      (!precise && isSafe(low, high, system.lower[variable] as number, ground.method)),
  });
  const ranges = new Map<string, Range>();
  const findings: Finding[] = rates.map((one) => rateFinding(ground, one));
  for (const [variable, name] of names.entries()) {
    if (!interesting(variable)) continue;
    const value = system.lower[variable] as number;
    const range = solved.get(variable) ?? { low: value, high: value, exact: true };
    const high = range.high >= ceiling ? Infinity : range.high;
    ranges.set(name, { ...range, high });
    if (viaRate.has(variable) || !range.exact) continue;
    const finding = classify(ground, name, range.low, high, truth.get(name), {
      reason: reasonOf(ground, variable, eliminated),
    });
    if (finding) findings.push(finding);
  }
  return { findings, ranges };
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
  const place = placeOf(ground, name);
  const base = { severity: 'recovered' as const, ...place, cell: name, low, high, by: reason };
  if (ground.book.cells.has(name)) {
    const kind = judge(low, high, ground.method, truth);
    return kind && { kind, ...base };
  }
  // A group that nobody published is given away only where it is certain that it is small.
  if (low < 1 || high >= ground.method.threshold) return undefined;
  if (ground.method.kind === 'perturb' && high - low >= 2) return undefined;
  const virtual = name.includes(' less ');
  return { kind: virtual ? 'nested' : low === high ? 'exact' : 'small', ...base };
}

function rateFinding(
  ground: Ground,
  { variable, low, high, rate, severity }: RateFinding,
): Finding {
  const name = ground.names[variable] as string;
  const place = placeOf(ground, name);
  const { file, place: row } = rate;
  const by = `${file}, ${row}, ${rate.measure}`;
  return { kind: 'rate', severity, ...place, cell: name, low, high, by };
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
