import { type ColumnNeed, gutter, planColumns, textEms } from './columns.ts';
import { type Element, hasClass, plain, tagOf } from './dom.ts';
import { type Anchors, inline } from './inline.ts';
import type { Sheet } from './paper.ts';

interface Row {
  cells: Element[];
  kind: 'head' | 'total' | 'unknown' | 'body';
}

/**
 * A table of the page: its caption stays with its header, its header repeats on every page, no row
 * is split, and a short table stays whole. `note`: the explanation of its signs, as markup.
 */
export function tableMarkup(
  table: Element,
  note: string | undefined,
  anchors: Anchors,
  sheet: Sheet,
): string {
  const rows = [...table.querySelectorAll('tr')].map(toRow);
  const head = rows.filter((row) => row.kind === 'head');
  const body = rows.filter((row) => row.kind !== 'head');
  const plan = planColumns(columnNeeds(rows), sheet.room);
  const cells = (list: readonly Row[]) =>
    list.map((row) => `  ${row.cells.map((cell) => cellMarkup(cell, row, anchors)).join(', ')},`);
  const lines = [
    `columns: (${plan.widths.map((width, index) => `${(width + (index ? gutter : 0)).toFixed(2)}pt`).join(', ')},),`,
    `rule: ${head.length},`,
    ...(head.length > 0 ? ['table.header(', ...cells(head), '),'] : []),
    ...cells(body),
  ];
  const caption = table.querySelector('caption');
  const whole = body.length <= 14 || plan.landscape;
  const text = `#figures(size: ${plan.size}pt, whole: ${whole}, caption: ${
    caption ? `[${inline(caption, anchors)}]` : 'none'
  }, note: ${note === undefined ? 'none' : `[${note}]`},\n${lines.join('\n')}\n)\n`;
  return plan.landscape ? `#landscape[\n${text}]\n` : text;
}

function toRow(row: Element): Row {
  const isHead = row.parentElement !== null && tagOf(row.parentElement) === 'thead';
  const kind = isHead
    ? 'head'
    : hasClass(row, 'total')
      ? 'total'
      : hasClass(row, 'unknown')
        ? 'unknown'
        : 'body';
  return { cells: [...row.children], kind };
}

const span = (cell: Element, name: string) => Number(cell.getAttribute(name) ?? 1);

function cellMarkup(cell: Element, row: Row, anchors: Anchors): string {
  const isLeft = cell.previousElementSibling === null || hasClass(cell, 't');
  const content = inline(cell, anchors);
  const style = row.kind === 'body' ? content : `#${row.kind}[${content}]`;
  const options = [
    ...(isLeft ? ['align: left'] : []),
    ...['colspan', 'rowspan'].flatMap((name) =>
      span(cell, name) > 1 ? [`${name}: ${span(cell, name)}`] : [],
    ),
  ];
  return options.length > 0 ? `table.cell(${options.join(', ')})[${style}]` : `[${style}]`;
}

/** A text of many words need not stand on one line. */
const comfortable = 24;

/** What each column needs at a text of one point. */
function columnNeeds(rows: readonly Row[]): ColumnNeed[] {
  const needs: ColumnNeed[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      const width = span(cell, 'colspan');
      if (width === 1) {
        const own = cellNeed(cell, row, column);
        const so = needs[column] ?? { least: 0, wish: 0 };
        needs[column] = {
          least: Math.max(so.least, own.least),
          wish: Math.max(so.wish, own.wish),
        };
      }
      column += width;
    }
  }
  return Array.from(needs, (need) => need ?? { least: 3, wish: 3 });
}

function cellNeed(cell: Element, row: Row, column: number): ColumnNeed {
  const text = plain(cell);
  const bold = row.kind === 'total' ? 1.05 : 1;
  const all = textEms(text) * bold;
  const word = Math.max(0, ...text.split(/[\s/–-]+/).map(textEms)) * bold;
  if (row.kind === 'head') return { least: word, wish: Math.max(word, Math.min(all, all / 3 + 3)) };
  const isText = tagOf(cell) === 'th' || hasClass(cell, 't');
  if (!isText) return { least: all, wish: all };
  const least = Math.max(word, Math.min(all, column === 0 ? 11 : 7));
  return { least, wish: Math.max(least, Math.min(all, comfortable)) };
}
