import type { Axis } from './axis.ts';
import { type Cube, rollUp } from './cube.ts';

/** What the reports of one axis count for. */
export interface RepeatAxis {
  /** By report a number from 0; reports of one number count for the same codes. */
  readonly kinds: Uint32Array;
  /** By such a number the codes: its own and all above, once each. */
  readonly closures: readonly (readonly number[])[];
}

/** Reports of complainants who have several in the period, those of one together. */
export interface Repeats {
  /** Where the reports of each begin; the end of the last at the end. */
  readonly starts: Uint32Array;
  /** By axis of the cube. */
  readonly axes: readonly RepeatAxis[];
}

/**
 * Distinct complainants and the reports of whoever has most, exactly, in every cell. Most complainants
 * have one report, so only what two reports of one share is looked at: there the cell counts one
 * complainant less than reports. Whose reporter is not known counts as a complainant of its own.
 */
export function complainantsOf(
  cube: Cube,
  { starts, axes }: Repeats,
): { complainants: Float64Array; largest: Float64Array } {
  const { n, size, steps } = cube;
  const twice = new Float64Array(size);
  const seeds = new Seeds(cube, axes);
  for (let person = 0; person + 1 < starts.length; person++) {
    const start = starts[person] as number;
    if ((starts[person + 1] as number) - start === 2) seeds.add(twice, start, start + 1);
  }
  rollUp(cube, twice, 1);
  const complainants = new Float64Array(size);
  const largest = new Float64Array(size);
  for (let cell = 0; cell < size; cell++) {
    const count = n[cell] as number;
    const pairs = twice[cell] as number;
    complainants[cell] = count - pairs;
    largest[cell] = pairs > 0 ? 2 : count > 0 ? 1 : 0;
  }
  const seen = new Uint32Array(size);
  const cells = new Offsets(size);
  const touched: number[] = [];
  const shared = axes.map((axis, place) => {
    return new SharedBySome(axis, cube.axes[place]?.codes.length ?? 0);
  });
  for (let person = 0; person + 1 < starts.length; person++) {
    const start = starts[person] as number;
    const end = starts[person + 1] as number;
    if (end - start === 2) continue;
    if (!shared.every((axis) => axis.meet(start, end))) continue;
    for (let report = start; report < end; report++) {
      cells.clear();
      for (const [axis, step] of steps.entries()) {
        cells.times((shared[axis] as SharedBySome).of(report), step);
      }
      for (let index = 0; index < cells.length; index++) {
        const cell = cells.list[index] as number;
        if (seen[cell] === 0) touched.push(cell);
        seen[cell] = (seen[cell] as number) + 1;
      }
    }
    for (const cell of touched) {
      const most = seen[cell] as number;
      complainants[cell] = (complainants[cell] as number) - most + 1;
      if (most > (largest[cell] as number)) largest[cell] = most;
      seen[cell] = 0;
    }
    touched.length = 0;
  }
  return { complainants, largest };
}

type Weighted = ReturnType<Axis['seedsOf']>;

/** Two of so few kinds are looked up, of more compared. */
const fewKinds = 256;

/**
 * Puts, for two reports of one person, what rolled up is 1 in every cell that holds both: as a rule one number for
 * each outcome, instead of one for every cell above it.
 */
class Seeds {
  private readonly cube: Cube;
  private readonly axes: readonly RepeatAxis[];
  /** By axis; for two kinds of reports where there are few kinds, else for the one code that is shared. */
  private readonly known: (Weighted | undefined)[][];

  constructor(cube: Cube, axes: readonly RepeatAxis[]) {
    this.cube = cube;
    this.axes = axes;
    this.known = axes.map(() => []);
  }

  add(list: Float64Array, one: number, other: number): void {
    this.addFrom(list, one, other, 0, 0, 1);
  }

  private addFrom(
    list: Float64Array,
    one: number,
    other: number,
    axis: number,
    cell: number,
    weight: number,
  ): void {
    if (axis === this.axes.length) {
      list[cell] = (list[cell] as number) + weight;
      return;
    }
    const { places, weights } = this.seedsOf(axis, one, other);
    const step = this.cube.steps[axis] as number;
    for (let index = 0; index < places.length; index++) {
      const next = cell + (places[index] as number) * step;
      this.addFrom(list, one, other, axis + 1, next, weight * (weights[index] as number));
    }
  }

  /** Of the codes of an axis that both reports count for. */
  private seedsOf(axis: number, one: number, other: number): Weighted {
    const { kinds, closures } = this.axes[axis] as RepeatAxis;
    const known = this.known[axis] as (Weighted | undefined)[];
    const a = kinds[one] as number;
    const b = kinds[other] as number;
    const isSmall = closures.length <= fewKinds;
    const pair = a * closures.length + b;
    const before = isSmall ? known[pair] : undefined;
    if (before) return before;
    const others = closures[b] as readonly number[];
    const both = (closures[a] as readonly number[]).filter((place) => others.includes(place));
    const key = isSmall ? pair : both.length === 1 ? (both[0] as number) : undefined;
    const found = key === undefined ? undefined : known[key];
    if (found) return found;
    const made = (this.cube.axes[axis] as Axis).seedsOf(both);
    if (key !== undefined) known[key] = made;
    return made;
  }
}

/** Codes of one axis that at least two reports of a person with more than two count for. */
class SharedBySome {
  private readonly axis: RepeatAxis;
  private readonly marks: Uint32Array;
  private mark = 0;

  constructor(axis: RepeatAxis, codes: number) {
    this.axis = axis;
    this.marks = new Uint32Array(codes);
  }

  /** @returns whether there are any */
  meet(start: number, end: number): boolean {
    const { kinds, closures } = this.axis;
    const { marks } = this;
    // Once or twice met by this person: two marks that no other had.
    this.mark += 2;
    let any = false;
    for (let report = start; report < end; report++) {
      for (const place of closures[kinds[report] as number] as readonly number[]) {
        const mark = marks[place] as number;
        if (mark < this.mark) marks[place] = this.mark;
        else {
          marks[place] = this.mark + 1;
          any = true;
        }
      }
    }
    return any;
  }

  of(report: number): readonly number[] {
    const { kinds, closures } = this.axis;
    const own = closures[kinds[report] as number] as readonly number[];
    return own.filter((place) => this.marks[place] === this.mark + 1);
  }
}

/** Cells of the product of places on every axis, in one list that is used again. */
class Offsets {
  list: Int32Array;
  length = 0;
  private next: Int32Array;

  constructor(size: number) {
    this.list = new Int32Array(size);
    this.next = new Int32Array(size);
  }

  clear(): void {
    this.list[0] = 0;
    this.length = 1;
  }

  times(places: readonly number[], step: number): void {
    const { list, next, length } = this;
    if (places.length === 1) {
      const add = (places[0] as number) * step;
      // The total stands first on every axis.
      if (add === 0) return;
      for (let index = 0; index < length; index++) list[index] = (list[index] as number) + add;
      return;
    }
    let made = 0;
    for (let index = 0; index < length; index++) {
      const base = list[index] as number;
      for (let place = 0; place < places.length; place++) {
        next[made] = base + (places[place] as number) * step;
        made += 1;
      }
    }
    this.list = next;
    this.next = list;
    this.length = made;
  }
}
