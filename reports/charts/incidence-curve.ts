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
import { wholeTicks } from './ticks.ts';

interface CurvePoint extends Datum {
  /** Working days since the start. */
  day: number;
}

export interface Curve {
  /** Written at the curve's end. */
  label: string;
  /** The curve of the quarter itself; the others are drawn thin and grey, to compare with. */
  main: boolean;
  points: readonly CurvePoint[];
}

export interface CurveOptions {
  /** Axis labels: `hari kerja`, and how shares are written. */
  dayLabel: string;
  format: (value: number) => string;
  /** The axis ends here; what comes later stands in the table. */
  lastDay: number;
  /** Days with a value written on the main curve where there is room, the first ones before all others. */
  labelledDays: readonly number[];
}

/** A curve with the piece of it that is drawn. */
type Shown = Curve & { points: readonly CurvePoint[] };

/**
 * Cumulative incidence by working day as steps, its interval as a pale band, the horizons written on
 * the curve. The vertical axis goes from 0 to 1. The curves are named at their ends, on a
 * phone in the empty corner under them.
 */
export function incidenceCurve(
  curves: readonly Curve[],
  options: CurveOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { font, pen, width } = sizes[layout];
  const wide = layout === 'wide';
  const isCard = layout === 'social';
  const shown: Shown[] = curves.map((curve) => ({
    ...curve,
    points: curve.points.filter((point) => point.day <= options.lastDay),
  }));
  const points = shown.find((curve) => curve.main)?.points ?? [];
  const end = Math.max(1, ...shown.flatMap((curve) => curve.points.map((point) => point.day)));
  const looseFrom = points.findIndex((point) => point.provisional);
  const firm = looseFrom < 0 ? points : points.slice(0, looseFrom);
  const loose = looseFrom < 0 ? [] : points.slice(Math.max(0, looseFrom - 1));
  const band = points.filter((point) => point.low != null && point.high != null);
  const horizons = points.filter(
    (point) => options.labelledDays.includes(point.day) && point.value !== null,
  );
  const others = shown.filter((curve) => !curve.main && curve.points.length > 0);
  const shares = isCard ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
  const tickWidth = Math.max(...shares.map((share) => textWidth(options.format(share), font)));
  const marginLeft = Math.round(tickWidth + font);
  const named = shown.filter((curve) => curve.label && curve.points.length > 0);
  const marginTop = Math.round(font * 1.2);
  const marginBottom = isCard ? 54 : 42;
  const height = { wide: 206, narrow: 230, social: text.room ?? socialRoom }[layout];
  const ends =
    layout === 'narrow' ? [] : endLabels(named, height - marginTop - marginBottom, layout);
  const nameWidth = Math.max(
    isCard ? textWidth(options.dayLabel, font) + 10 : 0,
    ...ends.map(({ label }) => textWidth(label, font, 'bold')),
  );
  const marginRight = layout === 'narrow' ? 14 : Math.round(nameWidth + 10 * pen + 6);
  const size = {
    width: width - marginLeft - marginRight,
    height: height - marginTop - marginBottom,
  };
  // Under these a label would stand on the axis; left of them the curve is lower still, where there is room.
  const isLow = ({ day, value }: CurvePoint) =>
    (value ?? 0) * size.height < font * 2 && day <= end * 0.85;
  const fits = (point: CurvePoint) =>
    !isLow(point) ||
    (!isCard && (point.day / end) * size.width > textWidth(point.text, font, 'bold'));
  const written = apartLabels(horizons.filter(fits), options.labelledDays, end, size, font);
  const low = written.filter(isLow);
  const line = { x: 'day', y: 'value', stroke: ink.accent, curve: 'step-after' as const };
  const grid = { stroke: ink.line, strokeOpacity: 1, strokeWidth: isCard ? 2 : 1 };
  const label = {
    x: 'day',
    y: 'value',
    text: 'text',
    fontSize: font,
    fontWeight: 600,
    fill: ink.text,
    stroke: ink.paper,
    strokeWidth: 4 * pen,
  };
  return frame(text, layout, {
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      Plot.gridY(shares.slice(1), grid),
      Plot.axisY(shares, {
        tickSize: 0,
        tickPadding: isCard ? 10 : 3,
        tickFormat: options.format,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.axisX(wholeTicks(end, wide ? 5 : 4), {
        tickSize: 4 * pen,
        tickPadding: isCard ? 8 : 3,
        tickFormat: (day: number) => String(day),
        stroke: ink.muted,
        strokeWidth: isCard ? 2 : 1,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.text([options.dayLabel], {
        frameAnchor: isCard ? 'bottom-right' : 'bottom',
        // On a card beside the last tick, to save a line.
        dx: isCard ? marginRight : 0,
        dy: isCard ? 46 : 38,
        text: (words: string) => words,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.areaY(band, { x: 'day', y1: 'low', y2: 'high', fill: ink.pale, curve: 'step-after' }),
      Plot.ruleY([0], { stroke: ink.muted, strokeWidth: isCard ? 2 : 1 }),
      ...others.map((curve) =>
        Plot.line(curve.points, { ...line, stroke: ink.grey, strokeWidth: 1.5 * pen }),
      ),
      Plot.line(firm, { ...line, strokeWidth: 2.25 * pen }),
      Plot.line(loose, {
        ...line,
        strokeWidth: 2.25 * pen,
        strokeDasharray: `${5 * pen},${4 * pen}`,
      }),
      Plot.dot(points, { x: 'day', y: 'value', r: 0, render: traced(points) }),
      Plot.dot(written, {
        x: 'day',
        y: 'value',
        r: isCard ? 8 : 3.5,
        stroke: ink.accent,
        strokeWidth: 1.75 * pen,
        fill: (point: CurvePoint) => (point.provisional ? ink.paper : ink.accent),
        render: traced(written),
      }),
      Plot.text(low, {
        ...label,
        dy: -font * 0.9,
        dx: -2 * pen,
        textAnchor: 'end',
        render: traced(low),
      }),
      ...[false, true].flatMap((atEnd) => {
        const side = written.filter(
          (point) => point.day > end * 0.85 === atEnd && !low.includes(point),
        );
        // Where the curve is high there is no room over it, where it is low none under it.
        return [false, true].map((high) => {
          const half = side.filter((point) => (atEnd && (point.value ?? 0) < 0.3) === high);
          return Plot.text(half, {
            ...label,
            dy: (high ? -1 : 1) * font * 1.15,
            dx: (atEnd ? 4 : 6) * pen,
            textAnchor: atEnd ? 'end' : 'start',
            render: traced(half),
          });
        });
      }),
      ...ends.map((one) =>
        Plot.text([one], {
          x: 'day',
          y: 'value',
          dx: 10 * pen,
          dy: one.dy,
          text: 'label',
          textAnchor: 'start',
          fontSize: font,
          fontWeight: one.main ? 600 : 400,
          fill: one.main ? ink.accent : ink.muted,
        }),
      ),
      ...(layout !== 'narrow' ? [] : cornerLabels(named, { end, size, font, pen })),
    ],
  });
}

/** A curve's name stands at its end; names that would write over one another move apart. */
function endLabels(shown: readonly Shown[], plot: number, layout: 'wide' | 'social') {
  const { font } = sizes[layout];
  const line = font * 1.25;
  const room = layout === 'wide' ? 200 : 330;
  const ends = shown.flatMap((curve) => {
    const last = curve.points.at(-1);
    const label = cut(curve.label, room, font, 'bold');
    return last ? [{ ...last, label, main: curve.main }] : [];
  });
  ends.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const wanted = ends.map((one) => (1 - (one.value ?? 0)) * plot);
  const placed = [...wanted];
  for (let i = 1; i < placed.length; i += 1) {
    placed[i] = Math.max(placed[i] as number, (placed[i - 1] as number) + line);
  }
  // Half of what the last was pushed down goes to all of them, so that a group stays centred.
  const push = ((placed.at(-1) ?? 0) - (wanted.at(-1) ?? 0)) / 2;
  return ends.map((one, index) => ({
    ...one,
    dy: (placed[index] as number) - (wanted[index] as number) - push,
  }));
}

/** Of labels that would write over one another that of the day named first stays; a day without one has no dot either. */
function apartLabels(
  horizons: readonly CurvePoint[],
  days: readonly number[],
  end: number,
  size: { width: number; height: number },
  font: number,
): CurvePoint[] {
  const kept: CurvePoint[] = [];
  const rank = ({ day }: CurvePoint) => days.indexOf(day);
  for (const point of [...horizons].sort((a, b) => rank(a) - rank(b))) {
    const room = textWidth(point.text, font, 'bold') + font * 0.6;
    const clear = kept.every(
      (other) =>
        (Math.abs(other.day - point.day) / end) * size.width > room ||
        Math.abs((other.value ?? 0) - (point.value ?? 0)) * size.height > font * 1.25,
    );
    if (clear) kept.push(point);
  }
  return kept;
}

interface Corner {
  end: number;
  size: { width: number; height: number };
  font: number;
  pen: number;
}

/**
 * Names in the empty corner, each with a piece of its line: under curves that rise high, over those
 * that stay low.
 */
function cornerLabels(shown: readonly Shown[], { end, size, font, pen }: Corner): Plot.Markish[] {
  const step = (font * 1.4) / size.height;
  const reached = Math.max(0, ...shown.map((curve) => curve.points.at(-1)?.value ?? 0));
  const under = reached >= 0.5;
  const top = under ? step * (shown.length - 0.35) : 1 - step * 0.6;
  const longest = Math.max(0, ...shown.map(({ label }) => textWidth(label, font, 'bold')));
  const piece = font * 2;
  const room = size.width - piece - 6 * pen;
  const left = ((size.width - Math.min(longest, room * 0.62) - piece - 6 * pen) / size.width) * end;
  const px = end / size.width;
  return shown.flatMap((curve, index) => {
    const at = {
      x: left + (piece + 4 * pen) * px,
      y: top - index * step,
      label: cut(curve.label, Math.min(longest, room * 0.62), font, 'bold'),
    };
    return [
      Plot.link([at], {
        x1: left,
        x2: left + piece * px,
        y1: 'y',
        y2: 'y',
        stroke: curve.main ? ink.accent : ink.grey,
        strokeWidth: (curve.main ? 2.25 : 1.5) * pen,
      }),
      Plot.text([at], {
        x: 'x',
        y: 'y',
        text: 'label',
        textAnchor: 'start',
        fontSize: font,
        fontWeight: curve.main ? 600 : 400,
        fill: curve.main ? ink.accent : ink.muted,
        stroke: ink.paper,
        strokeWidth: 4 * pen,
      }),
    ];
  });
}
