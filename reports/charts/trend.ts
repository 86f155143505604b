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
import { ticks, wholeTicks } from './ticks.ts';

export interface TrendPoint extends Datum {
  /** Position on the axis: `2026Q3` or `2026-07`; points come in the order of time. */
  period: string;
  /** The tick's text; empty where the point has no tick. At most five. */
  tick: string;
}

export interface TrendOptions {
  /** Scale begins at zero, always; `format` writes its ticks. */
  format: (value: number) => string;
  /** Dated marks, as Lebaran or a change of cabinet. */
  marks?: { period: string; label: string }[];
  /** Ticks between whole numbers too, as shares need; else only whole ones. */
  fractions?: boolean;
}

/**
 * Values over time with a pale band for the interval. The last point and the highest carry their
 * value; a provisional point is hollow and its line dashed.
 */
export function trend(
  points: readonly TrendPoint[],
  options: TrendOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { font } = sizes[layout];
  const known = points.filter((point) => point.value !== null);
  const last = known.at(-1);
  const highest = known.reduce<TrendPoint | undefined>(
    (best, point) => (best && (best.value ?? 0) >= (point.value ?? 0) ? best : point),
    undefined,
  );
  const peak = highest && highest !== last ? [highest] : [];
  const end = last ? [last] : [];
  const top = Math.max(0, ...known.map((point) => point.high ?? point.value ?? 0));
  const firmEnd = known.findIndex((point) => point.provisional);
  const firm = firmEnd < 0 ? known : known.slice(0, firmEnd);
  const loose = firmEnd < 0 ? [] : known.slice(Math.max(0, firmEnd - 1));
  const x = (point: TrendPoint) => point.period;
  const y = (point: TrendPoint) => point.value;
  const band = known.filter((point) => point.low != null && point.high != null);
  const marks = stagger(options.marks ?? [], points, layout);
  const rows = Math.max(0, ...marks.map((mark) => mark.row + 1));
  const label = {
    text: 'text',
    fontSize: font,
    fontWeight: 600,
    fill: ink.text,
    stroke: ink.paper,
    strokeWidth: 4,
  };
  const axis = options.fractions ? ticks(0, top * 1.06 || 1, 4) : wholeTicks(top * 1.06 || 1, 4);
  return frame(text, layout, {
    height: layout === 'wide' ? 260 : 210,
    marginLeft: layout === 'wide' ? 56 : 44,
    marginRight: layout === 'wide' ? 48 : 42,
    marginTop: 22 + rows * (font + 4),
    marginBottom: 44,
    x: { type: 'point', domain: points.map(x), label: null, padding: 0.2 },
    y: { domain: [0, top * 1.06 || 1], label: null },
    marks: [
      Plot.gridY(axis, { stroke: ink.line, strokeOpacity: 1 }),
      Plot.axisY(axis, {
        tickSize: 0,
        tickFormat: options.format,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.axisX({
        ticks: points.filter((point) => point.tick).map(x) as never,
        tickFormat: (period: string) => points.find((point) => point.period === period)?.tick ?? '',
        tickSize: 4,
        stroke: ink.muted,
        fontSize: font,
        fill: ink.muted,
        lineHeight: 1.25,
      }),
      Plot.ruleX(marks, { x: 'period', stroke: ink.grey, strokeDasharray: '1,3' }),
      ...marks.map((mark) =>
        Plot.text([mark], {
          x: 'period',
          frameAnchor: 'top',
          dy: -16 - (rows - mark.row) * (font + 4) + 8,
          lineAnchor: 'top',
          text: 'label',
          textAnchor: mark.anchor,
          fontSize: font,
          fill: ink.muted,
        }),
      ),
      Plot.areaY(band, { x, y1: 'low', y2: 'high', fill: ink.pale }),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.line(firm, { x, y, stroke: ink.accent, strokeWidth: 2 }),
      Plot.line(loose, { x, y, stroke: ink.accent, strokeWidth: 2, strokeDasharray: '4,4' }),
      Plot.dot(known, {
        x,
        y,
        r: points.length > 12 ? 2.25 : 3.25,
        stroke: ink.accent,
        strokeWidth: 1.75,
        fill: (point: TrendPoint) => (point.provisional ? ink.paper : ink.accent),
        render: traced(known),
      }),
      Plot.text(peak, { ...label, x, y, dy: -12, render: traced(peak) }),
      Plot.text(end, { ...label, x, y, dx: 9, textAnchor: 'start', render: traced(end) }),
    ],
  });
}

/** Labels of dated marks that would write over one another go to rows of their own. */
function stagger(
  marks: readonly { period: string; label: string }[],
  points: readonly TrendPoint[],
  layout: Layout,
) {
  const { width, font } = sizes[layout];
  const step = (width - 100) / Math.max(1, points.length - 1);
  const ends: number[] = [];
  return marks.flatMap((mark) => {
    const index = points.findIndex((point) => point.period === mark.period);
    if (index < 0) return [];
    const half = textWidth(mark.label, font) / 2;
    const anchor = index === 0 ? ('start' as const) : ('middle' as const);
    const start = index * step - (index === 0 ? 0 : half);
    const free = ends.findIndex((end) => end + 8 <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = start + 2 * half;
    return [{ ...mark, row, anchor }];
  });
}
