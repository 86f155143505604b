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
import { cut, textWidth, wrapAtMost } from './measure.ts';
import { runsOf } from './runs.ts';
import { ticks } from './ticks.ts';

export interface Panel {
  label: string;
  /** Not a group but what nobody recorded: last and grey. */
  unknown?: boolean;
  /** In the order of time, as many in every panel; a period without a value keeps its place. */
  points: readonly Datum[];
}

export interface PanelOptions {
  format: (value: number) => string;
  /** The first and the last period, written under the panels of the last row. */
  from: string;
  to: string;
}

interface Placed extends Panel {
  left: number;
  top: number;
  lines: string[];
}

interface Grid {
  columns: number;
  gap: number;
  panelWidth: number;
  plotHeight: number;
  titleHeight: number;
  most: number;
}

/** Columns by layout, and how high a panel's drawing is. */
function gridOf(panels: readonly Panel[], text: ChartText, layout: Layout): Grid {
  const { width, font } = sizes[layout];
  const columns = Math.min({ narrow: 2, wide: 4, social: 3 }[layout], Math.max(1, panels.length));
  const gap = { narrow: 20, wide: 28, social: 44 }[layout];
  const panelWidth = (width - (columns - 1) * gap) / columns;
  if (layout !== 'social') {
    const lines = Math.max(
      1,
      ...panels.map(({ label }) => wrapAtMost(label, 3, panelWidth, font, 'bold').length),
    );
    const titleHeight = lines * Math.round(font * 1.25) + 4;
    return { columns, gap, panelWidth, plotHeight: 74, titleHeight, most: panels.length };
  }
  const room = (text.room ?? socialRoom) - font - 10;
  const rows = panels.length > columns && room >= 250 ? 2 : 1;
  const titleHeight = Math.round(font * 1.2);
  const plotHeight = room / rows - titleHeight - 8;
  return { columns, gap, panelWidth, plotHeight, titleHeight, most: rows * columns };
}

/**
 * The same line once a group, all on one scale that begins at zero, so that groups compare by eye:
 * the interval as a pale band, the last value written, hollow and dashed where it is provisional. In
 * the order given; a card shows the first ones that it has room for. The top of the scale is written
 * once a row.
 */
export function smallMultiples(
  panels: readonly Panel[],
  options: PanelOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { font, pen } = sizes[layout];
  const grid = gridOf(panels, text, layout);
  const { columns, gap, panelWidth, plotHeight, titleHeight } = grid;
  const rowGap = layout === 'social' ? 8 : 22;
  const shown = panels.slice(0, grid.most);
  const oneLine = layout === 'social';
  const placed = shown.map((panel, index): Placed => {
    const lines = oneLine
      ? [cut(panel.label, panelWidth, font, 'bold')]
      : wrapAtMost(panel.label, 3, panelWidth, font, 'bold');
    const left = (index % columns) * (panelWidth + gap);
    const top = Math.floor(index / columns) * (titleHeight + plotHeight + rowGap);
    return { ...panel, left, top, lines };
  });
  const ends = shown.flatMap(({ points }) =>
    points.map((point) => (point.value === null ? 0 : (point.high ?? point.value))),
  );
  const top = Math.max(0, ...ends) * 1.08 || 1;
  const valueWidth = Math.max(
    0,
    ...shown.map(({ points }) => textWidth(lastOf(points)?.text ?? '', font, 'bold')),
  );
  const lineWidth = panelWidth - valueWidth - 8 * pen;
  const rows = Math.ceil(shown.length / columns);
  const bottom = rows * (titleHeight + plotHeight) + Math.max(0, rows - 1) * rowGap;
  const axis = ticks(0, top, 3).filter((tick) => tick > 0);
  const xOf = (panel: Placed, index: number) =>
    panel.left + 5 * pen + (index / Math.max(1, panel.points.length - 1)) * (lineWidth - 10 * pen);
  const yOf = (panel: Placed, value: number) =>
    panel.top + titleHeight + plotHeight - (value / top) * (plotHeight - 4 * pen);
  const scale: Scale = { xOf, yOf, axis, lineWidth, pen, font };
  // Where both periods are wider than the line, the last one goes on to its right.
  const toEnd = Math.max(
    lineWidth,
    textWidth(options.from, font) + textWidth(options.to, font) + font,
  );
  const periods = placed
    .filter((_, index) => index >= shown.length - columns)
    .map((panel) => ({ ...panel, base: panel.top + titleHeight + plotHeight }));

  return frame(text, layout, {
    height: bottom + font + (layout === 'social' ? 12 : 10),
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...placed.flatMap((panel) => onePanel(panel, scale)),
      ...Array.from({ length: rows }, (_, row) =>
        scaleLabel(placed.slice(row * columns, (row + 1) * columns), scale, options.format),
      ).flat(),
      Plot.text(placed, {
        x: 'left',
        y: 'top',
        lineAnchor: 'top',
        text: (panel: Placed) => panel.lines.join('\n'),
        textAnchor: 'start',
        fontSize: font,
        fontWeight: 600,
        lineHeight: 1.25,
        fill: (panel: Placed) => (panel.unknown ? ink.muted : ink.text),
      }),
      ...[
        { text: options.from, x: (panel: Placed) => panel.left, anchor: 'start' as const },
        {
          text: options.to,
          x: (panel: Placed) => panel.left + toEnd,
          anchor: 'end' as const,
        },
      ].map((side) =>
        Plot.text(periods, {
          x: side.x,
          y: (panel) => panel.base + font * 0.9,
          text: () => side.text,
          textAnchor: side.anchor,
          fontSize: font,
          fill: ink.muted,
        }),
      ),
    ],
  });
}

