import type { Tile } from './tile-map.ts';

/** A tile with its corner and size in pixels. */
export interface Placed extends Tile {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Groups of islands by the first digit of a province's code, from west to east and as they stand. */
const islands = ['12', '35', '67', '89'] as const;
const between = 10;

/**
 * Tiles in their places. `apart`: the groups of islands one under the other, each from the left, so
 * that seven tiles need no more room than seventeen; tiles of another code stand as one group.
 */
export function placeTiles(
  tiles: readonly Tile[],
  { width, height, apart }: { width: number; height: number; apart: boolean },
): { placed: Placed[]; bottom: number } {
  const groups = apart ? grouped(tiles) : [tiles];
  const columns = Math.max(1, ...groups.map((group) => (apart ? span(group) : rightmost(group))));
  const size = Math.min(64, width / columns);
  let top = 0;
  const placed = groups.flatMap((group) => {
    const firstColumn = apart ? Math.min(...group.map((tile) => tile.column)) : 0;
    const firstRow = apart ? Math.min(...group.map((tile) => tile.row)) : 0;
    const start = top;
    top += (Math.max(0, ...group.map((tile) => tile.row)) - firstRow + 1) * height + between;
    return group.map((tile) => ({
      ...tile,
      x: (tile.column - firstColumn) * size,
      y: start + (tile.row - firstRow) * height,
      width: size,
      height,
    }));
  });
  return { placed, bottom: top - between };
}

function grouped(tiles: readonly Tile[]): (readonly Tile[])[] {
  if (tiles.some((tile) => !islands.some((digits) => digits.includes(tile.code.charAt(0))))) {
    return [tiles];
  }
  const groups = islands.map((digits) =>
    tiles.filter((tile) => digits.includes(tile.code.charAt(0))),
  );
  return groups.filter((group) => group.length > 0);
}

const rightmost = (group: readonly Tile[]) => Math.max(0, ...group.map((tile) => tile.column)) + 1;

const span = (group: readonly Tile[]) =>
  rightmost(group) - Math.min(...group.map((tile) => tile.column));
