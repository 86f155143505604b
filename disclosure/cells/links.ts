import type { Coordinates } from './cell.ts';
import { CellNumbers } from './cell-numbers.ts';
import type { Link, Structure } from './structure.ts';
import { codesOf, dimensionOf, tableCells } from './table-cells.ts';

/** One sum between cells of different dimensions. */
export interface LinkSum {
  readonly parent: Coordinates;
  readonly children: readonly Coordinates[];
  /** Some child stands in no table: the others are at most the parent. */
  readonly isPartial: boolean;
}

/** Every sum that a link makes: for all codes of the other dimensions of each table that shows its parent. */
export function* linkSums(structure: Structure): Generator<LinkSum> {
  const { links = [] } = structure;
  if (links.length === 0) return;
  const numbers = new CellNumbers(structure);
  for (const link of links) {
    const seen = new Set<number>();
    const own = Object.keys(link.parent);
    for (const table of structure.tables) {
      if (!own.every((name) => shows(structure, table, name, link.parent[name] as string)))
        continue;
      const dimensions = table.dimensions.filter((name) => !own.includes(name));
      for (const rest of tableCells(structure, { ...table, dimensions })) {
        const parent = { ...rest, ...link.parent };
        const number = numbers.of(parent);
        if (seen.has(number)) continue;
        seen.add(number);
        const children = link.children.map((child) => ({ ...rest, ...child }));
        const shown = children.filter((child) => numbers.of(child) >= 0);
        if (shown.length === 0) continue;
        yield { parent, children, isPartial: shown.length < children.length };
      }
    }
  }
}

/** Links that still say something of the dimensions that are left. */
export function linksWithin(
  links: readonly Link[] | undefined,
  dimensions: Structure['dimensions'],
): readonly Link[] | undefined {
  const isThere = (at: Coordinates) =>
    Object.entries(at).every(([name, code]) =>
      dimensions.some((one) => one.name === name && one.codes.includes(code)),
    );
  const left = links?.filter(({ parent, children }) => isThere(parent) && children.some(isThere));
  return left && left.length > 0 ? left : undefined;
}

function shows(
  structure: Structure,
  table: Structure['tables'][number],
  name: string,
  code: string,
): boolean {
  return (
    table.dimensions.includes(name) && codesOf(table, dimensionOf(structure, name)).includes(code)
  );
}
