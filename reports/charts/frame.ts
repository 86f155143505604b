import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/**
 * Every chart is laid out three times: for a phone's column, for the page's, and for a card that is
 * shared (1200 x 630 px) and must be read where it is shown 360 px wide.
 */
export type Layout = 'narrow' | 'wide' | 'social';
export const layouts = ['narrow', 'wide', 'social'] as const satisfies readonly Layout[];
/** Those that a page holds; the style sheet shows one of them. */
export const pageLayouts = ['narrow', 'wide'] as const satisfies readonly Layout[];

/**
 * Width in CSS pixels at which the text of a layout is `font` pixels high, and how many times as
 * thick as on the page its lines are.
 */
export const sizes = {
  narrow: { width: 288, font: 12, pen: 1 },
  wide: { width: 720, font: 13, pen: 1 },
  social: { width: 1128, font: 34, pen: 2.5 },
} as const satisfies Record<Layout, { width: number; font: number; pen: number }>;

/** Height in pixels that a card leaves its drawing where its words do not say another. */
export const socialRoom = 300;

/** Colours live in the style sheet as variables; these are the values for a chart that stands alone. */
export const ink = {
  text: 'var(--ink, #1b1f24)',
  muted: 'var(--muted, #57606a)',
  line: 'var(--line, #d5d9de)',
  accent: 'var(--accent, #1f5fa8)',
  pale: 'var(--pale, #d3e0f0)',
  worse: 'var(--worse, #c8641b)',
  grey: 'var(--grey, #8b949e)',
  paper: 'var(--paper, #ffffff)',
} as const;

/** What a screen reader hears: a title, and one sentence that reads the data. */
export interface ChartText {
  /** Unique on the page; letters, digits and hyphens. */
  key: string;
  title: string;
  description: string;
  /** Height in pixels that a drawing on a card has. */
  room?: number;
}

/**
 * One figure as a mark: the id and value go onto the mark, `text` is how the value is written. An
 * empty id is a place without a figure.
 */
export interface Datum {
  id: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
  text: string;
  provisional?: boolean;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

interface Node {
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getAttribute(name: string): string | null;
  remove(): void;
  prepend(node: Node): void;
  append(node: Node): void;
  textContent: string;
  tagName: string;
  childNodes: Iterable<Node>;
  querySelectorAll(selector: string): Iterable<Node>;
  outerHTML: string;
}

type RenderFunction = Plot.RenderFunction;

/**
 * A render transform that writes `data-id` and `data-value` of each datum onto its mark, so that the
 * numbers of a chart can be read and compared with those of its table.
 */
export function traced(data: readonly Datum[]): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    const marks = group ? [...(group as unknown as Node).childNodes] : [];
    marks.forEach((mark, position) => {
      const datum = data[index[position] as number];
      if (!datum?.id) return;
      mark.setAttribute('data-id', datum.id);
      if (datum.value !== null) mark.setAttribute('data-value', String(datum.value));
    });
    return group;
  };
}

const rounded = (text: string) =>
  text.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));

/**
 * Draws with Observable Plot on the server and returns one SVG, byte for byte the same for the same
 * input: role `img`, title and description inside, coordinates rounded to a hundredth of a pixel.
 */
export function frame(text: ChartText, layout: Layout, options: Plot.PlotOptions): string {
  const { width, font } = sizes[layout];
  const plot = Plot.plot({
    document: document as never,
    width,
    className: 'plot',
    ...options,
  } as Plot.PlotOptions);
  return finish(plot as unknown as Node, text, layout, font);
}

function finish(svg: Node, text: ChartText, layout: Layout, font: number): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const node of svg.querySelectorAll('*')) {
    node.removeAttribute('aria-label');
    node.removeAttribute('aria-hidden');
    for (const name of [
      'd',
      'transform',
      'x',
      'y',
      'x1',
      'x2',
      'y1',
      'y2',
      'width',
      'height',
      'cx',
      'cy',
    ]) {
      const value = node.getAttribute(name);
      if (value !== null) node.setAttribute(name, rounded(value));
    }
  }
  const key = `${text.key}-${layout}`;
  const make = (tag: string, id: string, content: string) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag) as unknown as Node;
    node.setAttribute('id', id);
    node.textContent = content;
    return node;
  };
  svg.prepend(make('desc', `${key}-d`, text.description));
  svg.prepend(make('title', `${key}-t`, text.title));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${key}-t ${key}-d`);
  svg.setAttribute('class', `chart ${layout}`);
  svg.setAttribute('font-size', String(font));
  svg.setAttribute('font-family', 'inherit');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return svg.outerHTML;
}

/** For the few charts that are written without Plot. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
