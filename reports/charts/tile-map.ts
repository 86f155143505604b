import * as Plot from '@observablehq/plot';
import {
  type ChartText,
  type Datum,
  frame,
  ink,
  type Layout,
  sizes,
  socialRoom,
  traced,
} from './frame.ts';
import { cut, textWidth } from './measure.ts';
import { classes, smallest, steps, textOn } from './shade.ts';
import { type Placed, placeTiles } from './tile-places.ts';
import { linesOnTile, squeezed } from './tile-text.ts';

export interface Tile extends Datum {
  /** At most 9 letters, as `Jabar`. */
  short: string;
  /** Two digits, as `32`; the first one names the group of islands. */
  code: string;
  column: number;
  row: number;
}

export interface TileMapOptions {
  /** Writes a class's lower bound in the key. */
  format: (value: number) => string;
  /** What a tile without a value is called in the key. */
  noValue: string;
}

interface Shades {
  fill: (tile: Tile) => string | undefined;
  onTile: (tile: Tile) => string;
  /** Lower bound of each class that has a tile, and the highest value of all. */
  bounds: number[];
  highest: number;
}

/**
 * The provinces as equal tiles in five shades of equal size, the key under the map. A phone has the
 * groups of islands one under the other, so that every tile keeps its name and value; a card has the
 * map without words and beside it the highest and the lowest.
 */
export function tileMap(
  tiles: readonly Tile[],
  options: TileMapOptions,
  text: ChartText,
  layout: Layout,
): string {
  const asPrinted = printedValues(tiles);
  const values = tiles.flatMap((tile) => (tile.value === null ? [] : [asPrinted(tile)]));
  const { bounds, of } = classes(values);
  const shades: Shades = {
    fill: (tile) => (tile.value === null ? ink.paper : steps[of(asPrinted(tile))]),
    onTile: (tile) => (tile.value === null ? ink.muted : textOn(of(asPrinted(tile)))),
    bounds: values.length > 0 ? bounds : [],
    highest: Math.max(...values),
  };
  return layout === 'social'
    ? card(tiles, options, text, shades)
    : map(tiles, options, text, shades, layout);
}

/** Tiles that print the same value have one value, the lowest of theirs: equal figures, equal shade. */
function printedValues(tiles: readonly Tile[]): (tile: Tile) => number {
  const lowest = new Map<string, number>();
  for (const { text, value } of tiles) {
    if (value !== null) lowest.set(text, Math.min(value, lowest.get(text) ?? value));
  }
  return ({ text, value }) => lowest.get(text) ?? (value as number);
}

const identity = {
  margin: 0,
  x: { type: 'identity', axis: null },
  y: { type: 'identity', axis: null },
} as const;

function rectangles(placed: readonly Placed[], gap: number, shades: Shades, pen = 1): Plot.Markish {
  return Plot.rect(placed, {
    x1: (tile: Placed) => tile.x + gap,
    x2: (tile: Placed) => tile.x + tile.width - gap,
    y1: (tile: Placed) => tile.y + gap,
    y2: (tile: Placed) => tile.y + tile.height - gap,
    fill: shades.fill,
    stroke: (tile: Tile) => (tile.value === null ? ink.grey : 'none'),
    strokeWidth: pen,
    strokeDasharray: `${2 * pen},${2 * pen}`,
    render: traced(placed),
  });
}

function map(
  tiles: readonly Tile[],
  options: TileMapOptions,
  text: ChartText,
  shades: Shades,
  layout: 'narrow' | 'wide',
): string {
  const { width, font } = sizes[layout];
  const size = smallest[layout];
  const { placed, bottom } = placeTiles(tiles, { width, height: 46, apart: layout === 'narrow' });
  const gap = layout === 'wide' ? 1.5 : 1;
  const room = (placed[0]?.width ?? 0) - 2 * gap - 1;
  const labelled = placed.map((tile) => ({ ...tile, lines: linesOnTile(tile.short, room, size) }));
  const line = 14.5;
  /** The name's lines and the value's stand in the middle of the tile. */
  const yOf = (tile: (typeof labelled)[number], index: number) => {
    const count = tile.lines.length + (tile.text ? 1 : 0);
    return tile.y + tile.height / 2 + (index - (count - 1) / 2) * line;
  };
  const centre = (tile: Placed) => tile.x + tile.width / 2;
  const names = [0, 1].map((index) => {
    const own = labelled.filter((tile) => tile.lines[index] !== undefined);
    return Plot.text(own, {
      x: centre,
      y: (tile) => yOf(tile, index),
      text: (tile) => tile.lines[index],
      fontSize: size,
      fill: shades.onTile,
      render: squeezed(
        own.map((tile) => tile.lines[index] ?? ''),
        room,
        size,
      ),
    });
  });
  const withValue = labelled.filter((tile) => tile.text);
  const key = keyUnder(bottom + 16, options, shades, layout);
  const hasGaps = tiles.some((tile) => tile.value === null);
  return frame(text, layout, {
    ...identity,
    height: key.bottom + (hasGaps ? font + 8 : 0),
    marks: [
      rectangles(placed, gap, shades),
      ...names,
      Plot.text(withValue, {
        x: centre,
        y: (tile) => yOf(tile, tile.lines.length),
        text: 'text',
        fontSize: size,
        fontWeight: 600,
        fontVariant: 'tabular-nums',
        fill: shades.onTile,
        render: traced(withValue),
      }),
      ...key.marks,
      ...(hasGaps
        ? [
            Plot.text([options.noValue], {
              x: 0,
              y: key.bottom + font / 2,
              text: (label: string) => label,
              textAnchor: 'start',
              fontSize: font,
              fill: ink.muted,
            }),
          ]
        : []),
    ],
  });
}

