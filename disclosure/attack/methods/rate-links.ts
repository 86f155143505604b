import { normalise } from '../model/book.ts';
import type { Ground } from '../model/ground.ts';
import { shownValue } from '../model/method.ts';
import { cellName, type Observation, type Place } from '../model/observation.ts';
import { residentMeasure } from '../model/residents.ts';
import { granuleKind } from './granules.ts';
import { residentScale } from './per-residents.ts';

/** A published rate or band as shares: the true share lies in `reach`. */
export interface RateCell {
  readonly at: Place;
  readonly observation: Observation;
  /** 1 for shares, 100 for percentages. */
  readonly scale: number;
  readonly reach: readonly [number, number];
}

/** Names of numerator and denominator of the rate at a place. */
export type Link = (at: Place) => { x: string; n: string };

/** Rates and bands by measure. */
export function rateCells({ book, counts }: Ground): Map<string, RateCell[]> {
  const found = new Map<string, RateCell[]>();
  for (const cell of book.cells.values()) {
    if (counts.has(cell.measure)) continue;
    const list = found.get(cell.measure) ?? [];
    found.set(cell.measure, list);
    for (const observation of [...cell.shown, ...cell.hidden]) {
      const { value, atMost, atLeast } = observation;
      if (value === null && atMost === undefined && atLeast === undefined) continue;
      list.push({ at: cell.at, observation, scale: 0, reach: [0, 1] });
    }
  }
  for (const [measure, list] of found) {
    const scale = scaleOf(measure, list);
    if (scale === undefined || list.length === 0) found.delete(measure);
    else
      found.set(
        measure,
        list.map((cell) => ({ ...cell, scale, reach: reachOf(cell, scale) })),
      );
  }
  return found;
}

function scaleOf(measure: string, list: readonly RateCell[]): number | undefined {
  const values = list.flatMap(({ observation: { value, atMost, atLeast } }) =>
    [value, atMost, atLeast].filter((one) => one != null),
  );
  if (values.some((value) => value < 0 || value > 100)) return undefined;
  if (/day|hari|rank|peringkat/i.test(measure) || granuleKind(measure)) return undefined;
  if (residentMeasure.test(measure) || residentScale(measure)) return undefined;
  if (list.some(({ observation }) => observation.percent)) return 100;
  return values.every((value) => value <= 1) ? 1 : 100;
}

function reachOf({ observation }: RateCell, scale: number): [number, number] {
  const { value, atMost, atLeast, decimals } = observation;
  if (value === null) return [(atLeast ?? 0) / scale, (atMost ?? scale) / scale];
  // `0.4` may be 0.40 or 0.400: the coarsest that is usual says only what is certain.
  const half = 0.5 * 10 ** -(scale === 1 ? Math.max(2, decimals) : decimals);
  return [Math.max(0, value - half) / scale, Math.min(scale, value + half) / scale];
}

/**
 * Which two counts a rate is made of: what the publisher says, else found by trying: columns named so, a code of a dimension by its total, a cell
 * by its total. The link that gives the published rates where both counts are shown is taken.
 */
export function linkOf(
  ground: Ground,
  measure: string,
  cells: readonly RateCell[],
): Link | undefined {
  const said = declared(ground, measure);
  if (said) return said;
  let best: { link: Link; score: number } | undefined;
  for (const { link, named } of links(ground, measure, besides(ground, cells))) {
    let tried = 0;
    let fits = 0;
    let present = 0;
    for (const [place, { at, reach }] of cells.entries()) {
      if (place === 20 && present === 0) break;
      const pair = link(at);
      if (ground.index.has(pair.x) && ground.index.has(pair.n)) present++;
      const x = shownValue(ground.book, pair.x);
      const n = shownValue(ground.book, pair.n);
      if (x === undefined || n === undefined || n === 0) continue;
      tried++;
      const slack = ground.method.noise === 0 ? 0 : (2 * ground.method.noise) / n;
      if (x / n >= reach[0] - slack - 1e-9 && x / n <= reach[1] + slack + 1e-9) fits++;
    }
    if (present < cells.length * 0.5 || present === 0) continue;
    if (tried >= 3 ? fits < tried * 0.9 : fits < tried || !named) continue;
    const score = fits + (named ? 0.5 : 0);
    if (best === undefined || score > best.score) best = { link, score };
  }
  return best?.link;
}

function declared({ book, counts }: Ground, measure: string): Link | undefined {
  const share = book.structure.shares.find((one) => one.measure === measure);
  const [count] = counts;
  if (!share || count === undefined) return undefined;
  const at = (place: Place, code: string) =>
    cellName(count, normalise({ ...place, [share.dimension]: code }, book.structure));
  return (place) => ({ x: at(place, share.numerator), n: at(place, share.denominator) });
}

const yes = /^(yes|ya|true|1|y|done|selesai|numerator)$/i;
const top = /numerator|pembilang/i;
const bottom = /denominator|penyebut/i;

/** Counts that stand in a table with the rate: only those are columns of it. */
function besides({ book, counts }: Ground, cells: readonly RateCell[]): string[] {
  const grids = new Set(cells.map(({ observation }) => observation.grid));
  const found = new Set<string>();
  for (const { measure, shown, hidden } of book.cells.values()) {
    if (!counts.has(measure) || found.has(measure)) continue;
    if ([...shown, ...hidden].some(({ grid }) => grids.has(grid))) found.add(measure);
  }
  return [...found];
}

function links(
  { book, counts }: Ground,
  measure: string,
  columns: readonly string[],
): { link: Link; named: boolean }[] {
  const found: { link: Link; named: boolean }[] = [];
  const measures = [...counts];
  for (const x of columns) {
    for (const n of columns) {
      if (x === n) continue;
      const named = top.test(x) && bottom.test(n);
      found.push({ link: (at) => ({ x: cellName(x, at), n: cellName(n, at) }), named });
    }
  }
  for (const count of measures) {
    for (const { name, codes, total } of book.structure.dimensions) {
      const without = (at: Place): Place => {
        const { [name]: _, ...rest } = at;
        return rest;
      };
      const whole = (at: Place) => cellName(count, without(at));
      found.push({ link: (at) => ({ x: cellName(count, at), n: whole(at) }), named: false });
      for (const code of codes.length <= 12 ? codes : []) {
        if (code === total) continue;
        const named =
          yes.test(code) || (code.length > 2 && measure.toLowerCase().includes(code.toLowerCase()));
        const x = (at: Place) => cellName(count, { ...without(at), [name]: code });
        found.push({ link: (at) => ({ x: x(at), n: whole(at) }), named });
      }
    }
  }
  return found;
}
