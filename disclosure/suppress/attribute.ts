import { type Axis, type Grid, linesAlong, type Universe } from './universe.ts';

/** A small group that says by its breakdown what all its members have in common. */
export interface Withheld {
  /** The variable that holds the whole group. */
  readonly full: number;
  /** All of the breakdown, zeros too: a zero shown says as much as the count itself. */
  readonly breakdown: readonly number[];
}

/**
 * Groups of fewer than `below` complaints of which all fall in one value of a dimension that has sensitive codes:
 * who is known to be in the group is known to be in the value. Any value counts, not the sensitive ones alone:
 * otherwise the gap itself would tell. A rest of nested areas is no value anyone can read.
 */
export function* attributeDisclosures(universe: Universe, below: number): Generator<Withheld> {
  for (const grid of universe.grids) {
    for (const axis of grid.axes) {
      if (!axis.dimension.sensitive?.length) continue;
      yield* alongAxis(universe, grid, axis, below);
    }
  }
}

function* alongAxis(
  { counts, keys, cells }: Universe,
  grid: Grid,
  axis: Axis,
  below: number,
): Generator<Withheld> {
  const relations = axis.relations.map((relation) => {
    return { ...relation, inside: codesInside(axis, relation.parent) };
  });
  for (const start of linesAlong(grid, axis)) {
    const variable = (code: string) =>
      grid.variables[start + axis.codes.indexOf(code) * axis.stride] as number;
    for (const { parent, children, inside } of relations) {
      const n = counts[variable(parent)] as number;
      if (!(n > 0 && n < below)) continue;
      const filled = children.map(variable).filter((each) => (counts[each] as number) > 0);
      const isPossible = (each: number) => !cells.get(keys[each] as string)?.structuralZero;
      // Where nothing else can be, everyone knew before.
      if (filled.length === 1 && children.map(variable).filter(isPossible).length > 1) {
        yield { full: filled[0] as number, breakdown: inside.map(variable) };
      }
    }
  }
}

/** Codes that hold some but not all of a parent's leaves. */
function codesInside(axis: Axis, parent: string): string[] {
  const all = new Set(axis.atoms.leaves.get(parent));
  return axis.codes.filter((code) => {
    const leaves = axis.atoms.leaves.get(code) ?? [];
    const common = leaves.filter((leaf) => all.has(leaf)).length;
    return common > 0 && common < all.size;
  });
}
