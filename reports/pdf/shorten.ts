import { type Lang, message } from '../../base/index.ts';
import { escapeHtml } from '../text/html.ts';
import { lowerFirst } from '../text/voice.ts';
import { planTable } from './columns.ts';
import { type Element, hasClass, type Page, plain, tagOf } from './dom.ts';
import { columnNeeds, type Row, spanOf, toRow } from './table.ts';

/** A table of more rows than this would take pages of its own; then so many of them are printed. */
const long = { from: 60, kept: 40 };

/**
 * What paper has no room for. A matrix that is too wide for the page is turned, and has as many of its
 * rows as columns as fit, from the first; a table of more than sixty rows has its first forty, its totals
 * and its unknown; a table that declares how many rows paper needs (`data-paper`) has those. Under each stands how many there are, and where all of them are.
 * @param room width of the page's text in points
 */
export function shorten(page: Page, room: number, lang: Lang): void {
  for (const table of page.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')].map(toRow);
    const code = plain(table.querySelector('caption .code'));
    const cut =
      turn(table, rows, room) ?? firstRows(rows, Number(table.getAttribute('data-paper')));
    if (!cut) continue;
    const key = cut.what ? 'reports.pdf.shortened.turned' : 'reports.pdf.shortened.rows';
    addNote(table, message(lang, key, { ...cut, what: cut.what ?? '', code }));
  }
}

interface Cut {
  shown: number;
  all: number;
  /** What stands in the columns of a turned table. */
  what?: string;
}

/** @param declared rows that the page itself wants on paper; 0: by the length of the table */
function firstRows(rows: readonly Row[], declared: number): Cut | undefined {
  const plainRows = rows.filter(({ kind }) => kind === 'body');
  const { from, kept } = declared > 0 ? { from: declared, kept: declared } : long;
  if (plainRows.length <= from) return undefined;
  for (const { cells } of plainRows.slice(kept)) cells[0]?.parentElement?.remove();
  return { shown: kept, all: plainRows.length };
}

function turn(table: Element, rows: readonly Row[], room: number): Cut | undefined {
  const across = table.getAttribute('data-across');
  const [head, ...body] = rows;
  if (!across || !head || rows.some(({ cells }) => cells.length !== head.cells.length)) {
    return undefined;
  }
  if (rows.some(({ cells }) => cells.some((cell) => spanOf(cell) > 1))) return undefined;
  if (planTable(columnNeeds(rows), room).panels.length === 1) return undefined;
  const all = body.length;
  const caption = table.querySelector('caption')?.outerHTML ?? '';
  // What a column needs, it needs beside any others.
  table.innerHTML = caption + turnedHtml(across, head, body);
  const needs = columnNeeds([...table.querySelectorAll('tr')].map(toRow));
  for (let shown = all; shown > 0; shown -= 1) {
    if (planTable(needs.slice(0, shown + 1), room).panels.length > 1) continue;
    table.innerHTML = caption + turnedHtml(across, head, body.slice(0, shown));
    return { shown, all, what: lowerFirst(plain(head.cells[0] ?? null)) };
  }
  return undefined;
}

function turnedHtml(across: string, head: Row, body: readonly Row[]): string {
  const names = body.map(({ cells }) => `<th scope="col">${cells[0]?.innerHTML ?? ''}</th>`);
  const rows = head.cells.slice(1).map((name, index) => {
    const cells = body.map(({ cells: own }) => own[index + 1]);
    const kind = isUnknown(cells) ? ' class="unknown"' : '';
    const written = cells.map((cell) => `<td>${cell?.innerHTML ?? ''}</td>`).join('');
    return `<tr${kind}><th scope="row">${name.innerHTML}</th>${written}</tr>`;
  });
  return `<thead><tr><th scope="col">${escapeHtml(across)}</th>${names.join('')}</tr></thead><tbody>${rows.join('')}</tbody>`;
}

/** Whether every figure of a column is of what nobody recorded. */
function isUnknown(cells: readonly (Element | undefined)[]): boolean {
  const ids = cells.flatMap(
    (cell) => cell?.querySelector('[data-id]')?.getAttribute('data-id') ?? [],
  );
  return ids.length > 0 && ids.every((id) => id.includes('=unknown'));
}

/** The small print under a table; made where there is none. */
function addNote(table: Element, text: string): void {
  const outer = table.closest('.table') ?? table;
  const next = outer.nextElementSibling;
  if (next && tagOf(next) === 'p' && hasClass(next, 'small')) {
    next.insertAdjacentHTML('beforeend', ` ${escapeHtml(text)}`);
  } else outer.insertAdjacentHTML('afterend', `<p class="small">${escapeHtml(text)}</p>`);
}
