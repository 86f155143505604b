import type { Session } from '../../warehouse/index.ts';
import { Axis } from './axis.ts';
import { complainantsOf } from './complainants.ts';
import { Cube, rollUp } from './cube.ts';
import { relationsOfLevel } from './dimension.ts';
import type { Level } from './levels.ts';
import type { PublishedClock } from './measures.ts';
import { type Outcome, outcomeName } from './outcomes.ts';
import { readLists } from './read-lists.ts';
import { codeAt, columnOf, type RecordColumns, recordTable, secretUnit } from './records.ts';

/** A table as it is counted: its dimensions at their levels, and what became of the reports. */
export interface CountedTable {
  levels: readonly Level[];
  outcome: Outcome | undefined;
  /** Clocks whose days are counted. */
  histograms: readonly PublishedClock[];
}

export interface Counts {
  cube: Cube;
  complainants?: Float64Array;
  largest?: Float64Array;
  days: { clock: PublishedClock; cube: Cube; width: number; list: Float64Array }[];
}

const causes = 3;

/** Counts a table in a statement of one GROUP BY and one for each clock's days, and rolls it up. */
export async function countTable(
  session: Session,
  table: CountedTable,
  columns: RecordColumns,
  isProtected: boolean,
): Promise<Counts> {
  const { levels, outcome } = table;
  const axes = levels.map(axisOf);
  const places = new Places(levels, axes, columns);
  const outcomeAxis = outcome && new Axis(outcomeName, outcome.codes, outcome.relations);
  const cube = new Cube(outcomeAxis ? [...axes, outcomeAxis] : axes);
  const leavesOf = memo((value: number) =>
    (outcome as Outcome).leaves(value).map((code) => (outcomeAxis as Axis).placeOf(code)),
  );
  const sums = isProtected ? ['sum(w)', 'sum(k) % 4294967296'] : ['count(*)'];
  const by = [...places.columns, ...(outcome ? [outcome.sql] : [])];
  const groups = await grouped(session, by, sums);
  const [both, keys] = groups.sums;
  const value = outcome ? groups.by.at(-1) : undefined;
  const stepOf = (axis: number) => cube.steps[axis] as number;
  for (let row = 0; row < groups.length; row++) {
    let cell = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      cell += places.at(axis, groups.by, row) * stepOf(axis);
    }
    const sum = both?.[row] ?? 0;
    const n = sum % secretUnit;
    const secret = (sum - n) / secretUnit;
    const key = keys?.[row] ?? 0;
    if (!value) cube.add(cell, n, key, secret);
    else for (const leaf of leavesOf(value[row] as number)) cube.add(cell + leaf, n, key, secret);
  }
  cube.rollUp();
  const counts: Counts = { cube, days: [] };
  if (columns.repeats) {
    const { starts, columns: values, above } = columns.repeats;
    const by = places.columns.map((name) => values.get(name) as Float64Array);
    const known = axes.map((axis, place) => {
      const level = levels[place] as Level;
      const found = above.get(level) ?? {
        kinds: places.all(place, by),
        closures: axis.codes.map((_, at) => axis.closure([at])),
      };
      above.set(level, found);
      return found;
    });
    const ofOutcome = outcome
      ? [outcomeKinds(outcome, values.get('o') as Float64Array, (value) => leavesOf(value))]
      : [];
    const closed = ofOutcome.map(({ kinds, leaves }) => ({
      kinds,
      closures: leaves.map((own) => (outcomeAxis as Axis).closure(own)),
    }));
    Object.assign(counts, complainantsOf(cube, { starts, axes: [...known, ...closed] }));
  }
  const plain = new Cube(axes);
  for (const clock of table.histograms) {
    const ends = [...places.columns, `${clock}_t`, `${clock}_cause`];
    const found = await grouped(session, ends, ['count(*)'], `${clock}_cause is not null`);
    const [day, cause] = found.by.slice(places.columns.length) as [Float64Array, Float64Array];
    const width = (day.reduce((most, one) => Math.max(most, one), -1) + 1) * causes;
    const list = new Float64Array(plain.size * width);
    for (let row = 0; row < found.length; row++) {
      let cell = 0;
      for (let axis = 0; axis < axes.length; axis++) {
        cell += places.at(axis, found.by, row) * (plain.steps[axis] as number);
      }
      const at = cell * width + (day[row] as number) * causes + (cause[row] as number);
      list[at] = (list[at] as number) + (found.sums[0]?.[row] as number);
    }
    rollUp(plain, list, width);
    counts.days.push({ clock, cube: plain, width, list });
  }
  return counts;
}

