import type { Cube } from './cube.ts';

/** Reports of complainants who have several in the period, those of one together. */
export interface Repeats {
  /** Where the reports of each begin; the end of the last at the end. */
  readonly starts: Uint32Array;
  /** By axis of the cube and report: the codes that it counts for, its own and all above, once each. */
  readonly places: readonly (readonly (readonly number[])[])[];
}

/**
 * Distinct complainants and the reports of whoever has most, exactly, in every cell. Most complainants
 * have one report, so only what two reports of one share is looked at: there the cell counts one
 * complainant less than reports. Whose reporter is not known counts as a complainant of its own.
 */
export function complainantsOf(
  cube: Cube,
  repeats: Repeats,
): { complainants: Float64Array; largest: Float64Array } {
  const { n, size, steps } = cube;
  const complainants = Float64Array.from(n);
  const largest = Float64Array.from(n, (count) => (count > 0 ? 1 : 0));
  const seen = new Uint32Array(size);
  const cells = new Offsets(size);
  const touched: number[] = [];
  const shared = steps.map((_, axis) => new SharedPlaces(cube.axes[axis]?.codes.length ?? 0));
  for (let person = 0; person + 1 < repeats.starts.length; person++) {
    const start = repeats.starts[person] as number;
    const end = repeats.starts[person + 1] as number;
    let any = true;
    for (let axis = 0; axis < steps.length && any; axis++) {
      const of = shared[axis] as SharedPlaces;
      of.clear();
      const own = repeats.places[axis] as readonly (readonly number[])[];
      for (let report = start; report < end; report++) of.add(own[report] as readonly number[]);
      any = of.shared.length > 0;
    }
    if (!any) continue;
    if (end - start === 2) {
      cells.clear();
      for (const [axis, step] of steps.entries()) cells.times(shared[axis]?.shared ?? [], step);
      for (let index = 0; index < cells.length; index++) {
        const cell = cells.list[index] as number;
        complainants[cell] = (complainants[cell] as number) - 1;
        if ((largest[cell] as number) < 2) largest[cell] = 2;
      }
      continue;
    }
    for (let report = start; report < end; report++) {
      cells.clear();
      for (const [axis, step] of steps.entries()) {
        const of = shared[axis] as SharedPlaces;
        cells.times(of.sharedOf(repeats.places[axis]?.[report] ?? []), step);
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

/** Codes of one axis that at least two reports of a person count for. */
class SharedPlaces {
  readonly shared: number[] = [];
  private readonly marks: Uint32Array;
  private mark = 0;

  constructor(codes: number) {
    this.marks = new Uint32Array(codes);
  }

  clear(): void {
    this.shared.length = 0;
    // Once or twice met by this person: two marks that no other had.
    this.mark += 2;
  }

  add(places: readonly number[]): void {
    for (let index = 0; index < places.length; index++) {
      const place = places[index] as number;
      const mark = this.marks[place] as number;
      if (mark < this.mark) this.marks[place] = this.mark;
      else if (mark === this.mark) {
        this.marks[place] = mark + 1;
        this.shared.push(place);
      }
    }
  }

  sharedOf(places: readonly number[]): number[] {
    return places.filter((place) => this.marks[place] === this.mark + 1);
  }
}

/** Cells of the product of places on every axis, in one list that is used again. */
class Offsets {
  readonly list: Int32Array;
  length = 0;
  private readonly next: Int32Array;

  constructor(size: number) {
    this.list = new Int32Array(size);
    this.next = new Int32Array(size);
  }

  clear(): void {
    this.list[0] = 0;
    this.length = 1;
  }

  times(places: readonly number[], step: number): void {
    const { list, next } = this;
    let length = 0;
    for (let index = 0; index < this.length; index++) {
      const base = list[index] as number;
      for (let place = 0; place < places.length; place++) {
        next[length] = base + (places[place] as number) * step;
        length += 1;
      }
    }
    list.set(next.subarray(0, length));
    this.length = length;
  }
}
