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
  wrap,
} from './frame.ts';

export interface Segment extends Datum {
  label: string;
  /** The one part that stands in the accent; the others are greys. */
  accent?: boolean;
}

const greys = ['#3d444d', '#656d76', '#8b949e', '#b1b8c0', '#d0d6dc', '#e6e9ec'];

interface Placed extends Segment {
  x1: number;
  x2: number;
  fill: string;
}

/**
 * Shares of a whole as one bar, in the order given, every part labelled directly: on a page by
 * columns of text under the bar, on a phone by a row a part that repeats its piece of the bar.
 * Parts need not add up to one: what is left stays empty.
 */
export function stackedBar(segments: readonly Segment[], text: ChartText, layout: Layout): string {
  const { width } = sizes[layout];
  let start = 0;
  let grey = 0;
  const placed = segments.flatMap((segment): Placed[] => {
    if (!segment.value) return [];
    const x1 = start * width;
    start += segment.value;
    const fill = segment.accent ? '#1f5fa8' : (greys[grey++ % greys.length] as string);
    return [{ ...segment, x1, x2: Math.min(width, start * width), fill }];
  });
  return layout === 'wide' ? columns(placed, text) : rows(placed, text);
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
      ...[...(texts[index] as string[]), `${part.text} `].map((one) => textWidth(one, font)),
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
  const step = 36;
  const at = (index: number) => barHeight + 16 + index * step;
  const labels = placed.map((part, index) => ({
    ...part,
    y: at(index) + font / 2,
    y1: at(index) + font + 6,
    y2: at(index) + font + 12,
  }));
  const label = { y: 'y', fontSize: font, fill: ink.text };
  return frame(text, 'narrow', {
    ...identity,
    height: at(placed.length - 1) + step,
    marks: [
      bar(placed, barHeight),
      Plot.rect(labels, { x1: 0, x2: width, y1: 'y1', y2: 'y2', fill: '#f1f3f5' }),
      Plot.rect(labels, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'fill', insetRight: 1 }),
      Plot.text(labels, { ...label, x: 0, text: 'label', textAnchor: 'start' }),
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
