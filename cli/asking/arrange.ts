import { BuktiError, exitStatus } from '../../base/index.ts';
import { nearest } from '../../base/nearest.ts';
import type { MetricRow as Figure } from '../../metrics/index.ts';
import {
  type DimensionName,
  dimension,
  dimensionNames,
  type LabelOf,
} from '../../metrics/index.ts';

export interface Arrangement {
  /** `value`, `n`, `change`, `code` or a dimension; with `-` before it the highest first. */
  sort?: string | undefined;
  /** How many groups to keep of each statistic; ties at the cut stay. */
  top?: number | undefined;
  /** Only groups whose value is 0. */
  zero?: boolean | undefined;
  /** Groups that stand on fewer cases are left out. */
  minN?: number | undefined;
  /** Only figures that differ from what they are compared with. */
  changed?: boolean | undefined;
}

export interface Arranged {
  rows: Figure[];
  /** Figures left out, by what left them out. */
  leftOut: { top: number; notRanked: number; minN: number; notZero: number; same: number };
}

const keys = ['value', 'n', 'change', 'code'] as const;

/**
 * Checks a sort key and writes `gender` as `sex`.
 * @throws BuktiError `asking.unknown-sort` with the nearest
 */
export function readSort(text: string, by: readonly DimensionName[]): string {
  const name = text.replace(/^-/, '');
  if ((keys as readonly string[]).includes(name)) return text;
  const known = [...keys, ...by];
  const found = (dimensionNames as readonly string[]).includes(name) || name === 'gender';
  const own = found ? dimension(name) : undefined;
  if (own && by.includes(own)) return text.replace(name, own);
  const params = { name, near: nearest(name, known), known: known.join(', ') };
  throw new BuktiError('asking.unknown-sort', params, exitStatus.usage);
}

/**
 * Orders and cuts the figures of each statistic on its own, since units do not compare. A group whose
 * value is not reached comes after those that have one, whichever way the order runs. What is not known,
 * groups without the data and those with too few cases come last and are never ranked.
 */
export function arrange(
  all: readonly Figure[],
  { sort, top, zero, minN, changed }: Arrangement,
  labelOf: LabelOf,
): Arranged {
  const leftOut = { top: 0, notRanked: 0, minN: 0, notZero: 0, same: 0 };
  const keep = all.filter((row) => {
    if (minN !== undefined && row.n < minN) leftOut.minN += 1;
    else if (zero && !isZero(row)) leftOut.notZero += 1;
    else if (changed && isSame(row)) leftOut.same += 1;
    else return true;
    return false;
  });
  const key = sort ?? (top === undefined ? undefined : '-value');
  if (key === undefined) return { rows: keep, leftOut };
  const order = orderOf(key, labelOf);
  const rows = blocks(keep).flatMap((block) => {
    const ordered = block
      .map((row, index) => ({ row, index, place: order.place(row) }))
      .sort((a, b) => a.place - b.place || order.compare(a.row, b.row) || a.index - b.index);
    if (top === undefined) return ordered.map(({ row }) => row);
    const ranked = ordered.filter(({ place }) => place < unranked);
    let end = Math.min(top, ranked.length);
    // A tie at the cut is no reason to leave one out.
    while (end > 0 && order.ties(ranked[end - 1]?.row, ranked[end]?.row)) end += 1;
    leftOut.top += ranked.length - end;
    leftOut.notRanked += ordered.length - ranked.length;
    return ranked.slice(0, end).map(({ row }) => row);
  });
  return { rows, leftOut };
}

/** Nothing was counted; of bodies: all of the group are silent. */
function isZero(row: Figure): boolean {
  return row.statistic === 'zero' ? row.n > 0 && row.value === row.n : row.value === 0;
}

function isSame({ value, comparison }: Figure): boolean {
  return comparison === undefined || comparison.base.value === value;
}

/** The figures of each statistic, in the order of their first. */
export function blocks(rows: readonly Figure[]): Figure[][] {
  const found = new Map<string, Figure[]>();
  for (const row of rows) {
    const name = `${row.metric}.${row.statistic}`;
    const block = found.get(name);
    if (block) block.push(row);
    else found.set(name, [row]);
  }
  return [...found.values()];
}

interface Order {
  place(row: Figure): number;
  compare(a: Figure, b: Figure): number;
  ties(a: Figure | undefined, b: Figure | undefined): boolean;
}

/** Places: 0 has the key, 1 not reached, 2 and over not ranked. */
const unranked = 2;

function orderOf(sort: string, labelOf: LabelOf): Order {
  const down = sort.startsWith('-');
  const name = sort.replace(/^-/, '');
  const sign = down ? -1 : 1;
  if (name === 'value' || name === 'n' || name === 'change') {
    const number = (row: Figure) =>
      name === 'value' ? row.value : name === 'n' ? row.n : (row.comparison?.difference ?? null);
    return {
      place: (row) => {
        if (row.status === 'below_minimum') return 4;
        if (Object.values(row.dims).includes('unknown')) return unranked;
        if (number(row) !== null) return 0;
        return row.status === 'not_reached' ? 1 : 3;
      },
      compare: (a, b) => sign * ((number(a) ?? 0) - (number(b) ?? 0)),
      ties: (a, b) => !!a && !!b && number(a) === number(b),
    };
  }
  const text = (row: Figure) => {
    if (name === 'code') return Object.values(row.dims).join('\n');
    const code = row.dims[name as DimensionName];
    return code === undefined ? '' : labelOf(name, code);
  };
  const isUnknown = (row: Figure) => row.dims[name as DimensionName] === 'unknown';
  return {
    place: (row) => (name !== 'code' && isUnknown(row) ? unranked : 0),
    compare: (a, b) => sign * compareText(text(a), text(b)),
    ties: (a, b) => !!a && !!b && text(a) === text(b),
  };
}

/** By letters alone, the same on every machine. */
function compareText(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}
