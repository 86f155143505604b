/** One dimension of a table as positions: what is summed to what, and what lies above each code. */
export class Axis {
  readonly name: string;
  /** Codes that the table shows; the first is the total. */
  readonly codes: readonly string[];
  /** Parents with their parts, parts first: each is the sum of those. */
  readonly sums: readonly (readonly [parent: number, parts: readonly number[]])[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly above: readonly (readonly number[])[];

  /** @param relations of the dimension; those that the codes do not all stand in are passed over */
  constructor(
    name: string,
    codes: readonly string[],
    relations: readonly { parent: string; children: readonly string[] }[],
  ) {
    this.name = name;
    this.codes = codes;
    this.places = new Map(codes.map((code, place) => [code, place]));
    this.sums = this.ordered(relations);
    const above = codes.map((): number[] => []);
    for (const [parent, parts] of this.sums) for (const part of parts) above[part]?.push(parent);
    this.above = above;
  }

  /** @throws Error where the table has no such code: code lists and records disagree */
  placeOf(code: string): number {
    const place = this.places.get(code);
    if (place === undefined) throw new Error(`${this.name} has no code ${code}`);
    return place;
  }

  /** The code itself and all that it is a part of, once each. */
  closure(places: readonly number[]): number[] {
    const found = new Set<number>();
    const walk = (place: number) => {
      if (found.has(place)) return;
      found.add(place);
      for (const parent of this.above[place] as number[]) walk(parent);
    };
    for (const place of places) walk(place);
    return [...found];
  }

  /**
   * Where to put what so that rolling it up leaves 1 at each of the given codes and 0 at all others; a code that has
   * as many of them below as it should hold stands for nothing here.
   */
  seedsOf(places: readonly number[]): { places: number[]; weights: number[] } {
    const left = new Map<number, number>();
    for (const place of places) {
      left.set(place, (left.get(place) ?? 0) + 1);
      for (const parent of this.above[place] as number[]) {
        left.set(parent, (left.get(parent) ?? 0) - 1);
      }
    }
    const seeds = [...left].filter(([, weight]) => weight !== 0);
    return { places: seeds.map(([place]) => place), weights: seeds.map(([, weight]) => weight) };
  }

  /** One sum for each parent, so that nothing is added twice, after the sums that its parts need. */
  private ordered(relations: readonly { parent: string; children: readonly string[] }[]) {
    const own = new Map<number, number[]>();
    for (const { parent, children } of relations) {
      const [place, ...parts] = [parent, ...children].map((code) => this.places.get(code));
      if (place === undefined || parts.includes(undefined) || own.has(place)) continue;
      own.set(place, parts as number[]);
    }
    const done = new Set<number>();
    const sums: [number, number[]][] = [];
    const add = (place: number) => {
      const parts = own.get(place);
      if (done.has(place) || !parts) return;
      done.add(place);
      for (const part of parts) add(part);
      sums.push([place, parts]);
    };
    for (const place of own.keys()) add(place);
    return sums;
  }
}
