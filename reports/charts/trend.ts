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
import { textWidth } from './measure.ts';
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

interface Mark {
  period: string;
  label: string;
  row: number;
  anchor: 'start' | 'middle' | 'end';
}

/**
 * Values over time with a pale band for the interval. The last point and the highest carry their
 * value; a provisional point is hollow and its line dashed. A card has its ticks on one line, and
 * only as many as keep clear of one another.
 */
export function trend(
  points: readonly TrendPoint[],
  options: TrendOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { font, width, pen } = sizes[layout];
  const isCard = layout === 'social';
  const known = points.filter((point) => point.value !== null);
  const last = known.at(-1);
  const highest = known.reduce<TrendPoint | undefined>(
    (best, point) => (best && (best.value ?? 0) >= (point.value ?? 0) ? best : point),
    undefined,
  );
  const peak = highest && highest !== last ? [highest] : [];
  const end = last ? [last] : [];
  const top = Math.max(0, ...known.map((point) => point.high ?? point.value ?? 0)) * 1.06 || 1;
  // Points without a value stay in the lines, which break there: a gap stays a gap.
  const firmEnd = points.findIndex((point) => point.value !== null && point.provisional);
  const firm = firmEnd < 0 ? points : points.slice(0, firmEnd);
  const loose = firmEnd < 0 ? [] : points.slice(Math.max(0, firmEnd - 1));
  const x = (point: TrendPoint) => point.period;
  const y = (point: TrendPoint) => point.value;
  const hasBand = known.some((point) => point.low != null && point.high != null);
  const room = text.room ?? socialRoom;
  const rowHeight = Math.round(font * 1.33);
  const most = isCard ? Math.max(2, Math.min(4, Math.floor((room - 160) / (font * 1.6)))) : 4;
  const axis = options.fractions ? ticks(0, top, most) : wholeTicks(top, most);
  const widestTick = Math.max(...axis.map((tick) => textWidth(options.format(tick), font)));
  const marginLeft = Math.round(Math.max(isCard ? 60 : 34, widestTick + font));
  const endWidth = last ? textWidth(last.text, font, 'bold') : 0;
  const marginRight = Math.round(endWidth + 10 * pen + 4);
  const step = (width - marginLeft - marginRight) / Math.max(1, points.length - 0.6);
  const at = (index: number) => marginLeft + (index + 0.2) * step;
  const marks = stagger(options.marks ?? [], points, at, layout);
  const rows = Math.max(0, ...marks.map((mark) => mark.row + 1));
  const shownTicks = isCard ? apart(points, at) : points.filter((point) => point.tick);
  const tickOf = new Map(
    shownTicks.map((point) => [point.period, isCard ? oneLine(point.tick) : point.tick]),
  );
  const label = {
    text: 'text',
    fontSize: font,
    fontWeight: 600,
    fill: ink.text,
    stroke: ink.paper,
    strokeWidth: 4 * pen,
  };
  return frame(text, layout, {
    height: { wide: 250, narrow: 196, social: room }[layout] + (isCard ? 0 : rows * rowHeight),
    marginLeft,
    marginRight,
    marginTop: Math.round(font * (isCard ? 1.35 : 1.7)) + rows * rowHeight,
    marginBottom: isCard ? 54 : 44,
    x: { type: 'point', domain: points.map(x), label: null, padding: 0.2 },
    y: { domain: [0, top], label: null },
    marks: [
      Plot.gridY(axis, { stroke: ink.line, strokeOpacity: 1, strokeWidth: isCard ? 2 : 1 }),
      Plot.axisY(axis, {
        tickSize: 0,
        tickPadding: isCard ? 10 : 3,
        tickFormat: options.format,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.axisX({
        ticks: [...tickOf.keys()] as never,
        tickFormat: (period: string) => tickOf.get(period) ?? '',
        tickSize: 4 * pen,
        tickPadding: isCard ? 8 : 3,
        stroke: ink.muted,
        strokeWidth: isCard ? 2 : 1,
        fontSize: font,
        fill: ink.muted,
        lineHeight: 1.25,
      }),
      Plot.ruleX(marks, {
        x: 'period',
        stroke: ink.grey,
        strokeWidth: pen,
        strokeDasharray: `${pen},${3 * pen}`,
      }),
      ...marks.map((mark) =>
        Plot.text([mark], {
          x: 'period',
          frameAnchor: 'top',
          dy: -Math.round(font * (isCard ? 0.35 : 0.7)) - (rows - mark.row) * rowHeight,
          lineAnchor: 'top',
          text: 'label',
          textAnchor: mark.anchor,
          fontSize: font,
          fill: ink.muted,
        }),
      ),
      Plot.areaY(hasBand ? points : [], {
        x,
        y1: (point: TrendPoint) => (point.value === null ? null : point.low),
        y2: (point: TrendPoint) => (point.value === null ? null : point.high),
        fill: ink.pale,
      }),
      Plot.ruleY([0], { stroke: ink.muted, strokeWidth: isCard ? 2 : 1 }),
      Plot.line(firm, { x, y, stroke: ink.accent, strokeWidth: 2 * pen }),
      Plot.line(loose, {
        x,
        y,
        stroke: ink.accent,
        strokeWidth: 2 * pen,
        strokeDasharray: `${4 * pen},${4 * pen}`,
      }),
      Plot.dot(known, {
        x,
        y,
        r: (points.length > 12 ? 2.25 : 3.25) * (isCard ? 2 : 1),
        stroke: ink.accent,
        strokeWidth: 1.75 * pen,
        fill: (point: TrendPoint) => (point.provisional ? ink.paper : ink.accent),
        render: traced(known),
      }),
      Plot.text(peak, { ...label, x, y, dy: -font * 0.95, render: traced(peak) }),
      Plot.text(end, { ...label, x, y, dx: 9 * pen, textAnchor: 'start', render: traced(end) }),
    ],
  });
}

const oneLine = (tick: string) => tick.replace('\n', ' ');

/** From the last back, ticks that keep clear of one another on a card; three at most. */
function apart(points: readonly TrendPoint[], at: (index: number) => number): TrendPoint[] {
  const { font } = sizes.social;
  const kept: { point: TrendPoint; left: number }[] = [];
  for (let index = points.length - 1; index >= 0 && kept.length < 3; index -= 1) {
    const point = points[index] as TrendPoint;
    if (!point.tick) continue;
    const half = textWidth(oneLine(point.tick), font) / 2;
    const before = kept.at(-1);
    // Of five ticks every second one is enough.
    if (before && at(index) + half + 120 > before.left) continue;
    if (at(index) - half < 0) continue;
    kept.push({ point, left: at(index) - half });
  }
  return kept.map(({ point }) => point);
}

/** Labels of dated marks that would write over one another go to rows of their own. */
function stagger(
  marks: readonly { period: string; label: string }[],
  points: readonly TrendPoint[],
  at: (index: number) => number,
  layout: Layout,
): Mark[] {
  const { width, font } = sizes[layout];
  const ends: number[] = [];
  const placed = marks
    .map((mark) => ({ mark, index: points.findIndex(({ period }) => period === mark.period) }))
    .filter(({ index }) => index >= 0)
    .sort((one, other) => one.index - other.index);
  return placed.flatMap(({ mark, index }) => {
    const length = textWidth(mark.label, font);
    const middle = at(index);
    const anchor =
      middle - length / 2 < 0 || index === 0
        ? ('start' as const)
        : middle + length / 2 > width
          ? ('end' as const)
          : ('middle' as const);
    const start = middle - { start: 0, middle: length / 2, end: length }[anchor];
    const free = ends.findIndex((end) => end + font * 0.7 <= start);
    const row = free < 0 ? ends.length : free;
    // A card has one row: a mark that it cannot name is not drawn.
    if (layout === 'social' && row > 0) return [];
    ends[row] = start + length;
    return [{ ...mark, row, anchor }];
  });
}
