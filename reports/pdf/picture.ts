import type { Element } from './dom.ts';
import { literal } from './literal.ts';

/**
 * A chart of the page as a vector image as wide as `width`, its title and description as
 * alternative text; one that the page hides from screen readers is hidden here too.
 */
export function picture(svg: Element, width: string): string {
  const said = ['title', 'desc']
    .flatMap((tag) => svg.querySelector(tag)?.textContent.trim() || [])
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
  const source = `image(bytes(${literal(standaloneXml(svg))}), format: "svg", width: ${width}`;
  return said.length > 0
    ? `${source}, alt: ${literal(said.join(' '))})`
    : `pdf.artifact(${source}))`;
}

/** The drawing as XML that needs no style sheet: colours written out, in the shipped typeface. */
function standaloneXml(svg: Element): string {
  const text = svg.outerHTML
    .replace(/var\(--[\w-]+, ?([^)]+)\)/g, '$1')
    .replaceAll('&nbsp;', '&#160;')
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi, '&amp;');
  const end = text.indexOf('>');
  const root = text
    .slice(0, end)
    .replace(/ (?:xmlns|font-family|class|role|style|color|aria-[\w]+)="[^"]*"/g, '');
  return `${root} xmlns="http://www.w3.org/2000/svg" font-family="Plus Jakarta Sans" color="#1b1f24"${text.slice(end)}`;
}
