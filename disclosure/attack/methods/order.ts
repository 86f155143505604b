import type { Finding } from '../finding.ts';
import { normalise } from '../model/book.ts';
import type { Ground } from '../model/ground.ts';
import { groupBy } from '../model/group-by.ts';
import { cellName, type Observation } from '../model/observation.ts';

/** Fewer rows stand in order by chance too often: 1 in 60 at five. */
const enough = 5;

interface List {
  readonly rows: readonly Observation[];
  readonly codes: readonly string[];
  readonly dimension: string;
  readonly rank: boolean;
}

/**
 * A list sorted by value places what is hidden in it; one sorted by values that are not published tells which of two
 * is the larger. An order that the codes explain says nothing.
 */
export function orders(ground: Ground, observations: readonly Observation[]): Finding[] {
  const lists = [...listsOf(ground, observations), ...rankedLists(ground, observations)];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const plainOrders = new Set(
    lists
      .filter((list) => !list.rank && direction(list.rows, 2 * ground.method.noise) === 0)
      .map(orderKey),
  );
  for (const list of lists) {
    if (!list.rank && (isCodeOrder(ground, list) || plainOrders.has(orderKey(list)))) continue;
    for (const finding of [...placed(ground, list), ...disordered(ground, list)]) {
      const key = `${finding.file}|${finding.cell}`;
      if (!seen.has(key)) findings.push(finding);
      seen.add(key);
    }
  }
  return findings;
}

function orderKey({ rows, codes, dimension }: List): string {
  return `${rows[0]?.grid}|${dimension}|${codes.join('|')}`;
}

function listsOf({ book, counts }: Ground, observations: readonly Observation[]): List[] {
  const groups = new Map<string, Observation[]>();
  for (const one of observations) {
    if (!counts.has(one.measure)) continue;
    const at = normalise(one.at, book.structure);
    for (const name of Object.keys(at)) {
      const { [name]: _, ...others } = at;
      const key = `${one.grid}|${name}|${cellName(one.measure, others)}`;
      const group = groups.get(key) ?? [];
      group.push(one);
      groups.set(key, group);
    }
  }
  return [...groups].map(([key, rows]) => {
    const dimension = key.split('|')[1] ?? '';
    return { rows, dimension, rank: false, codes: rows.map(({ at }) => at[dimension] ?? '') };
  });
}

/** A column of ranks orders the rows of its table, whatever order they stand in. */
function rankedLists({ counts }: Ground, observations: readonly Observation[]): List[] {
  const ranks = observations.filter(
    ({ measure, value }) => /rank|peringkat/i.test(measure) && value !== null,
  );
  const byGrid = groupBy(ranks, ({ grid }) => grid);
  return [...byGrid].flatMap(([grid, some]) => {
    const rankOf = new Map(some.map(({ row, value }) => [row, value as number]));
    const here = observations.filter((one) => one.grid === grid && counts.has(one.measure));
    return [...groupBy(here, ({ measure }) => measure).values()].map((rows): List => {
      const ranked = rows
        .filter(({ row }) => rankOf.has(row))
        .sort((a, b) => (rankOf.get(a.row) as number) - (rankOf.get(b.row) as number));
      return { rows: ranked, codes: [], dimension: '', rank: true };
    });
  });
}

/** 1 rising, -1 falling, 0 neither; steps back of up to `slack` are let pass. */
function direction(rows: readonly Observation[], slack: number): number {
  const values = shownValues(rows);
  if (values.length < enough || new Set(values).size < 3) return 0;
  const steps = values.slice(1).map((value, index) => value - (values[index] as number));
  if (steps.every((step) => step >= -slack)) return 1;
  return steps.every((step) => step <= slack) ? -1 : 0;
}

function shownValues(rows: readonly Observation[]): number[] {
  return rows.map(({ value }) => value).filter((value) => value !== null);
}

function isCodeOrder({ book }: Ground, { codes, dimension }: List): boolean {
  const given = book.structure.dimension(dimension)?.codes ?? [];
  const position = new Map(given.map((code, index) => [code, index]));
  const natural = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  const rises = (compare: (a: string, b: string) => number) =>
    codes.every((code, index) => index === 0 || compare(codes[index - 1] as string, code) <= 0);
  const inferred = given.every((code, index) => index === 0 || codes.includes(code));
  return (
    rises(natural) ||
    rises((a, b) => natural(b, a)) ||
    (!inferred && rises((a, b) => (position.get(a) ?? -1) - (position.get(b) ?? -1)))
  );
}

/** Hidden values between two shown ones of a sorted list. */
function placed({ book, known }: Ground, { rows, rank }: List): Finding[] {
  if (direction(rows, 0) === 0) return [];
  return rows.flatMap((one, index): Finding[] => {
    if (one.value !== null) return [];
    const before = shownValues(rows.slice(0, index)).at(-1);
    const after = shownValues(rows.slice(index + 1))[0];
    if (before === undefined || after === undefined) return [];
    const cell = cellName(one.measure, normalise(one.at, book.structure));
    if (known.has(cell) || (book.cells.get(cell)?.shown.length ?? 0) > 0) return [];
    return [
      {
        kind: 'order',
        severity: 'recovered',
        file: one.file,
        place: one.place,
        cell,
        low: Math.min(before, after),
        high: Math.max(before, after),
        by: { key: rank ? 'attack.by.rank' : 'attack.by.sorted' },
      },
    ];
  });
}

/** Nearly sorted, and out of order only by what noise can do: sorted before the noise was added. */
function disordered({ book, method }: Ground, { rows, rank }: List): Finding[] {
  if (method.kind !== 'perturb' || direction(rows, 0) !== 0) return [];
  const slack = 2 * method.noise;
  const way = direction(rows, slack);
  const values = shownValues(rows);
  if (way === 0 || concordance(values) * way < 0.7) return [];
  const at = rows.findIndex((one, index) => {
    const before = rows[index - 1]?.value;
    return before != null && one.value !== null && (one.value - before) * way < 0;
  });
  const one = rows[at];
  const previous = rows[at - 1];
  if (one === undefined || previous?.value == null || one.value === null) return [];
  return [
    {
      kind: 'order',
      severity: 'recovered',
      file: one.file,
      place: one.place,
      cell: cellName(one.measure, normalise(one.at, book.structure)),
      low: Math.max(0, Math.max(one.value, previous.value) - method.noise),
      high: Math.min(one.value, previous.value) + method.noise,
      by: { key: rank ? 'attack.by.rank' : 'attack.by.exact-order' },
    },
  ];
}

/** Kendall's tau-b between position and value. */
function concordance(values: readonly number[]): number {
  let score = 0;
  let untied = 0;
  for (let a = 0; a < values.length; a++) {
    for (let b = a + 1; b < values.length; b++) {
      const step = Math.sign((values[b] as number) - (values[a] as number));
      score += step;
      untied += Math.abs(step);
    }
  }
  const pairs = (values.length * (values.length - 1)) / 2;
  return untied === 0 ? 0 : score / Math.sqrt(untied * pairs);
}
