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
import { cut, textWidth, wrap } from './measure.ts';

export interface Segment extends Datum {
  label: string;
  /** The one part that stands in the accent; the others are greys. */
  accent?: boolean;
}

/** Neighbours differ enough for a grey photocopy, the accent's beside the first included. */
const greys = ['#9aa3ad', '#3d444d', '#bfc6cd', '#6f7882', '#d3d8dd', '#57606a'];

interface Placed extends Segment {
  x1: number;
  x2: number;
  fill: string;
}

/**
 * Shares of a whole as one bar, in the order given, every part labelled directly: on a page by
 * columns of text under the bar, on a phone by a row a part that repeats its piece of the bar, on a
 * card by two columns of rows, each with a square of its shade.
 * Parts need not add up to one: what is left stays empty.
 */
export function stackedBar(segments: readonly Segment[], text: ChartText, layout: Layout): string {
  const { width } = sizes[layout];
  let start = 0;
  let grey = 0;
  const placed = segments.flatMap((segment): Placed[] => {
    if (!segment.value) return [];
    const x1 = Math.min(width, start * width);
    start += segment.value;
    const fill = segment.accent ? '#1f5fa8' : (greys[grey++ % greys.length] as string);
    return [{ ...segment, x1, x2: Math.min(width, start * width), fill }];
  });
  return { wide: columns, narrow: rows, social: card }[layout](placed, text);
}

const identity = {
  margin: 0,
  x: { type: 'identity', axis: null },
  y: { type: 'identity', axis: null },
} as const;

const bar = (placed: readonly Placed[], height: number) =>
  Plot.rect(placed, {
    x1: 'x1',
    x2: 'x2',
    y1: 0,
    y2: height,
    fill: 'fill',
    insetRight: 1,
    render: traced(placed),
  });

function columns(placed: readonly Placed[], text: ChartText): string {
  const { width, font } = sizes.wide;
  const barHeight = 40;
  const gap = 18;
  const line = Math.round(font * 1.25);
  const texts = placed.map((part) => wrap(part.label, 112, font));
  const widths = placed.map((part, index) =>
    Math.max(
      ...(texts[index] as string[]).map((one) => textWidth(one, font)),
      textWidth(part.text, font, 'bold'),
    ),
  );
  // Left to right each label keeps clear of the one before, then right to left of the page's edge.
  const lefts = placed.map((part) => part.x1);
  for (let i = 1; i < lefts.length; i += 1) {
    const clear = (lefts[i - 1] as number) + (widths[i - 1] as number) + gap;
    lefts[i] = Math.max(lefts[i] as number, clear);
  }
  let limit = width;
  for (let i = lefts.length - 1; i >= 0; i -= 1) {
    lefts[i] = Math.max(0, Math.min(lefts[i] as number, limit - (widths[i] as number)));
    limit = (lefts[i] as number) - gap;
  }
  const labels = placed.map((part, index) => ({
    ...part,
    left: lefts[index] as number,
    middle: Math.min(part.x1 + 6, (part.x1 + part.x2) / 2),
    lines: (texts[index] ?? []).join('\n'),
  }));
  const top = barHeight + 22;
  const longest = Math.max(1, ...texts.map((lines) => lines.length));
  return frame(text, 'wide', {
    ...identity,
    height: top + 20 + longest * line + 4,
    marks: [
      bar(placed, barHeight),
      Plot.link(labels, {
        x1: 'middle',
        x2: (part: { left: number; middle: number }) => part.left + 1,
        y1: barHeight + 3,
        y2: top - 4,
        stroke: ink.grey,
        strokeWidth: 1,
      }),
      Plot.text(labels, {
        x: 'left',
        y: top,
        lineAnchor: 'top',
        text: 'text',
        textAnchor: 'start',
        fontSize: font,
        fontWeight: 600,
        fill: ink.text,
        render: traced(labels),
      }),
      Plot.text(labels, {
        x: 'left',
        y: top + 18,
        lineAnchor: 'top',
        text: 'lines',
        textAnchor: 'start',
        fontSize: font,
        lineHeight: 1.25,
        fill: ink.muted,
      }),
    ],
  });
}

function rows(placed: readonly Placed[], text: ChartText): string {
  const { width, font } = sizes.narrow;
  const barHeight = 28;
  const line = 15;
  let offset = barHeight + 16;
  const labels = placed.map((part) => {
    const lines = wrap(part.label, width - textWidth(part.text, font, 'bold') - 16, font);
    const y = offset;
    offset += lines.length * line + 22;
    const under = y + lines.length * line + 3;
    return { ...part, y, y1: under, y2: under + 6, lines: lines.join('\n') };
  });
  const label = {
    y: 'y',
    fontSize: font,
    fill: ink.text,
    lineAnchor: 'top',
    lineHeight: 1.25,
  } as const;
  return frame(text, 'narrow', {
    ...identity,
    height: offset - 10,
    marks: [
      bar(placed, barHeight),
      Plot.rect(labels, { x1: 0, x2: width, y1: 'y1', y2: 'y2', fill: '#f3f5f6' }),
      Plot.rect(labels, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'fill', insetRight: 1 }),
      Plot.text(labels, { ...label, x: 0, text: 'lines', textAnchor: 'start' }),
      Plot.text(labels, {
        ...label,
        x: width,
        text: 'text',
        textAnchor: 'end',
        fontWeight: 600,
        render: traced(labels),
      }),
    ],
  });
}

function card(placed: readonly Placed[], text: ChartText): string {
  const { width, font } = sizes.social;
  const room = text.room ?? socialRoom;
  const barHeight = 64;
  const perColumn = Math.ceil(placed.length / 2);
  const step = Math.min(64, (room - barHeight - 24) / Math.max(1, perColumn));
  // The two columns share the width as their words need it.
  const [first, second] = [placed.slice(0, perColumn), placed.slice(perColumn)].map((parts) =>
    Math.max(
      0,
      ...parts.map((part) => 74 + textWidth(part.label, font) + textWidth(part.text, font, 'bold')),
    ),
  ) as [number, number];
  const inner = width - 56;
  const firstWidth = Math.max(inner * 0.35, Math.min(inner * 0.65, inner - second, first + 40));
  const labels = placed.map((part, index) => ({
    ...part,
    left: index < perColumn ? 0 : firstWidth + 56,
    columnWidth: index < perColumn ? firstWidth : inner - firstWidth,
    y: barHeight + 24 + ((index % perColumn) + 0.5) * step,
  }));
  return frame(text, 'social', {
    ...identity,
    height: room,
    marks: [
      bar(placed, barHeight),
      Plot.rect(labels, {
        x1: 'left',
        x2: (part) => part.left + 26,
        y1: (part) => part.y - 13,
        y2: (part) => part.y + 13,
        fill: 'fill',
      }),
      Plot.text(labels, {
        x: (part) => part.left + 42,
        y: 'y',
        text: (part) =>
          cut(part.label, part.columnWidth - 58 - textWidth(part.text, font, 'bold'), font),
        textAnchor: 'start',
        fontSize: font,
        fill: ink.text,
      }),
      Plot.text(labels, {
        x: (part) => part.left + part.columnWidth,
        y: 'y',
        text: 'text',
        textAnchor: 'end',
        fontSize: font,
        fontWeight: 600,
        fontVariant: 'tabular-nums',
        fill: ink.text,
        render: traced(labels),
      }),
    ],
  });
}
