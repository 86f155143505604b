import { type Element, hasClass, tagOf } from './dom.ts';
import { type Anchors, inline, written } from './inline.ts';
import { literal } from './literal.ts';
import { picture } from './picture.ts';
import { tableMarkup } from './table.ts';

export interface Writer {
  anchors: Anchors;
  /** Width of the page's text in points. */
  room: number;
  /** Height of the page's text in points. */
  tall: number;
  /** Level of the last heading: none may be skipped. */
  level: number;
}

const containers = new Set(['div', 'main', 'article', 'body', 'header', 'footer', 'blockquote']);
const skipped = new Set(['nav', 'style', 'script', 'template', 'noscript', 'summary']);
const headings: Record<string, number> = { h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

/** The children of an element as Typst markup, one block after the other. */
export function childBlocks(parent: Element, writer: Writer): string {
  let text = '';
  let run: Element[] = [];
  const flush = () => {
    const said = written(run, writer.anchors);
    if (said) text += `#para[${said}]\n`;
    run = [];
  };
  for (const node of parent.childNodes) {
    if (node.nodeType === 1 && isBlock(node)) {
      flush();
      text += block(node, writer);
    } else run.push(node);
  }
  flush();
  return text;
}

const isBlock = (node: Element): boolean => {
  const tag = tagOf(node);
  return (
    containers.has(tag) || skipped.has(tag) || tag in headings || tag in writers || tag === 'h1'
  );
};

/** One block. Elements that are not known are read as their content. */
function block(element: Element, writer: Writer): string {
  const tag = tagOf(element);
  if (skipped.has(tag)) return '';
  const level = headings[tag];
  if (level !== undefined) return heading(element, level, writer);
  const write = writers[tag];
  if (write) return write(element, writer);
  const table = hasClass(element, 'table') ? element.querySelector('table') : null;
  if (table) return tableWithNote(table, element, writer);
  return childBlocks(element, writer);
}

const writers: Record<string, (element: Element, writer: Writer) => string> = {
  section,
  figure,
  p: paragraph,
  ul: list,
  ol: list,
  dl: definitions,
  table: (element, writer) => tableWithNote(element, element, writer),
  details: (element, writer) =>
    element.querySelector('table caption, figure, h3')
      ? childBlocks(element, writer)
      : `#para[#strong[${inline(element.querySelector('summary') ?? element, writer.anchors)}]]\n${childBlocks(element, writer)}`,
  svg: (element) => `#${picture(element, '100%')}\n`,
};

function heading(element: Element, level: number, writer: Writer, outlined = true): string {
  writer.level = Math.min(level, writer.level + 1);
  const owner = element.closest(level === 2 ? 'section' : 'figure');
  const id = owner?.getAttribute('id') ?? element.getAttribute('id');
  const options = `level: ${writer.level}${outlined && level === 2 ? '' : ', outlined: false'}`;
  const label = id && writer.anchors.has(id) ? ` #label(${literal(id)})` : '';
  return `#heading(${options}, bookmarked: true)[${inline(element, writer.anchors)}]${label}\n`;
}

function section(element: Element, writer: Writer): string {
  const inside = childBlocks(element, writer);
  return element.getAttribute('id') === 'missing' ? `#framed[\n${inside}]\n` : inside;
}

/** A chart and what belongs to it, never over two pages. */
function figure(element: Element, writer: Writer): string {
  const chart = element.querySelector('svg.wide') ?? element.querySelector('svg');
  const title = element.querySelector('figcaption h3, figcaption h4');
  const small = [...element.querySelectorAll('figcaption p')];
  const foot = [...element.children].filter((child) => tagOf(child) === 'p');
  const say = (name: string, list: readonly Element[]) =>
    list.map((one) => `#${name}[${inline(one, writer.anchors)}]\n`).join('');
  return `#together[\n${title ? heading(title, 3, writer) : ''}${say('subtitle', small)}${
    chart ? `#${picture(chart, widthOf(chart, writer))}\n` : ''
  }${say('foot', foot)}]\n`;
}

/** For the title, the lines under it and the source. */
const around = 120;

/** As wide as the text, but where the chart would be taller than a page. */
function widthOf(chart: Element, { room, tall }: Writer): string {
  const [, , width = 1, height = 1] = (chart.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const fits = ((tall - around) * width) / height;
  return fits < room ? `${fits.toFixed(1)}pt` : '100%';
}

function paragraph(element: Element, writer: Writer): string {
  if (hasNote(element.previousElementSibling) && hasClass(element, 'small')) return '';
  const before = beyondText(element, 'previousElementSibling');
  const next = beyondText(element, 'nextElementSibling');
  const leads = next !== null && (hasNote(next) || ['figure', 'details'].includes(tagOf(next)));
  const follows = element.nextElementSibling;
  const opensList = follows !== null && ['ul', 'ol'].includes(tagOf(follows));
  const sticky = opensList || (leads && before !== null && tagOf(before) in headings);
  const name = hasClass(element, 'small') ? 'small' : 'para';
  const content = inline(element, writer.anchors);
  return content ? `#${name}${sticky ? '(sticky: true)' : ''}[${content}]\n` : '';
}

