import * as Plot from '@observablehq/plot';
import {
  type ChartText,
  type Datum,
  frame,
  ink,
  type Layout,
  sizes,
  textWidth,
  traced,
} from './frame.ts';
import { classes, steps, textOn } from './shade.ts';

export interface Tile extends Datum {
  /** At most 9 letters, as `Jabar`. */
  short: string;
  /** Two digits, as `32`: what a phone has room for. */
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

/** The provinces as equal tiles in five shades of equal size; the key stands under the map. */
export function tileMap(
  tiles: readonly Tile[],
  options: TileMapOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { width, font } = sizes[layout];
  const wide = layout === 'wide';
  const columns = Math.max(...tiles.map((tile) => tile.column)) + 1;
  const rows = Math.max(...tiles.map((tile) => tile.row)) + 1;
  const cell = width / columns;
  const height = wide ? cell + 4 : 24;
  const gap = wide ? 1.5 : 0.75;
  const { bounds, of } = classes(
    tiles.flatMap((tile) => (tile.value === null ? [] : [tile.value])),
  );
  const fill = (tile: Tile) => (tile.value === null ? ink.paper : steps[of(tile.value)]);
  const onTile = (tile: Tile) => (tile.value === null ? ink.muted : textOn(of(tile.value)));
  const keyTop = rows * height + 18;
  const labels = bounds.map(options.format);
  const highest = options.format(
    Math.max(...tiles.map((tile) => tile.value ?? Number.NEGATIVE_INFINITY)),
  );
  const lastRoom = textWidth(labels.at(-1) ?? '', font) + textWidth(highest, font) + 6;
  const keyWidth = wide ? Math.min(width / 5, Math.max(76, lastRoom)) : width / 5;
  const keys = bounds.map((_, step) => ({
    x1: step * keyWidth,
    x2: (step + 1) * keyWidth,
    step: steps[step],
    label: labels[step] ?? '',
  }));
  const centre = (tile: Tile) => (tile.column + 0.5) * cell;
  const hasGaps = tiles.some((tile) => tile.value === null);

  return frame(text, layout, {
    height: keyTop + 14 + font + 8 + (hasGaps ? font + 10 : 0),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.rect(tiles, {
        x1: (tile: Tile) => tile.column * cell + gap,
        x2: (tile: Tile) => (tile.column + 1) * cell - gap,
        y1: (tile: Tile) => tile.row * height + gap,
        y2: (tile: Tile) => (tile.row + 1) * height - gap,
        fill,
        stroke: (tile: Tile) => (tile.value === null ? ink.grey : 'none'),
        strokeDasharray: '2,2',
        render: traced(tiles),
      }),
      Plot.text(tiles, {
        x: centre,
        y: (tile: Tile) => (tile.row + 0.5) * height - (wide ? font * 0.62 : 0),
        text: wide ? 'short' : 'code',
        fontSize: 12,
        fontWeight: wide ? 500 : 400,
        fill: onTile,
        ...(wide ? { render: squeezed(tiles, cell - 6) } : {}),
      }),
      ...(wide
        ? [
            Plot.text(tiles, {
              x: centre,
              y: (tile: Tile) => (tile.row + 0.5) * height + font * 0.62,
              text: 'text',
              fontSize: 12,
              fontVariant: 'tabular-nums',
              fill: onTile,
              render: traced(tiles),
            }),
          ]
        : []),
      Plot.rect(keys, { x1: 'x1', x2: 'x2', y1: keyTop, y2: keyTop + 10, fill: 'step' }),
      Plot.text(keys, {
        x: 'x1',
        y: keyTop + 14 + font / 2,
        text: 'label',
        textAnchor: 'start',
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.text(lastRoom <= keyWidth ? [highest] : [], {
        x: keyWidth * 5,
        y: keyTop + 14 + font / 2,
        text: (label: string) => label,
        textAnchor: 'end',
        fontSize: font,
        fill: ink.muted,
      }),
      ...(hasGaps
        ? [
            Plot.text([options.noValue], {
              x: 0,
              y: keyTop + 14 + font * 1.5 + 8,
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

/** Names a little too long for their tile are narrowed, never made smaller. */
function squeezed(tiles: readonly Tile[], room: number): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    const nodes = group
      ? [...(group as unknown as { childNodes: Iterable<Squeezable> }).childNodes]
      : [];
    nodes.forEach((node, position) => {
      const tile = tiles[index[position] as number];
      if (!tile || textWidth(tile.short, 12.5) <= room) return;
      node.setAttribute('textLength', String(Math.round(room)));
      node.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    });
    return group;
  };
}

interface Squeezable {
  setAttribute(name: string, value: string): void;
}