function keyUnder(
  top: number,
  { format }: TileMapOptions,
  { bounds, highest }: Shades,
  layout: Layout,
  most = layout === 'wide' ? 440 : sizes[layout].width,
): { marks: Plot.Markish[]; bottom: number } {
  const { font, pen } = sizes[layout];
  const height = 10 * pen;
  // Few or equal values fill fewer classes than five: of equal bounds the last one counts.
  const used = bounds.flatMap((bound, step) =>
    bounds[step + 1] === bound ? [] : [{ bound, step }],
  );
  const end = used.length > 0 ? format(highest) : '';
  const keyWidth = most / Math.max(1, used.length);
  const keys = used.map(({ bound, step }, index) => ({
    x1: index * keyWidth,
    x2: (index + 1) * keyWidth,
    step: steps[step],
    label: format(bound),
  }));
  const lastRoom = textWidth(keys.at(-1)?.label ?? '', font) + textWidth(end, font) + font / 2;
  const y = top + height + 4 * pen + font / 2;
  const label = { y, fontSize: font, fill: ink.muted };
  // A card has room for the two ends alone.
  const shown = layout === 'social' ? keys.slice(0, 1) : keys;
  return {
    bottom: y + font / 2 + 8,
    marks: [
      Plot.rect(keys, { x1: 'x1', x2: 'x2', y1: top, y2: top + height, fill: 'step' }),
      Plot.text(shown, { ...label, x: 'x1', text: 'label', textAnchor: 'start' }),
      Plot.text(layout === 'social' || lastRoom <= keyWidth ? [end] : [], {
        ...label,
        x: keyWidth * used.length,
        text: (words: string) => words,
        textAnchor: 'end',
      }),
    ],
  };
}

/** The highest three and the lowest two, in words beside the map. */
const namedTiles = { highest: 3, lowest: 2 } as const;

function card(
  tiles: readonly Tile[],
  options: TileMapOptions,
  text: ChartText,
  shades: Shades,
): string {
  const { width, font } = sizes.social;
  const room = text.room ?? socialRoom;
  const mapWidth = 716;
  const keyHeight = 78;
  const rows = Math.max(0, ...tiles.map((tile) => tile.row)) + 1;
  const height = Math.min(46, (room - keyHeight) / rows);
  const { placed, bottom } = placeTiles(tiles, { width: mapWidth, height, apart: false });
  const ordered = tiles
    .filter((tile) => tile.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.code < b.code ? -1 : 1));
  const { highest, lowest } = namedTiles;
  const all = ordered.length <= highest + lowest;
  const top = all ? ordered : ordered.slice(0, highest);
  const low = all ? [] : ordered.slice(-lowest);
  const listed = [...top, ...low];
  const step = Math.min(60, room / (listed.length + (all ? 0 : 1)));
  const list = listed.map((tile, index) => ({
    ...tile,
    y: (index + (index >= top.length ? 1 : 0) + 0.5) * step,
  }));
  const left = mapWidth + 56;
  const valueWidth = Math.max(0, ...list.map((tile) => textWidth(tile.text, font, 'bold')));
  const nameRoom = width - left - 44 - valueWidth - 16;
  const names = new Set(listed.map((tile) => tile.code));
  const outlined = placed.filter((tile) => names.has(tile.code));
  const key = keyUnder(bottom + 14, options, shades, 'social', mapWidth);
  return frame(text, 'social', {
    ...identity,
    height: room,
    marks: [
      rectangles(placed, 1.5, shades, 2),
      Plot.rect(outlined, {
        x1: (tile: Placed) => tile.x + 1,
        x2: (tile: Placed) => tile.x + tile.width - 1,
        y1: (tile: Placed) => tile.y + 1,
        y2: (tile: Placed) => tile.y + tile.height - 1,
        fill: 'none',
        stroke: ink.text,
        strokeWidth: 3,
      }),
      ...key.marks,
      Plot.rect(list, {
        x1: left,
        x2: left + 28,
        y1: (tile) => tile.y - 14,
        y2: (tile) => tile.y + 14,
        fill: shades.fill,
        stroke: ink.text,
        strokeWidth: 3,
      }),
      Plot.text(list, {
        x: left + 44,
        y: 'y',
        text: (tile: Tile) => cut(tile.short, nameRoom, font),
        textAnchor: 'start',
        fontSize: font,
        fill: ink.text,
      }),
      Plot.text(list, {
        x: width,
        y: 'y',
        text: 'text',
        textAnchor: 'end',
        fontSize: font,
        fontWeight: 600,
        fontVariant: 'tabular-nums',
        fill: ink.text,
        render: traced(list),
      }),
      Plot.text(all ? [] : ['…'], {
        x: left + 44,
        y: (top.length + 0.4) * step,
        text: (words: string) => words,
        textAnchor: 'start',
        fontSize: font,
        fill: ink.muted,
      }),
    ],
  });
}
