import * as Plot from '@observablehq/plot';
import { type ChartText, type Datum, frame, ink, type Layout, sizes, traced } from './frame.ts';
import { cut, textWidth, wrap } from './measure.ts';
import { ticks } from './ticks.ts';

export interface DotRow extends Datum {
  label: string;
  /** Not a group but what nobody recorded: last and grey. */
  unknown?: boolean;
}

export interface DotPlotOptions {
  format: (value: number) => string;
  /** Where the axis begins: zero, but for a scale that begins elsewhere. */
  floor?: number;
  /** Where a scale ends that has an end, as 5 for ratings. */
  ceiling?: number;
  /** A vertical line to compare with, as the nation. */
  reference?: { value: number; label: string; id: string };
}

interface Placed extends DotRow {
  labelY: number;
  dotY: number;
  lines: string;
}

interface Grid {
  placed: Placed[];
  /** Rows that a card has no room for. */
  left: number;
  top: number;
  bottom: number;
  marginLeft: number;
  marginRight: number;
  axis: readonly number[];
}

/**
 * One row a group, in the order given: the value as a dot, the interval as a pale bar behind it, the
 * value written at the right. The axis begins at zero. A phone has the label over the bar; a card
 * shows as many rows as it has room for, the first ones and what nobody recorded, and says how many
 * it left out.
 */
export function dotPlot(
  rows: readonly DotRow[],
  options: DotPlotOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { font, pen, width } = sizes[layout];
  const floor = options.floor ?? 0;
  const ends = rows.map((row) => (row.value === null ? 0 : (row.high ?? row.value)));
  const reached = Math.max(0, ...ends, options.reference?.value ?? 0);
  const high = options.ceiling ?? (reached * 1.04 || 1);
  const grid = { narrow: phone, wide: page, social: card }[layout](rows, options, high, text);
  const { placed, marginLeft, marginRight } = grid;
  const known = placed.filter((row) => row.value !== null);
  const spans = known.filter((row) => row.low != null);
  const colour = (row: DotRow) => (row.unknown ? ink.grey : ink.accent);
  const reference = options.reference ? [options.reference] : [];
  const dataWidth = width - marginLeft - marginRight;
  const at = (value: number) => marginLeft + ((value - floor) / (high - floor)) * dataWidth;
  const line = Math.round(font * 1.25);
  const rest = grid.left > 0 ? [`… + ${grid.left}`] : [];

  return frame(text, layout, {
    height: grid.bottom + (grid.axis.length > 0 ? font + 14 : 0),
    marginLeft,
    marginRight,
    marginTop: grid.top,
    marginBottom: grid.axis.length > 0 ? font + 14 : 0,
    x: { domain: [floor, high], label: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.gridX(grid.axis, { stroke: ink.line, strokeOpacity: 1 }),
      Plot.axisX(grid.axis, {
        tickSize: 0,
        tickFormat: options.format,
        fontSize: font,
        fill: ink.muted,
      }),
      ...(grid.axis.length > 0 ? [] : [Plot.ruleX([floor], { stroke: ink.grey })]),
      Plot.ruleX(reference, {
        x: 'value',
        stroke: ink.muted,
        strokeWidth: pen,
        strokeDasharray: `${3 * pen},${3 * pen}`,
      }),
      ...reference.map((one) => {
        const half = textWidth(one.label, font) / 2;
        const middle = at(one.value);
        const anchor = middle + half > width ? 'end' : middle - half < 0 ? 'start' : 'middle';
        return Plot.text([one], {
          x: 'value',
          frameAnchor: 'top',
          dy: -line - 4,
          lineAnchor: 'top',
          text: 'label',
          textAnchor: anchor,
          fontSize: font,
          fill: ink.muted,
          render: traced([{ ...one, text: one.label }]),
        });
      }),
      Plot.link(spans, {
        x1: 'low',
        x2: (row: DotRow) => row.high ?? high,
        y1: 'dotY',
        y2: 'dotY',
        stroke: (row: DotRow) => (row.unknown ? ink.line : ink.pale),
        strokeWidth: layout === 'social' ? 18 : 8,
        strokeLinecap: 'butt',
      }),
      Plot.dot(known, {
        x: 'value',
        y: 'dotY',
        r: layout === 'social' ? 9 : 4,
        stroke: colour,
        strokeWidth: 1.75 * pen,
        fill: (row: DotRow) => (row.provisional || row.unknown ? ink.paper : colour(row)),
        render: traced(known),
      }),
      Plot.text(placed, {
        frameAnchor: 'left',
        dx: -marginLeft,
        y: 'labelY',
        text: 'lines',
        textAnchor: 'start',
        fontSize: font,
        lineHeight: 1.25,
        fill: (row: DotRow) => (row.unknown ? ink.muted : ink.text),
        stroke: ink.paper,
        strokeWidth: 4 * pen,
      }),
      Plot.text(placed, {
        frameAnchor: 'right',
        dx: marginRight,
        y: layout === 'narrow' ? 'labelY' : 'dotY',
        text: 'text',
        textAnchor: 'end',
        fontSize: font,
        fontWeight: 600,
        fontVariant: 'tabular-nums',
        fill: (row: DotRow) => (row.unknown ? ink.muted : ink.text),
        stroke: ink.paper,
        strokeWidth: 4 * pen,
        render: traced(placed),
      }),
      Plot.text(rest, {
        frameAnchor: 'left',
        dx: -marginLeft,
        y: grid.bottom - line / 2 - 2,
        text: (words: string) => words,
        textAnchor: 'start',
        fontSize: font,
        fill: ink.muted,
      }),
    ],
  });
}

