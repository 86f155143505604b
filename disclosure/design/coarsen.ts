import { linksWithin } from '../cells/links.ts';
import type { Dimension, Structure, TableDesign } from '../cells/structure.ts';
import { codesOf, relationsOf } from '../cells/table-cells.ts';

/**
 * The table without the finest level that it shows of a dimension (regencies fall away, provinces
 * stay). Children of one parent go together, so that none is left as a difference.
 * @returns undefined where only the codes right under the total are left
 */
export function withoutFinest(table: TableDesign, dimension: Dimension): TableDesign | undefined {
  const relations = relationsOf(table, dimension);
  const shown = codesOf(table, dimension);
  const depth = depths(dimension.total, relations);
  const deepest = Math.max(0, ...shown.map((code) => depth.get(code) ?? 0));
  if (deepest < 2) return undefined;
  const gone = new Set(shown.filter((code) => depth.get(code) === deepest));
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { parent, children } of relations) {
      const falls = gone.has(parent) || children.some((child) => gone.has(child));
      if (parent !== dimension.total && falls) for (const child of children) gone.add(child);
    }
  }
  const codes = shown.filter((code) => !gone.has(code));
  return { ...table, codes: { ...table.codes, [dimension.name]: codes } };
}

/**
 * The table without the codes below some others (the regencies of one province): those stay, as do all codes elsewhere.
 * Children of one parent go together here too.
 */
export function withoutBelow(
  table: TableDesign,
  dimension: Dimension,
  parents: readonly string[],
): TableDesign {
  const relations = relationsOf(table, dimension);
  const gone = new Set<string>();
  const open = [...parents];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    for (const { parent, children } of relations) {
      if (parent !== code) continue;
      for (const child of children) if (!gone.has(child)) open.push(child);
      for (const child of children) gone.add(child);
    }
  }
  if (gone.size === 0) return table;
  const codes = codesOf(table, dimension).filter((code) => !gone.has(code));
  return { ...table, codes: { ...table.codes, [dimension.name]: codes } };
}

/** Longest way from the total down to each code: 1 for provinces, 2 for their regencies. */
export function depths(total: string, relations: Dimension['relations']): Map<string, number> {
  const depth = new Map([[total, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { parent, children } of relations) {
      const at = depth.get(parent);
      if (at === undefined || at > relations.length) continue;
      for (const child of children) {
        if ((depth.get(child) ?? -1) >= at + 1) continue;
        depth.set(child, at + 1);
        changed = true;
      }
    }
  }
  return depth;
}

/** The structure as it is published: codes that no table shows any more are gone, and relations to them. */
export function pruned(structure: Structure): Structure {
  const dimensions = structure.dimensions.flatMap((dimension) => {
    const tables = structure.tables.filter(({ dimensions }) => dimensions.includes(dimension.name));
    if (tables.length === 0) return [];
    const used = new Set(tables.flatMap((table) => codesOf(table, dimension)));
    return {
      ...dimension,
      codes: dimension.codes.filter((code) => used.has(code)),
      relations: dimension.relations.filter(
        ({ parent, children }) => used.has(parent) && children.every((child) => used.has(child)),
      ),
      ...(dimension.sensitive
        ? { sensitive: dimension.sensitive.filter((code) => used.has(code)) }
        : {}),
    };
  });
  const tables = structure.tables.map(({ codes, ...table }) => {
    const own = Object.entries(codes ?? {}).filter(
      ([name, list]) => dimensions.find((one) => one.name === name)?.codes.length !== list.length,
    );
    return own.length === 0 ? table : { ...table, codes: Object.fromEntries(own) };
  });
  const links = linksWithin(structure.links, dimensions);
  return { dimensions, tables, ...(links ? { links } : {}) };
}
