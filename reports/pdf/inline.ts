import { collapse, type Element, hasClass, tagOf } from './dom.ts';
import { literal } from './literal.ts';

/** Either markup of ours or text of the page, which is escaped when it is joined. */
type Piece = { markup: string } | { text: string };

/** The places of a page that a link can lead to. */
export type Anchors = ReadonlySet<string>;

/** What an element says, as Typst markup on one line, without space at its ends. */
export function inline(element: Element, anchors: Anchors): string {
  return written([...element.childNodes], anchors);
}

/** The same for a run of nodes. */
export function written(nodes: readonly Element[], anchors: Anchors): string {
  const pieces: Piece[] = [];
  for (const node of nodes) collect(node, anchors, pieces, false);
  let afterSpace = true;
  for (const piece of pieces) {
    if (!('text' in piece)) continue;
    let text = collapse(piece.text);
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text) afterSpace = text.endsWith(' ');
    piece.text = text;
  }
  for (const piece of pieces.toReversed()) {
    if (!('text' in piece) || piece.text === '') continue;
    piece.text = piece.text.replace(/ $/, '');
    if (piece.text) break;
  }
  return pieces
    .map((piece) => ('markup' in piece ? piece.markup : piece.text && textMarkup(piece.text)))
    .join('');
}

/** Where a line may end inside ids and codes, which have no spaces; nothing is added to their text. */
const textMarkup = (text: string): string =>
  breakable(text)
    .map((part) => `#${literal(part)}`)
    .join('#h(0.001pt)');

/** A word longer than this is cut, after signs or else every so many letters. */
const longest = 30;
const piece = new RegExp(`.{1,${longest - 6}}`, 'gsu');

/** A text cut inside words that are too long for a line: after their signs, or where they have none. */
export function breakable(text: string): string[] {
  const parts: string[] = [''];
  for (const word of text.split(/(?<=[ ])/)) {
    const [first = '', ...rest] =
      word.length > longest ? word.split(/(?<=[_/&?=.])/).flatMap(pieces) : [word];
    parts[parts.length - 1] += first;
    parts.push(...rest);
  }
  return parts;
}

function pieces(part: string): string[] {
  return part.length > longest ? (part.match(piece) ?? []) : [part];
}

const tied = new Set(['f', 'none', 'ci']);

function collect(node: Element, anchors: Anchors, pieces: Piece[], tie: boolean): void {
  if (node.nodeType === 3) {
    const text = collapse(node.textContent);
    pieces.push({ text: tie ? text.replaceAll(' ', '\u00a0') : text });
    return;
  }
  if (node.nodeType !== 1) return;
  const tag = tagOf(node);
  if (tag === 'svg' || tag === 'style' || tag === 'script') return;
  if (tag === 'br') {
    pieces.push({ markup: '#linebreak()' });
    return;
  }
  const classes = (node.getAttribute('class') ?? '').split(/\s+/);
  const [open, close] = around(node, tag, anchors);
  pieces.push({ markup: open });
  for (const child of node.childNodes) {
    collect(child, anchors, pieces, tie || classes.some((name) => tied.has(name)));
  }
  pieces.push({ markup: close });
}

function around(node: Element, tag: string, anchors: Anchors): [string, string] {
  if (tag === 'b' && hasClass(node, 'code'))
    return [node.closest('h2') ? '#number[' : '#code[', ']'];
  if (tag === 'strong' || tag === 'b') return ['#strong[', ']'];
  if (tag === 'sup') return node.closest('td') ? ['#star[', ']'] : ['#mark[', ']'];
  if (tag === 'a') {
    const href = node.getAttribute('href') ?? '';
    if (href.startsWith('#') && anchors.has(href.slice(1))) {
      return [`#link(label(${literal(href.slice(1))}))[`, ']'];
    }
    if (/^https?:/.test(href)) return [`#link(${literal(href)})[`, ']'];
  }
  return ['', ''];
}