/** What stands before or after an element and the paragraphs beside it: a heading, its few lines and a chart keep together. */
function beyondText(
  element: Element,
  way: 'previousElementSibling' | 'nextElementSibling',
): Element | null {
  let at = element[way];
  while (at !== null && tagOf(at) === 'p') at = at[way];
  return at;
}

const hasNote = (element: Element | null): boolean =>
  element !== null && (hasClass(element, 'table') || tagOf(element) === 'table');

/** The small print after a table explains its signs and stays with it. */
function tableWithNote(table: Element, outer: Element, writer: Writer): string {
  const next = outer.nextElementSibling;
  const isNote = next !== null && tagOf(next) === 'p' && hasClass(next, 'small');
  const note = isNote ? inline(next, writer.anchors) : undefined;
  return tableMarkup(table, note, writer.anchors, writer.room);
}

function list(element: Element, writer: Writer): string {
  const items = [...element.children].filter((child) => tagOf(child) === 'li');
  if (hasClass(element, 'findings')) return findings(items, writer);
  const name = tagOf(element) === 'ol' ? 'enum' : 'list';
  return `#held[#${name}(\n${items.map((item) => `[${itemContent(item, writer)}],\n`).join('')})]\n`;
}

function itemContent(item: Element, writer: Writer): string {
  return [...item.children].some(isBlock)
    ? childBlocks(item, writer).trim()
    : inline(item, writer.anchors);
}

/** More items than this stand closer together, so that they share page one. */
const roomy = 5;

/** Page one: a large figure, what is said of it, and its line of quarters. */
function findings(items: readonly Element[], writer: Writer): string {
  const all = items[0]?.closest('section')?.querySelectorAll('.findings li') ?? [];
  const dense = [...all].length > roomy;
  const rows = items.map((item) => {
    const big = item.querySelector('.big');
    const say = item.querySelector('.say');
    const spark = item.querySelector('svg');
    return `#finding([${big ? inline(big, writer.anchors) : ''}], [${
      say ? lines(say, writer) : itemContent(item, writer)
    }], ${spark ? picture(spark, '100%') : 'none'}, dense: ${dense})`;
  });
  return `#findings(\n${rows.map((row) => `[${row}],\n`).join('')})\n`;
}

const lines = (say: Element, writer: Writer): string =>
  [...say.children]
    .map(
      (one) => `#${hasClass(one, 'small') ? 'detail' : 'saying'}[${inline(one, writer.anchors)}]\n`,
    )
    .join('');

function definitions(element: Element, writer: Writer): string {
  const terms = [...element.querySelectorAll('dt')].map((term) => {
    const id = term.getAttribute('id');
    const label = id && writer.anchors.has(id) ? `#metadata(none)#label(${literal(id)})` : '';
    const text = term.nextElementSibling;
    const said = text && tagOf(text) === 'dd' ? inline(text, writer.anchors) : '';
    return `[#definition([${label}${inline(term, writer.anchors)}], [${said}])],\n`;
  });
  return `#definitions(\n${terms.join('')})\n`;
}
