import * as Plot from '@observablehq/plot';
import { type ChartText, type Datum, frame, ink, type Layout, sizes, traced } from './frame.ts';
import { ticks } from './ticks.ts';

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
  /** Days with a value written on the main curve, as 3, 5, 14, 60. */
  labelledDays: readonly number[];
}

/**
 * Cumulative incidence by working day as steps, its interval as a pale band, the horizons written on
 * the curve. The vertical axis goes from 0 to 1.
 */
export function incidenceCurve(
  curves: readonly Curve[],
  options: CurveOptions,
  text: ChartText,
  layout: Layout,
): string {
  const { font } = sizes[layout];
  const wide = layout === 'wide';
  const shown = curves.map((curve) => ({
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
  const written = apartLabels(horizons, end, layout);
  const others = shown.filter((curve) => !curve.main && curve.points.length > 0);
  const ends = shown.flatMap((curve) => {
    const last = curve.points.at(-1);
    return last ? [{ ...last, label: curve.label, main: curve.main }] : [];
  });
  // Two ends close to each other would write over one another.
  ends.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const height = wide ? 280 : 230;
  const apart =
    wide && ends.length === 2 && Math.abs((ends[0]?.value ?? 0) - (ends[1]?.value ?? 0)) < 0.08;
  const nudge = new Map(ends.map((point, index) => [point.label, apart ? (index ? 9 : -9) : 0]));
  const right = wide ? 136 : 14;
  const line = { x: 'day', y: 'value', stroke: ink.accent, curve: 'step-after' as const };
  return frame(text, layout, {
    height,
    marginLeft: 46,
    marginRight: right,
    marginTop: 16,
    marginBottom: 42,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      Plot.gridY([0.25, 0.5, 0.75, 1], { stroke: ink.line, strokeOpacity: 1 }),
      Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
        tickSize: 0,
        tickFormat: options.format,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.axisX(ticks(0, end, wide ? 5 : 4), {
        tickSize: 4,
        tickFormat: (day: number) => String(day),
        stroke: ink.muted,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.text([options.dayLabel], {
        frameAnchor: 'bottom',
        dy: 38,
        text: (label: string) => label,
        fontSize: font,
        fill: ink.muted,
      }),
      Plot.areaY(band, {
        x: 'day',
        y1: 'low',
        y2: 'high',
        fill: ink.pale,
        curve: 'step-after',
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
      ...others.map((curve) =>
        Plot.line(curve.points, {
          x: 'day',
          y: 'value',
          stroke: ink.grey,
          strokeWidth: 1.5,
          curve: 'step-after',
        }),
      ),
      Plot.line(firm, { ...line, strokeWidth: 2.25 }),
      Plot.line(loose, { ...line, strokeWidth: 2.25, strokeDasharray: '5,4' }),
      Plot.dot(points, { x: 'day', y: 'value', r: 0, render: traced(points) }),
      Plot.dot(horizons, {
        x: 'day',
        y: 'value',
        r: 3.5,
        stroke: ink.accent,
        strokeWidth: 1.75,
        fill: (point: CurvePoint) => (point.provisional ? ink.paper : ink.accent),
        render: traced(horizons),
      }),
      ...[false, true].map((atEnd) => {
        const side = written.filter((point) => point.day > end * 0.85 === atEnd);
        return Plot.text(side, {
          x: 'day',
          y: 'value',
          dy: 15,
          dx: atEnd ? 4 : 6,
          text: 'text',
          textAnchor: atEnd ? 'end' : 'start',
          fontSize: font,
          fontWeight: 600,
          fill: ink.text,
          stroke: ink.paper,
          strokeWidth: 4,
          render: traced(side),
        });
      }),
      ...(wide ? ends : []).map((point) =>
        Plot.text([point], {
          x: 'day',
          y: 'value',
          dx: 10,
          dy: nudge.get(point.label) ?? 0,
          text: 'label',
          textAnchor: 'start',
          fontSize: font,
          fontWeight: point.main ? 600 : 400,
          fill: point.main ? ink.accent : ink.muted,
        }),
      ),
      ...(wide ? [] : phoneLabels(shown, end, font)),
    ],
  });
}

const plotHeight = { wide: 222, narrow: 172 } as const;

/** Of labels that would write over one another the later day's stays; all days keep their dot. */
function apartLabels(horizons: readonly CurvePoint[], end: number, layout: Layout): CurvePoint[] {
  const width = sizes[layout].width - (layout === 'wide' ? 182 : 60);
  const kept: CurvePoint[] = [];
  for (const point of [...horizons].reverse()) {
    const clear = kept.every(
      (other) =>
        (Math.abs(other.day - point.day) / end) * width > 48 ||
        Math.abs((other.value ?? 0) - (point.value ?? 0)) * plotHeight[layout] > 15,
    );
    if (clear) kept.push(point);
  }
  return kept;
}

/** On a phone the curves are named in the empty corner under them, each with a piece of its line. */
function phoneLabels(shown: readonly Curve[], end: number, font: number): Plot.Markish[] {
  const top = 0.2 + Math.max(0, shown.length - 2) * 0.11;
  return shown.flatMap((curve, index) => {
    const at = { x: end * 0.52, y: top - index * 0.11, label: curve.label };
    const stroke = curve.main ? ink.accent : ink.grey;
    return [
      Plot.link([at], {
        x1: end * 0.42,
        x2: end * 0.5,
        y1: 'y',
        y2: 'y',
        stroke,
        strokeWidth: curve.main ? 2.25 : 1.5,
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
        strokeWidth: 4,
      }),
    ];
  });
}