function axisOf(level: Level): Axis {
  const codes = [level.total, ...level.list.codes.map(({ code }) => code)];
  return new Axis(level.dimension, codes, relationsOfLevel(level));
}

/** Finds the position of a record on each axis from the numbers of its columns. */
class Places {
  readonly columns: readonly string[];
  private readonly first: readonly number[];
  private readonly found: readonly ((value: number) => number)[];
  private readonly widths: readonly number[];

  constructor(levels: readonly Level[], axes: readonly Axis[], columns: RecordColumns) {
    const names = levels.map((level) => level.columns);
    this.columns = names.flat().map(columnOf);
    this.first = names.map((_, place) => names.slice(0, place).flat().length);
    this.widths = names.map((own) => own.length);
    this.found = levels.map((level, axis) =>
      memo((value) => {
        const numbers =
          level.columns.length === 1 ? [value] : [Math.floor(value / 4096), value % 4096];
        const codes = level.columns.map((name, place) =>
          codeAt(columns, name, numbers[place] as number),
        );
        return (axes[axis] as Axis).placeOf(level.leafOf(codes));
      }),
    );
  }

  /** The same for all records. */
  all(axis: number, by: readonly Float64Array[]): Uint32Array {
    const found = new Uint32Array(by[0]?.length ?? 0);
    for (let row = 0; row < found.length; row++) found[row] = this.at(axis, by, row);
    return found;
  }

  at(axis: number, by: readonly Float64Array[], row: number): number {
    const first = this.first[axis] as number;
    const value = by[first]?.[row] as number;
    const both = this.widths[axis] === 2 ? value * 4096 + (by[first + 1]?.[row] as number) : value;
    return (this.found[axis] as (value: number) => number)(both);
  }
}

/** Reports by what the outcome tells apart, and the codes without parts of each. */
function outcomeKinds<T>(outcome: Outcome, values: Float64Array, leavesOf: (value: number) => T) {
  const byValue = new Map<number, number>();
  const byReduced = new Map<number, number>();
  const leaves: T[] = [];
  const kinds = new Uint32Array(values.length);
  for (let report = 0; report < values.length; report++) {
    const value = values[report] as number;
    let kind = byValue.get(value);
    if (kind === undefined) {
      const reduced = outcome.reduced(value);
      kind = byReduced.get(reduced) ?? leaves.push(leavesOf(reduced)) - 1;
      byReduced.set(reduced, kind);
      byValue.set(value, kind);
    }
    kinds[report] = kind;
  }
  return { kinds, leaves };
}

/** Remembers what a function of whole numbers has given. */
function memo<T>(make: (value: number) => T): (value: number) => T {
  const known = new Map<number, T>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const made = make(value);
    known.set(value, made);
    return made;
  };
}

/** A GROUP BY over the records, as columns of numbers. */
async function grouped(
  session: Session,
  by: readonly string[],
  sums: readonly string[],
  where = 'true',
): Promise<{ by: Float64Array[]; sums: Float64Array[]; length: number }> {
  const columns = [...by, ...sums].map((column, place) => `${column} as x${place}`);
  const group = by.length > 0 ? `group by ${by.map((_, place) => place + 1).join(', ')}` : '';
  const { values, length } = await readLists(
    session,
    `select ${columns.join(', ')} from temp.${recordTable} where ${where} ${group}`,
  );
  return { by: values.slice(0, by.length), sums: values.slice(by.length), length };
}
