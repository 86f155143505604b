import { aalenJohansen, curveEnd, type MetricRow, percentile } from '../../metrics/index.ts';
import type { Cell, Session } from '../../warehouse/index.ts';

/** A result by column name, not made into rows. */
export type Columns = Map<string, Cell[]>;

/** A statement's columns, chunk by chunk, as the planner fetches its own. */
export async function fetchColumns(
  session: Session,
  sql: string,
  names: readonly string[],
): Promise<Columns> {
  const columns: Columns = new Map(names.map((name) => [name, []]));
  const lists = [...columns.values()];
  for await (const chunk of session.chunks(sql)) {
    chunk.forEach((cells, index) => {
      const list = lists[index] as Cell[];
      for (const cell of cells) list.push(cell);
    });
  }
  return columns;
}

/** What a group's figures are, by hand: counts by name, or the days of a clock. */
interface Expected {
  counts: Map<string, number>;
  events: number[];
  competing: number[];
  censored: number[];
  followUp: number[];
}

/**
 * Holds every figure of the planner against the counts by hand: a count its number, a share or mean
 * both its parts, a percentile how many started and the day that the histogram gives.
 * @returns what differs, in words; empty where nothing does
 */
export function differences(rows: readonly MetricRow[], by: readonly string[], hand: Columns) {
  const groups = gather(by, hand);
  const problems: string[] = [];
  const used = new Set<string>();
  for (const row of rows) {
    const dims = row.dims as Record<string, string>;
    const key = by.map((name) => dims[name]).join('\n');
    used.add(key);
    const group = groups.get(key);
    const problem = group ? check(row, group) : row.n === 0 ? undefined : 'only the planner has it';
    const tooFew = !group && (row.statistic === 'median' || row.statistic === 'p90') && row.n < 10;
    if (problem && !tooFew) problems.push(`${row.metric}.${row.statistic} ${key}: ${problem}`);
  }
  for (const key of groups.keys()) {
    if (!used.has(key)) problems.push(`${key.replaceAll('\n', ', ')}: the planner has it not`);
  }
  return problems;
}

function gather(by: readonly string[], hand: Columns): Map<string, Expected> {
  const groups = new Map<string, Expected>();
  const length = hand.values().next().value?.length ?? 0;
  const get = (name: string, row: number) => hand.get(name)?.[row] ?? null;
  for (let row = 0; row < length; row++) {
    const key = by.map((name) => get(name, row) ?? 'unknown').join('\n');
    let group = groups.get(key);
    if (!group) {
      group = { counts: new Map(), events: [], competing: [], censored: [], followUp: [] };
      groups.set(key, group);
    }
    const [day, followup] = [get('day', row), get('followup', row)];
    if (typeof followup === 'number') group.followUp[followup] = Number(get('open', row));
    if (typeof day === 'number') {
      group.censored[day] = Number(get('open', row));
      group.events[day] = Number(get('awaited', row));
      group.competing[day] = Number(get('competing', row));
    }
    for (const name of hand.keys()) {
      if (name.includes('.')) group.counts.set(name, Number(get(name, row)));
    }
  }
  return groups;
}

function check(row: MetricRow, group: Expected): string | undefined {
  const name = `${row.metric}.${row.statistic}`;
  if (row.statistic === 'median' || row.statistic === 'p90') {
    const [events, competing, censored, followUp] = filled(group);
    const started = followUp.reduce((sum, n) => sum + n, 0);
    if (row.n !== started) return `${row.n} started, by hand ${started}`;
    if (row.status === 'below_minimum') return undefined;
    const end = curveEnd(followUp) ?? -1;
    const points = aalenJohansen({ events, competing, censored }).slice(0, end + 1);
    const { value } = percentile(points, started, row.statistic === 'median' ? 0.5 : 0.9);
    return row.value === value ? undefined : `${row.value}, by hand ${value}`;
  }
  const field = row.dims.field === undefined ? '' : `?field=${row.dims.field}`;
  const part = group.counts.get(name + field);
  const whole = group.counts.get(`${name}/`);
  if (part === undefined) return 'not asked for by hand';
  if (row.numerator !== part) return `${row.numerator}, by hand ${part}`;
  if (whole !== undefined && row.denominator !== whole) {
    return `of ${row.denominator}, by hand of ${whole}`;
  }
  return undefined;
}

function filled({ events, competing, censored, followUp }: Expected) {
  const length = Math.max(events.length, competing.length, censored.length, followUp.length);
  const fill = (bins: number[]) => Array.from({ length }, (_, day) => bins[day] ?? 0);
  return [fill(events), fill(competing), fill(censored), fill(followUp)] as [
    number[],
    number[],
    number[],
    number[],
  ];
}
