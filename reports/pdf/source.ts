import { childBlocks, type Writer } from './blocks.ts';
import { type Element, hasClass, type Page, plain, tagOf } from './dom.ts';
import { inline } from './inline.ts';
import { literal } from './literal.ts';
import { margin, type Paper, papers, roomOf, tallOf } from './paper.ts';
import { template } from './template.ts';

export interface SourceOptions {
  paper: Paper;
  /** As every page repeats it: `2026Q3 v1`. */
  release: string;
  /** Day of the document, `2026-10-21`. */
  date: string;
  /** Stands after the last section. */
  appendix: Element;
}

/**
 * A page of ours as Typst source. Its first section is page one; its navigation becomes the
 * contents, on page two; then come its sections in their order.
 */
export function typstSource(page: Page, options: SourceOptions): string {
  const writer: Writer = {
    anchors: anchorsOf(page),
    room: roomOf(options.paper),
    tall: tallOf(options.paper),
    level: 1,
  };
  const [year, month, day] = options.date.split('-').map(Number);
  const { width, height } = papers[options.paper];
  const lang = page.documentElement.getAttribute('lang') ?? 'id';
  const name = page.querySelector('.kind');
  const marks = [...page.querySelectorAll('.marks strong')].map(plain);
  const title = page.querySelector('h1');
  const head = page.querySelector('header');
  const first = page.querySelector('main section');
  const nav = page.querySelector('nav');
  const rest = page.querySelector('.rest');
  const small = [...(head?.children ?? [])].filter((child) => hasClass(child, 'small'));
  const footer = page.querySelector('footer');
  return [
    `#let paper = (width: ${width}mm, height: ${height}mm, top: ${margin.top}mm, bottom: ${margin.bottom}mm, side: ${margin.side}mm)`,
    `#let marks = ${literal(marks.join(' · '))}`,
    `#let name = ${literal(plain(name))}`,
    `#let release = ${literal(options.release)}`,
    `#set document(title: ${literal(plain(title))}, author: "Bukti", date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
    `#set text(lang: ${literal(lang)})`,
    template,
    `#marked[#marks]`,
    `#small[#name]`,
    `#heading(level: 1, outlined: false, bookmarked: false)[${title ? inline(title, writer.anchors) : ''}]`,
    ...small.map((one) => `#small[${inline(one, writer.anchors)}]`),
    first ? childBlocks(first, writer) : '',
    '#pagebreak(weak: true)',
    nav ? `#contents(${literal(nav.getAttribute('aria-label') ?? '')})` : '',
    rest ? childBlocks(rest, writer) : others(page, first, writer),
    ending(options.appendix, footer, writer),
  ].join('\n');
}

/** So many letters of the last paragraphs keep with the footer: two lines never have a page of their own. */
const lastLetters = 900;

/** The appendix, and the footer in one block with the appendix's last paragraphs. */
function ending(appendix: Element, footer: Element | null, writer: Writer): string {
  const kept: Element[] = [];
  let letters = 0;
  for (const at of [...(appendix.querySelector('section') ?? appendix).children].reverse()) {
    letters += plain(at).length;
    if (tagOf(at) !== 'p' || letters > lastLetters) break;
    kept.unshift(at);
  }
  for (const one of kept) one.remove();
  const before = childBlocks(appendix, writer);
  const last = kept.map((one) => `#small[${inline(one, writer.anchors)}]`);
  const foot = footer ? [`#v(14pt)\n${childBlocks(footer, writer)}`] : [];
  return `${before}#block(breakable: false, width: 100%)[\n${[...last, ...foot].join('\n')}]\n`;
}

/** A page without the wrapper of its later sections. */
function others(page: Page, first: Element | null, writer: Writer): string {
  return [...page.querySelectorAll('main > section')]
    .filter((one) => one !== first)
    .map((one) => childBlocks(one, writer))
    .join('');
}

/** What links may lead to: each id once, on elements that are written with their label. */
function anchorsOf(page: Page): Set<string> {
  const owners = [...page.querySelectorAll('section[id], figure[id], dt[id]')].filter(
    (one) => tagOf(one) === 'dt' || one.querySelector(tagOf(one) === 'figure' ? 'h3, h4' : 'h2'),
  );
  return new Set(owners.map((one) => one.getAttribute('id') as string));
}
