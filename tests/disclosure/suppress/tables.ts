import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../base/index.ts';
import type { Cell, Coordinates } from '../../../disclosure/cells/cell.ts';
import type { Dimension, Structure } from '../../../disclosure/cells/structure.ts';
import { allCells } from '../../../disclosure/cells/table-cells.ts';

/** A dimension whose total is the sum of all its codes. */
export function flat(name: string, codes: readonly string[], sensitive?: string[]): Dimension {
  const relations = [{ parent: '_T', children: codes }];
  return { name, total: '_T', codes: ['_T', ...codes], relations, sensitive };
}

/** One table over all dimensions. */
export function oneTable(...dimensions: Dimension[]): Structure {
  return { dimensions, tables: [{ name: 't', dimensions: dimensions.map(({ name }) => name) }] };
}

/** What one record, or many alike, look like: a leaf code of every dimension. */
export interface Atom {
  readonly at: Coordinates;
  readonly n: number;
  readonly complainants?: number;
}

/** Every cell of every table counted from atoms, by what lies under each code. */
export function count(structure: Structure, atoms: readonly Atom[]): Cell[] {
  const under = new Map(
    structure.dimensions.map((dimension) => [
      dimension.name,
      new Map(dimension.codes.map((code) => [code, leavesUnder(dimension, code)])),
    ]),
  );
  return [...allCells(structure).values()].map((at) => {
    const inside = atoms.filter((atom) =>
      Object.entries(at).every(([name, code]) =>
        under
          .get(name)
          ?.get(code)
          ?.has(atom.at[name] as string),
      ),
    );
    return { at, n: inside.reduce((sum, { n }) => sum + n, 0), keySum: 0 };
  });
}

export function leavesUnder(dimension: Dimension, code: string): Set<string> {
  const relation = dimension.relations.find(({ parent }) => parent === code);
  if (!relation) return new Set([code]);
  return new Set(relation.children.flatMap((child) => [...leavesUnder(dimension, child)]));
}

/** All combinations of leaf codes, the last dimension running fastest, with a count each. */
export function atomsOf(structure: Structure, counts: readonly number[]): Atom[] {
  let places: Coordinates[] = [{}];
  for (const dimension of structure.dimensions) {
    const leaves = [...leavesUnder(dimension, dimension.total)];
    places = places.flatMap((at) => leaves.map((code) => ({ ...at, [dimension.name]: code })));
  }
  return places.map((at, index) => ({ at, n: counts[index] ?? 0 }));
}

const shared = process.env.BUKTI_SHARED_DATA ?? path.join(packageRoot(), '..', 'shared', 'data');

/** Rows of a published test case, by column; null where the folder of shared data is missing. */
export function sharedCase(name: string): Record<string, string>[] | null {
  const file = path.join(shared, 'sdc', name);
  if (!existsSync(file)) return null;
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const parts = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, parts[index] ?? '']));
  });
}
