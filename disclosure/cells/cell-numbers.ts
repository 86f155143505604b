import type { Coordinates } from './cell.ts';
import type { Structure, TableDesign } from './structure.ts';
import { codesOf, dimensionOf } from './table-cells.ts';

/** Cells by a set of dimensions that do not stand at their total. */
interface Block {
  readonly offset: number;
  /** By dimension and place of a code: what it adds; -1 for a code that no table of these dimensions shows. */
  readonly adds: ReadonlyMap<string, Float64Array>;
}

/** A way through the dimensions of some coordinates, in the order in which they stand there. */
interface Way {
  readonly names: readonly string[];
  readonly codes: ReadonlyMap<string, number>;
  readonly block: Block;
  readonly adds: readonly Float64Array[];
  readonly next: Map<string, Way | undefined>;
}

/**
 * A whole number for every cell of all tables of a structure, the same for the same records in whatever table they
 * stand: what `cellKey` says in a text, many times as fast. Numbers run from 0 to below `size`, about the number of
 * cells.
 */
export class CellNumbers {
  private readonly structure: Structure;
  private readonly blocks = new Map<string, Block>();
  private readonly codes = new Map<string, ReadonlyMap<string, number>>();
  private readonly start: Way | undefined;
  private readonly indices: number[] = [];
  size = 0;

  constructor(structure: Structure) {
    this.structure = structure;
    const used = new Set(structure.tables.flatMap(({ dimensions }) => dimensions));
    for (const name of used) {
      const { codes, total } = dimensionOf(structure, name);
      const parts = codes.filter((code) => code !== total);
      this.codes.set(name, new Map(parts.map((code, place) => [code, place])));
    }
    const sets = new Map<string, TableDesign[]>();
    for (const table of structure.tables) {
      for (const names of subsets(table.dimensions)) {
        const key = blockKey(names);
        sets.set(key, [...(sets.get(key) ?? []), table]);
      }
    }
    for (const [key, tables] of sets) this.addBlock(key, tables);
    this.start = this.wayOf([]);
  }

  /** -1 where the coordinates are those of no table of the structure. */
  of(at: Coordinates): number {
    const { indices } = this;
    if (this.start === undefined) return -1;
    let way: Way = this.start;
    let depth = 0;
    for (const name in at) {
      let next: Way | undefined = way.next.get(name);
      if (next === undefined) {
        if (way.next.has(name)) return -1;
        next = this.wayOf([...way.names, name]);
        way.next.set(name, next);
        if (next === undefined) return -1;
      }
      const index = next.codes.get(at[name] as string);
      if (index === undefined) return -1;
      indices[depth] = index;
      depth += 1;
      way = next;
    }
    let number = way.block.offset;
    for (let place = 0; place < depth; place++) {
      const add = way.adds[place]?.[indices[place] as number] as number;
      if (add < 0) return -1;
      number += add;
    }
    return number;
  }

  /** Numbers of all cells of a table, in the order of `tableCells`. */
  ofTable(table: TableDesign): Float64Array {
    const axes = table.dimensions.map((name) => {
      const dimension = dimensionOf(this.structure, name);
      const places = this.codes.get(name) as ReadonlyMap<string, number>;
      const codes = codesOf(table, dimension);
      return codes.map((code) => (code === dimension.total ? -1 : (places.get(code) as number)));
    });
    const numbers = new Float64Array(axes.reduce((size, codes) => size * codes.length, 1));
    const at: number[] = [];
    let position = 0;
    const numberOf = (names: readonly string[], ...more: number[]): number => {
      const { offset, adds } = this.blocks.get(blockKey(names)) as Block;
      let number = offset;
      for (const [depth, name] of names.entries()) {
        const place = depth < at.length ? at[depth] : more[depth - at.length];
        number += adds.get(name)?.[place as number] as number;
      }
      return number;
    };
    const walk = (axis: number, names: readonly string[]): void => {
      const places = axes[axis];
      if (places === undefined) {
        numbers[position] = numberOf(names);
        position += 1;
        return;
      }
      const more = [...names, table.dimensions[axis] as string];
      if (axis === axes.length - 1) {
        // The last dimension runs fastest: in one go.
        const adds = this.blocks.get(blockKey(more))?.adds.get(more.at(-1) as string);
        const [first = -1] = places.filter((place) => place >= 0);
        const base = first < 0 ? 0 : numberOf(more, first) - (adds?.[first] as number);
        const total = numberOf(names);
        for (const place of places) {
          numbers[position] = place < 0 ? total : base + (adds?.[place] as number);
          position += 1;
        }
        return;
      }
      for (const place of places) {
        if (place >= 0) at.push(place);
        walk(axis + 1, place < 0 ? names : more);
        if (place >= 0) at.pop();
      }
    };
    walk(0, []);
    return numbers;
  }

  private addBlock(key: string, tables: readonly TableDesign[]): void {
    const names = JSON.parse(key) as string[];
    const adds = new Map<string, Float64Array>();
    let length = 1;
    for (const name of names.reverse()) {
      const places = this.codes.get(name) as ReadonlyMap<string, number>;
      const dimension = dimensionOf(this.structure, name);
      const shown = new Set(tables.flatMap((table) => codesOf(table, dimension)));
      const own = new Float64Array(places.size).fill(-1);
      let found = 0;
      for (const [code, place] of places) {
        if (!shown.has(code)) continue;
        own[place] = found * length;
        found += 1;
      }
      adds.set(name, own);
      length *= found;
    }
    this.blocks.set(key, { offset: this.size, adds });
    this.size += length;
  }

  private wayOf(names: readonly string[]): Way | undefined {
    const block = this.blocks.get(blockKey(names));
    if (!block) return undefined;
    const adds = names.map((name) => block.adds.get(name) as Float64Array);
    const codes = this.codes.get(names.at(-1) ?? '') ?? new Map();
    return { names, codes, block, adds, next: new Map() };
  }
}

function blockKey(names: readonly string[]): string {
  return JSON.stringify([...names].sort());
}

/** Every set of some of the names. */
function* subsets(names: readonly string[]): Generator<string[]> {
  const [first, ...rest] = names;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const some of subsets(rest)) {
    yield some;
    yield [first, ...some];
  }
}
