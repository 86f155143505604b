/** Positions of the counts of many groups, by name: each name is kept once. */
export class CountNames {
  private readonly positions = new Map<string, number>();

  /** Those known, in the order of their positions. */
  readonly all: string[] = [];

  /** @returns undefined where no group has such a count */
  find(name: string): number | undefined {
    return this.positions.get(name);
  }

  positionOf(name: string): number {
    const known = this.positions.get(name);
    if (known !== undefined) return known;
    this.positions.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

/** Integers of one group by name; a count that nothing was said of is not there. */
export class NamedCounts implements Iterable<[string, number]> {
  private readonly names: CountNames;
  private list: (number | undefined)[] | undefined;

  /** @param names shared by the groups of one plan */
  constructor(names: CountNames) {
    this.names = names;
  }

  get size(): number {
    return [...this].length;
  }

  get(name: string): number | undefined {
    const position = this.names.find(name);
    return position === undefined ? undefined : this.list?.[position];
  }

  set(name: string, count: number): void {
    this.setAt(this.names.positionOf(name), count);
  }

  /** @param position of its name */
  setAt(position: number, count: number): void {
    // Of the length it will have: an array that grows takes room for seventeen at once.
    this.list ??= new Array(this.names.all.length);
    this.list[position] = count;
  }

  *values(): Generator<number> {
    for (const [, count] of this) yield count;
  }

  *[Symbol.iterator](): Generator<[string, number]> {
    for (const [position, count] of (this.list ?? []).entries()) {
      if (count !== undefined) yield [this.names.all[position] as string, count];
    }
  }
}
