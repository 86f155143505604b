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
import { cut, textWidth, wrap, wrapAtMost } from './measure.ts';
import { classes, countClasses, greySteps, smallest, steps, textOn } from './shade.ts';

export interface HeatCell extends Datum {
  row: string;
  column: string;
}

interface HeatLine {
  code: string;
  label: string;
  /** Not a group but what nobody recorded: grey, and the caller puts it last. */
  unknown?: boolean;
}

export interface HeatMapOptions {
  rows: readonly HeatLine[];
  columns: readonly HeatLine[];
  format: (value: number) => string;
  /** Shades by rank, for what is no count; else by the ladder of counts (1, 3, 10, 30, ...). */
  byRank?: boolean;
}

interface Row extends HeatLine {
  lines: string[];
  top: number;
  height: number;
}

/** Where rows and columns stand, and how their labels are written. */
interface Grid {
  left: number;
  top: number;
  cellWidth: number;
  rows: Row[];
  columns: (HeatLine & { lines: string[] })[];
  /** Column labels stand upright, from the bottom up. */
  upright: boolean;
  size: number;
  /** Cells are large enough for their values; then no key is needed on a card. */
  roomy: boolean;
}

/**
 * Rows x columns in five shades of equal size, what nobody recorded in greys, a cell without a figure
 * dashed. Labels are written whole, on two lines where they must. A phone and a card get their own
 * choice of rows and columns: the caller passes fewer.
 */
export function heatMap(
  cells: readonly HeatCell[],
  options: HeatMapOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { width, font, pen } = sizes[layout];
  const grid = layout === 'social' ? card(options, text) : sheet(options, layout);
  const { left, size, roomy, cellWidth } = grid;
  const rowOf = new Map(grid.rows.map((row) => [row.code, row]));
  const columnAt = new Map(grid.columns.map((column, index) => [column.code, index]));
  const unknown = new Set([...grid.rows, ...grid.columns].filter((one) => one.unknown));
  const isGrey = (cell: HeatCell) =>
    [...unknown].some(({ code }) => code === cell.row || code === cell.column);
  const shown = cells.filter((cell) => rowOf.has(cell.row) && columnAt.has(cell.column));
  const { bounds, of } = (options.byRank ? classes : countClasses)(
    shown.flatMap((cell) => (cell.value === null || cell.value === 0 ? [] : [cell.value])),
  );
  const x = (cell: HeatCell) => left + (columnAt.get(cell.column) ?? 0) * cellWidth;
  const row = (cell: HeatCell) => rowOf.get(cell.row) as Row;
  const last = grid.rows.at(-1);
  const bottom = last ? last.top + last.height : grid.top;
  const hasKey = layout !== 'social' && shown.some((cell) => cell.value);
  const keyLeft = layout === 'wide' ? left : 0;
  const keyWidth = Math.min(76, (width - keyLeft) / Math.max(1, bounds.length));
  const keys = (hasKey ? bounds : []).map((bound, step) => ({
    x1: keyLeft + step * keyWidth,
    x2: keyLeft + (step + 1) * keyWidth,
    step: steps[step + steps.length - bounds.length],
    label: options.format(bound),
  }));
  const gap = 0.5 * (layout === 'social' ? 4 : 1);

  return frame(text, layout, {
    height: hasKey ? bottom + 44 : bottom + 4,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.rect(shown, {
        x1: (cell: HeatCell) => x(cell) + gap,
        x2: (cell: HeatCell) => x(cell) + cellWidth - gap,
        y1: (cell: HeatCell) => row(cell).top + gap,
        y2: (cell: HeatCell) => row(cell).top + row(cell).height - gap,
        fill: (cell: HeatCell) =>
          cell.value === null || cell.value === 0
            ? ink.paper
            : (isGrey(cell) ? greySteps : steps)[of(cell.value)],
        stroke: (cell: HeatCell) => (cell.value === null ? ink.grey : 'none'),
        strokeDasharray: '2,2',
        render: traced(shown),
      }),
      ...(roomy
        ? [
            Plot.text(shown, {
              x: (cell: HeatCell) => x(cell) + cellWidth / 2,
              y: (cell: HeatCell) => row(cell).top + row(cell).height / 2,
              text: 'text',
              fontSize: size,
              fontVariant: 'tabular-nums',
              fill: (cell: HeatCell) => (cell.value ? textOn(of(cell.value)) : ink.muted),
              render: traced(shown),
            }),
          ]
        : []),
      Plot.text(grid.rows, {
        x: layout === 'social' ? 0 : left - 8,
        y: (one: Row) => one.top + one.height / 2,
        text: (one: Row) => one.lines.join('\n'),
        textAnchor: layout === 'social' ? 'start' : 'end',
        lineHeight: 1.15,
        fontSize: size,
        fill: (one: Row) => (one.unknown ? ink.muted : ink.text),
      }),
      Plot.text(grid.columns, {
        x: (_: unknown, index: number) => left + (index + 0.5) * cellWidth,
        y: grid.top - (grid.upright ? 6 : size * 0.75),
        text: (column: { lines: string[] }) => column.lines.join('\n'),
        textAnchor: grid.upright ? 'start' : 'middle',
        lineHeight: 1.1,
        rotate: grid.upright ? -90 : 0,
        fontSize: size,
        fill: (column: HeatLine) => (column.unknown ? ink.muted : ink.text),
      }),
      Plot.rect(keys, {
        x1: 'x1',
        x2: 'x2',
        y1: bottom + 12,
        y2: bottom + 12 + 10 * pen,
        fill: 'step',
      }),
      Plot.text(keys, {
        x: 'x1',
        y: bottom + 34,
        text: 'label',
        textAnchor: 'start',
        fontSize: font,
        fill: ink.muted,
      }),
    ],
  });
}

