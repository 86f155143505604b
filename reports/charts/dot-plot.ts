import * as Plot from '@observablehq/plot';
import {
  type ChartText,
  type Datum,
  frame,
  ink,
  type Layout,
  sizes,
  traced,
  wrap,
} from './frame.ts';
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

/**
 * One row a group, in the order given: the value as a dot, the interval as a pale bar behind it, the
 * value written at the right. The axis begins at zero.
 */
export function dotPlot(
  rows: readonly DotRow[],
  options: DotPlotOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { width, font } = sizes[layout];
  const wide = layout === 'wide';
  const labelWidth = wide ? 214 : width;
  const line = Math.round(font * 1.25);
  const lineOf = rows.map((row) => wrap(row.label, labelWidth - (wide ? 12 : 60), font));
  const top = options.reference ? line + 12 : 8;
  let offset = top;
  const placed = rows.map((row, index) => {
    const lines = lineOf[index] ?? [];
    const height = wide ? Math.max(24, lines.length * line + 8) : lines.length * line + 22;
    const labelY = wide ? offset + height / 2 : offset + (lines.length * line) / 2 + 2;
    const dotY = wide ? labelY : offset + lines.length * line + 10;
    offset += height;
    return { ...row, labelY, dotY, lines: lines.join('\n') };
  });
  const known = placed.filter((row) => row.value !== null);
  const spans = known.filter((row) => row.low != null);
  const ends = known.map((row) => row.high ?? row.value ?? 0);
  const reached = Math.max(0, ...ends, options.reference?.value ?? 0);
  const high = options.ceiling ?? (reached * 1.04 || 1);
  const colour = (row: DotRow) => (row.unknown ? ink.grey : ink.accent);
  const left = wide ? labelWidth : 16;
  const right = wide ? 84 : 16;
  const bottom = offset + 6;
  const axis = ticks(options.floor ?? 0, high, wide ? 5 : 4);
  const reference = options.reference ? [options.reference] : [];

  return frame(text, layout, {
    height: bottom + font + 14,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: font + 14,
    x: { domain: [options.floor ?? 0, high], label: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.gridX(axis, { stroke: ink.line, strokeOpacity: 1 }),
      Plot.axisX(axis, {
        tickSize: 0,
        tickFormat: options.format,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.ruleX(reference, { x: 'value', stroke: ink.muted, strokeDasharray: '3,3' }),
      Plot.text(reference, {
        x: 'value',
        frameAnchor: 'top',
        dy: -line - 4,
        lineAnchor: 'top',
        text: 'label',
        fontSize: font,
        fill: ink.muted,
        render: traced(reference.map((one) => ({ ...one, text: one.label }))),
      }),
      Plot.link(spans, {
        x1: 'low',
        x2: (row: DotRow) => row.high ?? high,
        y1: 'dotY',
        y2: 'dotY',
        stroke: (row: DotRow) => (row.unknown ? ink.line : ink.pale),
        strokeWidth: 8,
        strokeLinecap: 'butt',
      }),
      Plot.dot(known, {
        x: 'value',
        y: 'dotY',
        r: 4,
        stroke: colour,
        strokeWidth: 1.75,
        fill: (row: DotRow) => (row.provisional || row.unknown ? ink.paper : colour(row)),
        render: traced(known),
      }),
      Plot.text(placed, {
        frameAnchor: 'left',
        dx: -left,
        y: 'labelY',
        text: 'lines',
        textAnchor: 'start',
        fontSize: font,
        lineHeight: 1.25,
        fill: (row: DotRow) => (row.unknown ? ink.muted : ink.text),
        stroke: ink.paper,
        strokeWidth: 4,
      }),
      Plot.text(placed, {
        frameAnchor: 'right',
        dx: right,
        y: wide ? 'dotY' : 'labelY',
        text: 'text',
        textAnchor: 'end',
        fontSize: font,
        fontWeight: 600,
        fontVariant: 'tabular-nums',
        fill: (row: DotRow) => (row.unknown ? ink.muted : ink.text),
        stroke: ink.paper,
        strokeWidth: 4,
        render: traced(placed),
      }),
    ],
  });
}
