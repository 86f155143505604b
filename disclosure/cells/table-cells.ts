import type { Coordinates } from './cell.ts';
import { cellKey } from './coordinates.ts';
import type { Dimension, Relation, Structure, TableDesign } from './structure.ts';

/** @throws Error where a table names a dimension that the structure lacks */
export function dimensionOf(structure: Structure, name: string): Dimension {
  const found = structure.dimensions.find((dimension) => dimension.name === name);
  if (!found) throw new Error(`no dimension ${name}`);
  return found;
}

/** The codes of one dimension that a table shows, the total too, in the order of the dimension. */
export function codesOf(table: TableDesign, dimension: Dimension): readonly string[] {
  const shown = table.codes?.[dimension.name];
  if (!shown) return dimension.codes;
  const kept = new Set(shown);
  return dimension.codes.filter((code) => kept.has(code));
}

/** The relations of one dimension whose members a table all shows. */
export function relationsOf(table: TableDesign, dimension: Dimension): readonly Relation[] {
  const shown = new Set(codesOf(table, dimension));
  return dimension.relations.filter(
    ({ parent, children }) => shown.has(parent) && children.every((child) => shown.has(child)),
  );
}

/** Coordinates without the dimensions that stand at their total. */
export function without(at: Coordinates, dimension: string): Coordinates {
  const { [dimension]: _, ...rest } = at;
  return rest;
}

/** Every cell of one table, totals included, the last dimension running fastest. */
export function* tableCells(structure: Structure, table: TableDesign): Generator<Coordinates> {
  const dimensions = table.dimensions.map((name) => dimensionOf(structure, name));
  const codes = dimensions.map((dimension) => codesOf(table, dimension));
  if (codes.some((list) => list.length === 0)) return;
  const index = codes.map(() => 0);
  for (;;) {
    const at: Record<string, string> = {};
    for (const [place, dimension] of dimensions.entries()) {
      const code = codes[place]?.[index[place] as number] as string;
      if (code !== dimension.total) at[dimension.name] = code;
    }
    yield at;
    let place = codes.length - 1;
    while (place >= 0 && (index[place] as number) + 1 === codes[place]?.length) {
      index[place] = 0;
      place -= 1;
    }
    if (place < 0) return;
    index[place] = (index[place] as number) + 1;
  }
}

/** Every distinct cell of all tables by its key: a margin that several tables share stands once. */
export function allCells(structure: Structure): Map<string, Coordinates> {
  const cells = new Map<string, Coordinates>();
  for (const table of structure.tables) {
    for (const at of tableCells(structure, table)) cells.set(cellKey(at), at);
  }
  return cells;
}

/** One sum that holds between cells: `parent = children[0] + children[1] + ...`, as keys. */
export interface Sum {
  readonly parent: string;
  readonly children: readonly string[];
}

/** Every sum that holds within one table: each relation of each dimension, for all codes of the others. */
export function* tableSums(structure: Structure, table: TableDesign): Generator<Sum> {
  for (const name of table.dimensions) {
    const dimension = dimensionOf(structure, name);
    const relations = relationsOf(table, dimension);
    const others = { ...table, dimensions: table.dimensions.filter((other) => other !== name) };
    for (const rest of tableCells(structure, others)) {
      const keyAt = (code: string) =>
        cellKey(code === dimension.total ? rest : { ...rest, [name]: code });
      for (const { parent, children } of relations) {
        yield { parent: keyAt(parent), children: children.map(keyAt) };
      }
    }
  }
}
