import type { Finding } from '../finding.ts';
import { type BookCell, isImpossible, normalise } from '../model/book.ts';
import type { Ground } from '../model/ground.ts';
import { shownValue } from '../model/method.ts';
import { cellName } from '../model/observation.ts';
import type { Range } from '../solve/ranges.ts';
import { rateCells } from './rate-links.ts';

/** A group of fewer says something of each of its members when all are alike. */
const small = 20;

/**
 * Small groups that fall wholly into one sensitive value, and rates of 0 or 100 % of few.
 * @param ranges what hidden cells may be, by name, as far as they were solved for
 */
export function attributes(ground: Ground, ranges: Ranges): Finding[] {
  return [...wholly(ground, ranges), ...allOrNone(ground)];
}

type Ranges = ReadonlyMap<string, Range>;

function wholly(ground: Ground, ranges: Ranges): Finding[] {
  const { book, counts, equations, index, method, system } = ground;
  const findings: Finding[] = [];
  for (const { parent, children, dimension } of equations) {
    const sensitive = book.structure.dimension(dimension)?.sensitive;
    if (!sensitive || sensitive.size === 0) continue;
    const full = children.filter((name) => !isNone(ground, ranges, name));
    const [only] = full;
    if (full.length !== 1 || only === undefined) continue;
    const others = children.filter((name) => name !== only);
    // Where nothing else can be, everyone knew before.
    if (others.every((name) => isImpossible(book, name))) continue;
    const cell = book.cells.get(only);
    if (!cell || !counts.has(cell.measure) || !sensitive.has(cell.at[dimension] ?? '')) continue;
    const group = index.get(parent) as number;
    const low = system.lower[group] as number;
    const high = shownValue(book, parent) ?? (system.upper[group] as number);
    if (high >= small || high === 0 || ground.known.has(parent)) continue;
    // Under noise what is shown as none may be some: certain is only what the bounds of all cells leave no other way.
    const isSure =
      method.kind === 'suppress' ||
      (low > 0 && others.every((name) => isSurelyNone(ground, ranges, name)));
    const found = finding(cell, Math.max(1, low), high, parent);
    findings.push(isSure ? found : { ...found, severity: 'possible' });
  }
  return findings;
}

/** Shown as none, known to be none, or impossible. */
function isNone(ground: Ground, ranges: Ranges, name: string): boolean {
  const { book, index, system } = ground;
  if ((system.lower[index.get(name) as number] as number) > 0) return false;
  return shownValue(book, name) === 0 || isSurelyNone(ground, ranges, name);
}

function isSurelyNone({ index, system }: Ground, ranges: Ranges, name: string): boolean {
  if (system.upper[index.get(name) as number] === 0) return true;
  const { exact, high } = ranges.get(name) ?? {};
  return exact === true && high === 0;
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
