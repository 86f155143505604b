import type { Finding } from '../finding.ts';
import { type BookCell, normalise } from '../model/book.ts';
import type { Ground } from '../model/ground.ts';
import { shownValue } from '../model/method.ts';
import { cellName } from '../model/observation.ts';
import { rateCells } from './rate-links.ts';

/** A group of fewer says something of each of its members when all are alike. */
const small = 20;

/** Small groups that fall wholly into one sensitive value, and rates of 0 or 100 % of few. */
export function attributes(ground: Ground): Finding[] {
  return [...wholly(ground), ...allOrNone(ground)];
}

function wholly(ground: Ground): Finding[] {
  const { book, counts, equations, index, system } = ground;
  const findings: Finding[] = [];
  for (const { parent, children, dimension } of equations) {
    const sensitive = book.structure.dimension(dimension)?.sensitive;
    if (!sensitive || sensitive.size === 0) continue;
    // Who is known by a coarser code of the same dimension is known by what is sensitive, not by who he is.
    if (book.cells.get(parent)?.at[dimension] !== undefined) continue;
    const cells = children.map((name) => book.cells.get(name));
    const full = children.filter((name) => !isNone(ground, name));
    const [only] = full;
    if (full.length !== 1 || only === undefined) continue;
    // Where nothing else can be, everyone knew before.
    const isPossible = (one: BookCell | undefined) =>
      !one?.shown.some(({ impossible }) => impossible);
    if (!cells.some((one) => one?.name !== only && isPossible(one))) continue;
    const cell = cells.find((one) => one?.name === only);
    if (!cell || !counts.has(cell.measure) || !sensitive.has(cell.at[dimension] ?? '')) continue;
    const group = index.get(parent) as number;
    const low = system.lower[group] as number;
    const high = shownValue(book, parent) ?? (system.upper[group] as number);
    if (high >= small || high === 0 || ground.known.has(parent)) continue;
    if (shownValue(book, only) === 0) continue;
    // Under noise none may be some: then it is likely, and for the design of tables to prevent, but not certain.
    const isSure = children.every((name) => name === only || isSurelyNone(ground, name));
    const found = finding(cell, Math.max(1, low), high, parent);
    findings.push(isSure ? found : { ...found, severity: 'possible' });
  }
  return findings;
}

/** Shown as none, known to be none, or impossible. */
function isNone({ book, index, system }: Ground, name: string): boolean {
  const shown = shownValue(book, name);
  if (shown !== undefined) return shown === 0;
  return system.upper[index.get(name) as number] === 0;
}

function isSurelyNone({ index, system, method }: Ground, name: string): boolean {
  return method.kind === 'suppress' || system.upper[index.get(name) as number] === 0;
}

function allOrNone(ground: Ground): Finding[] {
  const findings: Finding[] = [];
  for (const cells of rateCells(ground).values()) {
    for (const { at, observation, scale } of cells) {
      const { value } = observation;
      if (value === null || (value !== 0 && value !== scale)) continue;
      for (const measure of ground.counts) {
        const base = groupOf(ground, measure, at, observation.measure);
        const n = shownValue(ground.book, base);
        if (n === undefined || n === 0 || n >= small) continue;
        const { file, place } = observation;
        findings.push({
          kind: 'attribute',
          severity: 'recovered',
          file,
          place,
          cell: cellName(observation.measure, at),
          low: n,
          high: n,
          by: { key: 'attack.by.all-or-none' },
        });
        break;
      }
    }
  }
  return findings;
}

/** The group a rate is of: what the publisher says, else the same place, or without the dimension of outcomes (yes, no). */
function groupOf(
  { book }: Ground,
  measure: string,
  at: Readonly<Record<string, string>>,
  rate: string,
): string {
  const share = book.structure.shares.find((one) => one.measure === rate);
  if (share) {
    const own = { ...at, [share.dimension]: share.denominator };
    return cellName(measure, normalise(own, book.structure));
  }
  const outcome = Object.keys(at).find((name) => /^(outcome|hasil)$/i.test(name));
  if (outcome !== undefined) {
    const { [outcome]: _, ...rest } = at;
    const whole = cellName(measure, rest);
    if (book.cells.has(whole)) return whole;
  }
  return cellName(measure, at);
}

function finding(cell: BookCell, low: number, high: number, by: string): Finding {
  const { file, place } = cell.shown[0] ?? cell.hidden[0] ?? { file: '', place: '' };
  const base = { kind: 'attribute', severity: 'recovered', file, place } as const;
  return { ...base, cell: cell.name, low, high, by };
}
