import type { Dimension, Relation, TableDesign } from '../cells/structure.ts';
import { codesOf, relationsOf } from '../cells/table-cells.ts';

/** A dimension by its finest codes: what each code is made of. */
export interface CodeAtoms {
  /** Finest codes under a code, as sorted numbers; a code of which relations disagree is made of itself. */
  readonly leaves: ReadonlyMap<string, readonly number[]>;
  /** The one code that stands for all codes with the same leaves (a province with one regency). */
  canonical(code: string): string;
  /** The code with exactly these leaves, if there is one. */
  withLeaves(leaves: readonly number[]): string | undefined;
}

/** @throws Error where a code is part of itself */
export function codeAtoms(dimension: Dimension): CodeAtoms {
  const relations = new Map<string, Relation[]>();
  for (const relation of dimension.relations) {
    relations.set(relation.parent, [...(relations.get(relation.parent) ?? []), relation]);
  }
  const number = new Map(dimension.codes.map((code, index) => [code, index]));
  const leaves = new Map<string, readonly number[]>();
  const under = (code: string, path: readonly string[]): readonly number[] => {
    const known = leaves.get(code);
    if (known) return known;
    if (path.includes(code)) throw new Error(`${dimension.name}: ${code} is part of itself`);
    const own = number.get(code);
    if (own === undefined) throw new Error(`${dimension.name}: a relation names no code ${code}`);
    const sets = (relations.get(code) ?? []).map(({ children }) =>
      sorted(children.flatMap((child) => under(child, [...path, code]))),
    );
    const agree = sets.length > 0 && sets.every((set) => set.join() === sets[0]?.join());
    const found = agree ? (sets[0] as readonly number[]) : [own];
    leaves.set(code, found);
    return found;
  };
  const first = new Map<string, string>();
  for (const code of [dimension.total, ...dimension.codes]) {
    const key = under(code, []).join();
    if (!first.has(key)) first.set(key, code);
  }
  return {
    leaves,
    canonical: (code) => first.get((leaves.get(code) ?? []).join()) ?? code,
    withLeaves: (set) => first.get(set.join()),
  };
}

const sorted = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** The codes of one dimension in one table, each set of leaves once, and all sums between them. */
export interface TableCodes {
  readonly codes: readonly string[];
  readonly relations: readonly Relation[];
  /** Codes among `codes` that are not shown: what is left of an area when another within it is taken away. */
  readonly rests: ReadonlySet<string>;
}

/**
 * Relations as the design states them, and for a code that stands in none as a parent: what is left of it
 * beside the largest shown codes within it, since anyone can subtract nested areas.
 */
export function tableCodes(dimension: Dimension, table: TableDesign, atoms: CodeAtoms): TableCodes {
  const shown = [...new Set(codesOf(table, dimension).map(atoms.canonical))];
  const relations = new Map<string, Relation>();
  const add = (parent: string, children: readonly string[]) => {
    const parts = [...new Set(children)].sort();
    if (parts.length > 1)
      relations.set(`${parent}=${parts.join('+')}`, { parent, children: parts });
  };
  for (const { parent, children } of relationsOf(table, dimension)) {
    add(atoms.canonical(parent), children.map(atoms.canonical));
  }
  const codes = [...shown];
  const rests = new Set<string>();
  const parents = new Set([...relations.values()].map(({ parent }) => parent));
  for (const code of shown) {
    if (parents.has(code)) continue;
    const own = atoms.leaves.get(code) ?? [];
    for (const family of disjointFamilies(largestWithin(code, shown, atoms), atoms)) {
      const taken = new Set(family.flatMap((part) => atoms.leaves.get(part) ?? []));
      const left = own.filter((leaf) => !taken.has(leaf));
      const children = [...family];
      if (left.length > 0) {
        const rest =
          atoms.withLeaves(left) ?? `rest:${left.map((leaf) => dimension.codes[leaf]).join('+')}`;
        children.push(rest);
        if (!codes.includes(rest)) {
          codes.push(rest);
          rests.add(rest);
        }
      }
      add(code, children);
    }
  }
  return { codes, relations: [...relations.values()], rests };
}

/** Shown codes strictly within a code that lie within no other such code. */
function largestWithin(code: string, shown: readonly string[], atoms: CodeAtoms): string[] {
  const own = new Set(atoms.leaves.get(code));
  if (own.size < 2) return [];
  const within = shown.filter((other) => {
    const leaves = atoms.leaves.get(other) ?? [];
    return leaves.length < own.size && leaves.every((leaf) => own.has(leaf));
  });
  return within.filter((part) => {
    const leaves = atoms.leaves.get(part) ?? [];
    return !within.some((other) => {
      const larger = atoms.leaves.get(other) ?? [];
      return larger.length > leaves.length && leaves.every((leaf) => larger.includes(leaf));
    });
  });
}

/** Parts put together as long as they do not overlap, in their order. */
function disjointFamilies(parts: readonly string[], atoms: CodeAtoms): string[][] {
  const families: { parts: string[]; leaves: Set<number> }[] = [];
  for (const part of parts) {
    const leaves = atoms.leaves.get(part) ?? [];
    let family = families.find((each) => leaves.every((leaf) => !each.leaves.has(leaf)));
    if (!family) {
      family = { parts: [], leaves: new Set() };
      families.push(family);
    }
    family.parts.push(part);
    for (const leaf of leaves) family.leaves.add(leaf);
  }
  return families.map((family) => family.parts);
}
