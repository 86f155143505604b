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
import { classes, countClasses, steps, textOn } from './shade.ts';

export interface HeatCell extends Datum {
  row: string;
  column: string;
}

export interface HeatMapOptions {
  rows: { code: string; label: string }[];
  columns: { code: string; label: string }[];
  format: (value: number) => string;
  /** Shades by rank, for what is no count; else by the ladder of counts (1, 3, 10, 30, ...). */
  byRank?: boolean;
}

const cut = (text: string, width: number, font: number) => {
  const letters = Math.floor(width / (font * 0.56));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
};

/**
 * Rows x columns in five shades of equal size. A phone gets its own choice of columns: the caller
 * passes fewer. Labels are cut with `…` where they do not fit; the table under the chart has them
 * whole.
 */
export function heatMap(
  cells: readonly HeatCell[],
  options: HeatMapOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { width, font } = sizes[layout];
  const size = 12;
  const left = layout === 'wide' ? 186 : 116;
  const cellWidth = Math.min(64, (width - left) / options.columns.length);
  const roomy = cellWidth >= 34;
  const cellHeight = roomy ? 26 : 16;
  const longest = Math.max(...options.columns.map((column) => textWidth(column.label, size)));
  const top = Math.min(110, longest) + 10;
  const rowAt = new Map(options.rows.map((row, index) => [row.code, index]));
  const columnAt = new Map(options.columns.map((column, index) => [column.code, index]));
  const shown = cells.filter((cell) => rowAt.has(cell.row) && columnAt.has(cell.column));
  const { bounds, of } = (options.byRank ? classes : countClasses)(
    shown.flatMap((cell) => (cell.value === null || cell.value === 0 ? [] : [cell.value])),
  );
  const x = (cell: HeatCell) => left + (columnAt.get(cell.column) ?? 0) * cellWidth;
  const y = (cell: HeatCell) => top + (rowAt.get(cell.row) ?? 0) * cellHeight;
  const bottom = top + options.rows.length * cellHeight;
  const keyWidth = layout === 'wide' ? 76 : width / 5;
  const keys = bounds.map((bound, step) => ({
    x1: (layout === 'wide' ? left : 0) + step * keyWidth,
    x2: (layout === 'wide' ? left : 0) + (step + 1) * keyWidth,
    step: steps[step + steps.length - bounds.length],
    label: options.format(bound),
  }));

  return frame(text, layout, {
    height: bottom + 44,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.rect(shown, {
        x1: (cell: HeatCell) => x(cell) + 0.5,
        x2: (cell: HeatCell) => x(cell) + cellWidth - 0.5,
        y1: (cell: HeatCell) => y(cell) + 0.5,
        y2: (cell: HeatCell) => y(cell) + cellHeight - 0.5,
        fill: (cell: HeatCell) =>
          cell.value === null || cell.value === 0 ? ink.paper : steps[of(cell.value)],
        render: traced(shown),
      }),
      ...(roomy
        ? [
            Plot.text(shown, {
              x: (cell: HeatCell) => x(cell) + cellWidth / 2,
              y: (cell: HeatCell) => y(cell) + cellHeight / 2,
              text: 'text',
              fontSize: size,
              fontVariant: 'tabular-nums',
              fill: (cell: HeatCell) => (cell.value ? textOn(of(cell.value)) : ink.muted),
              render: traced(shown),
            }),
          ]
        : []),
      Plot.text(options.rows, {
        x: left - 8,
        y: (_: unknown, index: number) => top + (index + 0.5) * cellHeight,
        text: (row: { label: string }) => cut(row.label, left - 8, size),
        textAnchor: 'end',
        fontSize: size,
        fill: ink.text,
      }),
      Plot.text(options.columns, {
        x: (_: unknown, index: number) => left + (index + 0.5) * cellWidth,
        y: top - 6,
        text: (column: { label: string }) => cut(column.label, 110, size),
        textAnchor: 'start',
        rotate: -90,
        fontSize: size,
        fill: ink.text,
      }),
      Plot.rect(keys, { x1: 'x1', x2: 'x2', y1: bottom + 12, y2: bottom + 22, fill: 'step' }),
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
