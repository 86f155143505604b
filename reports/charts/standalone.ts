import { escapeAttribute, type Layout, sizes } from './frame.ts';
import { tied, wrap } from './measure.ts';

/** Words around a chart that stands alone: outside a page nothing else says what it shows. */
export interface Surroundings {
  title: string;
  /** Measure, unit, period and n. */
  subtitle: string;
  /** A mark that the reader must not miss, as SINTETIS. */
  badge?: string | undefined;
  /** Signs explained and the source, a line each. */
  notes: readonly string[];
  /** What leads back to the figures: a card writes it at its foot where there is room. */
  id?: string | undefined;
}

type PageLayout = Exclude<Layout, 'social'>;

/** White space around the drawing: a phone's chart is 360 pixels wide, a page's 800. */
const margins = { narrow: 36, wide: 40 } as const satisfies Record<PageLayout, number>;
const titleFont = { narrow: 17, wide: 21 } as const satisfies Record<PageLayout, number>;

export const family = "'Plus Jakarta Sans', system-ui, sans-serif";

/**
 * A chart with its title, subtitle, notes and source in one SVG file that needs no style sheet: it may
 * be put into a document or a slide as it is. `chart` is what the functions of this folder return.
 */
export function standalone(chart: string, around: Surroundings, layout: PageLayout): string {
  const margin = margins[layout];
  const { width: inner, font } = sizes[layout];
  const width = inner + 2 * margin;
  const lines: string[] = [];
  let y = margin;
  const write = (text: string, size: number, height: number, style: string) => {
    for (const line of wrap(tied(text), inner, size, style.includes('700') ? 'bold' : 'regular')) {
      y += height;
      lines.push(
        `<text x="${margin}" y="${y - size * 0.3}" font-size="${size}" ${style}>${escapeText(line)}</text>`,
      );
    }
  };
  if (around.badge)
    write(around.badge, font, 20, 'font-weight="700" fill="#1b1f24" letter-spacing="1"');
  const size = titleFont[layout];
  write(around.title, size, Math.round(size * 1.3), 'font-weight="700" fill="#1b1f24"');
  y += 4;
  write(around.subtitle, font, Math.round(font * 1.45), 'fill="#57606a"');
  y += 18;
  const [root = '', height] = nested(chart, margin, y);
  lines.push(root);
  y += height + 14;
  for (const note of around.notes) write(note, 12, 18, 'fill="#57606a"');
  const total = Math.ceil(y + margin * 0.75);
  const labels = /aria-labelledby="([^"]*)"/.exec(chart)?.[1] ?? '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${labels}" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" font-family="${family}">` +
    `<rect width="${width}" height="${total}" fill="#ffffff"/>${lines.join('')}</svg>\n`
  );
}

/** The drawing as a part of another, its colours written out, valid as XML; and its height. */
export function nested(chart: string, x: number, y: number): [string, number] {
  const [tag = ''] = /^<svg[^>]*>/.exec(chart) ?? [];
  const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const [width, height] = [attribute('width'), attribute('height')];
  const opening = `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${attribute('viewBox')}" overflow="visible" fill="currentColor" color="#1b1f24" text-anchor="middle" font-size="${attribute('font-size')}">`;
  const body = chart
    .slice(tag.length)
    .replace(/var\(--[\w-]+, ?([^)]+)\)/g, '$1')
    .replaceAll('&nbsp;', '&#160;')
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi, '&amp;');
  return [opening + body, Number(height)];
}

export function escapeText(text: string): string {
  return escapeAttribute(text).replaceAll('>', '&gt;');
}
