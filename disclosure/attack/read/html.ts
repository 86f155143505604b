import { type Element, type Page, parsePage } from './dom.ts';
import type { Grid, GridCell, GridRow, Passage } from './extract.ts';

/** Tables, elements that carry a figure's id, titles, and prose of a page or a drawing (SVG). */
export function readHtml(file: string, text: string): { grids: Grid[]; passages: Passage[] } {
  const whole = /<html|<body/i.test(text) ? text : `<html><body>${text}</body></html>`;
  const document = parsePage(whole);
  const language = document.documentElement?.getAttribute('lang') ?? 'id';
  const numbers = language.startsWith('en') ? 'en' : 'id';
  const grids: Grid[] = [];
  for (const [index, table] of [...document.querySelectorAll('table')].entries()) {
    const grid = gridOf(file, table, index, numbers);
    if (grid) grids.push(grid);
  }
  const figures = figuresOf(file, document, numbers);
  if (figures.rows.length > 0) grids.push(figures);
  return { grids, passages: passagesOf(file, document, numbers) };
}

function gridOf(
  file: string,
  table: Element,
  index: number,
  numbers: Grid['numbers'],
): Grid | undefined {
  const lines = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].filter((cell) => /^t[dh]$/i.test(cell.tagName)),
  );
  const [head, ...body] = lines;
  if (head === undefined || head.length < 2 || body.length === 0) return undefined;
  const name = textOf(table.querySelector('caption')) || `table ${index + 1}`;
  const rows = body.map(
    (cells, line): GridRow => ({
      place: `${name}, row ${line + 2}`,
      cells: cells.map((cell) => cellOf(cell)),
    }),
  );
  return { file, name, numbers, header: head.map(textOf), rows };
}

function cellOf(cell: Element): GridCell {
  const raw = cell.getAttribute('data-value');
  const id = figureId(cell) ?? figureId(cell.querySelector('[data-id],[data-figure]'));
  const code = cell.getAttribute('data-code');
  const colour = colourOf(cell);
  const notes = notesOf(cell);
  return {
    text: code ?? textOf(cell),
    ...(id === undefined ? {} : { id }),
    ...(colour === undefined ? {} : { colour }),
    notes: raw === null ? notes : [...notes, raw],
  };
}

/** Elements outside tables (tiles of a map, bars, boxes) that name their figure. */
function figuresOf(file: string, document: Page, numbers: Grid['numbers']): Grid {
  const rows: GridRow[] = [];
  for (const element of document.querySelectorAll('[data-id],[data-figure]')) {
    if (element.closest('table')) continue;
    const cell = cellOf(element);
    if (cell.id === undefined) continue;
    const raw = element.getAttribute('data-value');
    rows.push({ place: cell.id, cells: [{ ...cell, text: raw ?? cell.text }] });
  }
  return { file, name: 'elements', numbers, header: ['figure'], rows };
}

function passagesOf(file: string, document: Page, numbers: Grid['numbers']): Passage[] {
  const found: Passage[] = [];
  const add = (place: string, text: string) => {
    if (/\d/.test(text)) found.push({ file, place, text, numbers });
  };
  for (const element of document.querySelectorAll('title, desc, p, li, h1, h2, h3, h4, figcaption'))
    add(element.tagName.toLowerCase(), textOf(element));
  for (const element of document.querySelectorAll('text')) add('text', textOf(element));
  for (const name of ['title', 'aria-label', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`))
      add(name, element.getAttribute(name) ?? '');
  }
  for (const element of document.querySelectorAll('meta[content]'))
    add('meta', element.getAttribute('content') ?? '');
  return found;
}

function figureId(element: Element | null): string | undefined {
  return element?.getAttribute('data-id') ?? element?.getAttribute('data-figure') ?? undefined;
}

function notesOf(element: Element): string[] {
  const own = [...element.attributes]
    .filter(({ name }) => /^(title|aria-label|data-(?!id$|figure$|code$|value$))/.test(name))
    .map(({ value }) => value);
  const inside = [...element.querySelectorAll('title, [title], [aria-label]')].flatMap((inner) => [
    /^title$/i.test(inner.tagName) ? textOf(inner) : '',
    inner.getAttribute('title') ?? '',
    inner.getAttribute('aria-label') ?? '',
  ]);
  return [...own, ...inside].filter((text) => text !== '');
}

function colourOf(element: Element): string | undefined {
  const style = element.getAttribute('style') ?? '';
  const painted = /(?:background(?:-color)?|fill)\s*:\s*([^;]+)/i.exec(style)?.[1]?.trim();
  const name = element.getAttribute('class') ?? '';
  const step = /\b[\w-]*?(?:q|step|class|kelas|level|bin|shade|warna)[-_]?\d+\b/i.exec(name)?.[0];
  return painted ?? element.getAttribute('fill') ?? step;
}

function textOf(element: Element | null): string {
  if (element === null) return '';
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