const widest = (texts: readonly string[], font: number, weight: 'regular' | 'bold' = 'regular') =>
  Math.max(0, ...texts.map((one) => textWidth(one, font, weight)));

function phone(rows: readonly DotRow[], options: DotPlotOptions, high: number): Grid {
  const { width, font } = sizes.narrow;
  const line = Math.round(font * 1.25);
  const top = options.reference ? line + 12 : 4;
  let offset = top;
  const room =
    width -
    widest(
      rows.map((row) => row.text),
      font,
      'bold',
    ) -
    12;
  const placed = rows.map((row): Placed => {
    const lines = wrap(row.label, room, font);
    const labelY = offset + (lines.length * line) / 2;
    const dotY = offset + lines.length * line + 7;
    offset += lines.length * line + 26;
    return { ...row, labelY, dotY, lines: lines.join('\n') };
  });
  const axis = ticks(options.floor ?? 0, high, options.ceiling === undefined ? 4 : 5);
  const bottom = offset - 6;
  return { placed, left: 0, top, bottom, marginLeft: 16, marginRight: 16, axis };
}

function page(rows: readonly DotRow[], options: DotPlotOptions, high: number): Grid {
  const { font } = sizes.wide;
  const line = Math.round(font * 1.25);
  const top = options.reference ? line + 12 : 8;
  const longest = widest(
    rows.map((row) => row.label),
    font,
  );
  const marginLeft = Math.round(Math.min(264, Math.max(120, longest + 20)));
  let offset = top;
  const placed = rows.map((row): Placed => {
    const lines = wrap(row.label, marginLeft - 16, font);
    const height = lines.length * line + 10;
    const middle = offset + height / 2;
    offset += height;
    return { ...row, labelY: middle, dotY: middle, lines: lines.join('\n') };
  });
  const marginRight = Math.max(
    72,
    widest(
      rows.map((row) => row.text),
      font,
      'bold',
    ) + 16,
  );
  const axis = ticks(options.floor ?? 0, high, 5);
  return { placed, left: 0, top, bottom: offset + 6, marginLeft, marginRight, axis };
}

function card(
  rows: readonly DotRow[],
  options: DotPlotOptions,
  _high: number,
  text: ChartText,
): Grid {
  const { font } = sizes.social;
  const top = options.reference ? 52 : 4;
  const room = (text.room ?? 300) - top;
  const fits = (count: number) => room / count >= font * 1.2;
  let count = rows.length;
  while (count > 1 && !fits(count + (count < rows.length ? 1 : 0))) count -= 1;
  const last = rows.at(-1);
  const shown = rows.slice(0, count);
  if (count < rows.length && count > 1 && last?.unknown) shown[count - 1] = last;
  const steps = shown.length + (shown.length < rows.length ? 1 : 0);
  const step = Math.min(64, room / Math.max(1, steps));
  const marginLeft = Math.min(
    600,
    widest(
      shown.map((row) => row.label),
      font,
    ) + 32,
  );
  const marginRight =
    widest(
      shown.map((row) => row.text),
      font,
      'bold',
    ) + 32;
  const placed = shown.map((row, index): Placed => {
    const middle = top + (index + 0.5) * step;
    const lines = cut(row.label, marginLeft - 28, font);
    return { ...row, labelY: middle, dotY: middle, lines };
  });
  const left = rows.length - shown.length;
  return { placed, left, top, bottom: top + steps * step, marginLeft, marginRight, axis: [] };
}