const lastOf = (points: readonly Datum[]) => points.filter((point) => point.value !== null).at(-1);

interface Scale {
  xOf: (panel: Placed, index: number) => number;
  yOf: (panel: Placed, value: number) => number;
  axis: readonly number[];
  lineWidth: number;
  pen: number;
  font: number;
}

function onePanel(panel: Placed, scale: Scale): Plot.Markish[] {
  const { xOf, yOf, axis, lineWidth, pen, font } = scale;
  const placed = panel.points.map((point, index) => ({
    ...point,
    index,
    x: xOf(panel, index),
    y: yOf(panel, point.value ?? 0),
    y1: yOf(panel, point.low ?? point.value ?? 0),
    y2: yOf(panel, point.high ?? point.value ?? 0),
  }));
  const runs = runsOf(placed);
  const known = runs.flat();
  const colour = panel.unknown ? ink.grey : ink.accent;
  const pairs = known.flatMap((point, position) => {
    const before = known[position - 1];
    return before && before.index === point.index - 1 ? [{ before, point }] : [];
  });
  const end = known.slice(-1);
  const across = { x1: panel.left, x2: panel.left + lineWidth };
  const link = {
    x1: ({ before }: (typeof pairs)[number]) => before.x,
    y1: ({ before }: (typeof pairs)[number]) => before.y,
    x2: ({ point }: (typeof pairs)[number]) => point.x,
    y2: ({ point }: (typeof pairs)[number]) => point.y,
    stroke: colour,
    strokeWidth: 1.75 * pen,
  };
  return [
    Plot.link(axis, {
      ...across,
      y1: (tick: number) => yOf(panel, tick),
      y2: (tick: number) => yOf(panel, tick),
      stroke: ink.line,
      strokeWidth: pen > 1 ? 2 : 1,
    }),
    Plot.link([0], {
      ...across,
      y1: () => yOf(panel, 0),
      y2: () => yOf(panel, 0),
      stroke: ink.muted,
      strokeWidth: pen > 1 ? 2 : 1,
    }),
    ...runs.map((run) =>
      Plot.areaY(run, { x: 'x', y1: 'y1', y2: 'y2', fill: panel.unknown ? ink.line : ink.pale }),
    ),
    Plot.link(
      pairs.filter(({ point }) => !point.provisional),
      link,
    ),
    Plot.link(
      pairs.filter(({ point }) => point.provisional),
      { ...link, strokeDasharray: `${3 * pen},${3 * pen}` },
    ),
    Plot.dot(known.slice(0, -1), { x: 'x', y: 'y', r: 0, render: traced(known.slice(0, -1)) }),
    Plot.dot(end, {
      x: 'x',
      y: 'y',
      r: 3 * pen,
      fill: (point: Datum) => (point.provisional ? ink.paper : colour),
      stroke: colour,
      strokeWidth: 1.5 * pen,
      render: traced(end),
    }),
    Plot.text(end, {
      x: panel.left + lineWidth + 3 * pen,
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      fontSize: font,
      fontWeight: 600,
      fontVariant: 'tabular-nums',
      fill: panel.unknown ? ink.muted : ink.text,
      render: traced(end),
    }),
  ];
}

/**
 * The highest line of the grid says its value at its end, in the first panel of the row where it keeps
 * clear of the value written there, so that the shared scale can be read.
 */
function scaleLabel(
  row: readonly Placed[],
  { axis, yOf, lineWidth, pen, font }: Scale,
  format: PanelOptions['format'],
): Plot.Markish[] {
  const highest = axis.at(-1);
  if (highest === undefined) return [];
  const panel = row.find((one) => {
    const last = lastOf(one.points)?.value;
    return last == null || Math.abs(yOf(one, last) - yOf(one, highest)) > font * 1.1;
  });
  if (!panel) return [];
  return [
    Plot.text([highest], {
      x: panel.left + lineWidth + 3 * pen,
      y: yOf(panel, highest),
      text: format,
      textAnchor: 'start',
      fontSize: font,
      fill: ink.muted,
    }),
  ];
}
