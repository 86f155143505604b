import { bind, type Ground, isHidden } from '../model/ground.ts';
import { judge } from './criteria.ts';
import type { DerivedFinding } from './derived-finding.ts';
import { fitsLimits, fitsRate, reproducible } from './rate-fit.ts';
import { type Link, linkOf, type RateCell, rateCells } from './rate-links.ts';

/** Denominators above this are not tried one by one. */
const farthest = 4000;

/**
 * Tries all pairs of whole numbers (x, n) that give a published rate, its limits and whatever is known of both, and
 * binds numerator and denominator to what is left.
 */
export function useRates(ground: Ground): DerivedFinding[] {
  const found: DerivedFinding[] = [];
  for (const [measure, cells] of rateCells(ground)) {
    const link = linkOf(ground, measure, cells);
    if (link === undefined) continue;
    for (const cell of cells) found.push(...useRate(ground, cell, link));
  }
  const best = new Map<number, DerivedFinding>();
  for (const one of found) best.set(one.variable, one);
  return [...best.values()];
}

function useRate(ground: Ground, cell: RateCell, link: Link): DerivedFinding[] {
  const pair = link(cell.at);
  const x = ground.index.get(pair.x);
  const n = ground.index.get(pair.n);
  if (x === undefined || n === undefined) return [];
  const { method } = ground;
  const noisy = method.kind === 'perturb';
  if (!noisy && !isHidden(ground, pair.x) && !isHidden(ground, pair.n)) return [];
  if (noisy && reproducible(ground, cell, pair)) return [];
  const left = candidates(ground, cell, x, n);
  if (left === undefined) return [];
  const results: DerivedFinding[] = [];
  for (const [variable, name, [low, high]] of [
    [x, pair.x, left.x],
    [n, pair.n, left.n],
  ] as const) {
    const news = bind(ground, variable, low, high);
    if (!isHidden(ground, name) || high === Infinity) continue;
    const from = cell.observation;
    if (news && judge(low, high, method) !== undefined) {
      results.push({ kind: 'rate', variable, low, high, from, severity: 'recovered' });
    } else if (noisy && high - low < 2) {
      results.push({ kind: 'rate', variable, low, high, from, severity: 'recovered' });
    }
  }
  if (noisy && results.length === 0) {
    const [low, high] = left.n;
    const from = cell.observation;
    return [{ kind: 'rate', variable: n, low, high, from, severity: 'possible' }];
  }
  return results;
}

interface Candidates {
  x: [number, number];
  n: [number, number];
}

function candidates(
  { system }: Ground,
  cell: RateCell,
  x: number,
  n: number,
): Candidates | undefined {
  const { lower, upper } = system;
  const [fromX, toX] = [lower[x] as number, upper[x] as number];
  const fromN = Math.max(1, lower[n] as number);
  const open = (upper[n] as number) > fromN + farthest;
  const toN = open ? fromN + farthest : (upper[n] as number);
  const left: Candidates = { x: [Infinity, -Infinity], n: [Infinity, -Infinity] };
  const [least, most] = cell.reach;
  for (let total = fromN; total <= toN; total++) {
    const first = Math.max(fromX, Math.ceil(least * total - 1e-9));
    const last = Math.min(toX, total, Math.floor(most * total + 1e-9));
    for (let part = first; part <= last; part++) {
      if (!fitsRate(cell, part, total) || !fitsLimits(cell, part, total)) continue;
      left.x = [Math.min(left.x[0], part), Math.max(left.x[1], part)];
      left.n = [Math.min(left.n[0], total), Math.max(left.n[1], total)];
    }
  }
  if (left.n[0] === Infinity) return undefined;
  // Not all denominators were tried, and the last ones fitted: no upper end.
  if (open && left.n[1] > toN - farthest / 10) {
    left.n[1] = Infinity;
    left.x[1] = Infinity;
  }
  return left;
}