/** On a phone and on a page: columns upright, labels whole. */
function sheet({ rows, columns }: HeatMapOptions, layout: 'narrow' | 'wide'): Grid {
  const { width } = sizes[layout];
  const size = smallest[layout];
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, size)));
  const widest = layout === 'wide' ? 232 : Math.max(112, width - columns.length * 40 - 8);
  const left = Math.round(Math.min(widest, longest + 4)) + 8;
  const cellWidth = Math.min(64, (width - left) / Math.max(1, columns.length));
  const roomy = cellWidth >= 30;
  const most = Math.max(1, Math.floor(cellWidth / (size * 1.15)));
  const high = uprightRoom(columns, most, size);
  const named = columns.map((column) => ({
    ...column,
    lines: wrapAtMost(column.label, most, high, size),
  }));
  const top =
    10 + Math.max(0, ...named.flatMap(({ lines }) => lines.map((line) => textWidth(line, size))));
  const single = roomy ? (layout === 'wide' ? 24 : 19) : 17;
  let offset = top;
  const placed = rows.map((row): Row => {
    const lines = wrap(row.label, left - 8, size);
    const height = Math.max(single, lines.length * size * 1.15 + 5);
    const own = { ...row, lines, top: offset, height };
    offset += height;
    return own;
  });
  return { left, top, cellWidth, rows: placed, columns: named, upright: true, size, roomy };
}

/** The least height at which all column labels keep to their lines, 190 px at most. */
function uprightRoom(columns: readonly HeatLine[], most: number, size: number): number {
  const words = columns.flatMap(({ label }) => label.split(/\s/));
  const longest = Math.max(40, ...words.map((word) => textWidth(word, size)));
  for (let room = Math.ceil(longest); room < 190; room += 6) {
    if (columns.every(({ label }) => wrap(label, room, size).length <= most)) return room;
  }
  return 190;
}

/** On a card: as many rows as there is room for, values in the cells, no key. */
function card({ rows, columns }: HeatMapOptions, text: ChartText): Grid {
  const { width, font: size } = sizes.social;
  const room = text.room ?? socialRoom;
  const top = size + 18;
  const count = Math.max(1, Math.min(rows.length, Math.floor((room - top) / 46)));
  const height = Math.min(60, (room - top) / count);
  const shown = rows.slice(0, count);
  const longest = Math.max(0, ...shown.map((row) => textWidth(row.label, size)));
  const left = Math.min(460, longest + 20);
  const cellWidth = Math.min(240, (width - left) / Math.max(1, columns.length));
  return {
    left,
    top,
    cellWidth,
    rows: shown.map((row, index) => ({
      ...row,
      lines: [cut(row.label, left - 16, size)],
      top: top + index * height,
      height,
    })),
    columns: columns.map((column) => ({
      ...column,
      lines: [cut(column.label, cellWidth - 8, size)],
    })),
    upright: false,
    size,
    roomy: true,
  };
}
