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

export interface Segment extends Datum {
  label: string;
  /** The one part that stands in the accent; the others are greys. */
  accent?: boolean;
}

const greys = ['#3d444d', '#656d76', '#8b949e', '#b1b8c0', '#d0d6dc', '#e6e9ec'];

/**
 * Shares of a whole as one bar, in the order given, each part labelled directly by a line that leads
 * down from it. Parts need not add up to one: what is left stays empty.
 */
export function stackedBar(segments: readonly Segment[], text: ChartText, layout: Layout): string {
  const { width, font } = sizes[layout];
  const barHeight = layout === 'wide' ? 40 : 32;
  const step = Math.round(font * 1.7);
  const shown = segments.filter((segment) => (segment.value ?? 0) > 0);
  let start = 0;
  let grey = 0;
  const placed = shown.map((segment, index) => {
    const x1 = start * width;
    start += segment.value ?? 0;
    const x2 = Math.min(width, start * width);
    const fill = segment.accent ? '#1f5fa8' : (greys[grey++ % greys.length] as string);
    const label = `${segment.label} ${segment.text}`;
    const anchor = Math.min(x1 + 5, (x1 + x2) / 2);
    const flip = anchor + 6 + textWidth(label, font) > width;
    return { ...segment, x1, x2, fill, label, anchor, flip, line: shown.length - 1 - index };
  });
  const y = (line: number) => barHeight + 16 + line * step;
  return frame(text, layout, {
    height: y(shown.length - 1) + font,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.rect(placed, {
        x1: 'x1',
        x2: 'x2',
        y1: 0,
        y2: barHeight,
        fill: 'fill',
        insetRight: 1,
        render: traced(placed),
      }),
      Plot.link(placed, {
        x1: 'anchor',
        x2: 'anchor',
        y1: barHeight + 2,
        y2: (segment: { line: number }) => y(segment.line) + font / 2 - 2,
        stroke: ink.grey,
        strokeWidth: 1,
      }),
      ...[false, true].map((flip) => {
        const side = placed.filter((segment) => segment.flip === flip);
        return Plot.text(side, {
          x: 'anchor',
          y: (segment: { line: number }) => y(segment.line),
          dx: flip ? -6 : 6,
          text: 'label',
          textAnchor: flip ? 'end' : 'start',
          fontSize: font,
          fill: ink.text,
          stroke: ink.paper,
          strokeWidth: 4,
          render: traced(side),
        });
      }),
    ],
  });
}
