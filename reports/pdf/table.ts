import {
  type ColumnNeed,
  gutter,
  type Panel,
  planTable,
  type TablePlan,
  textEms,
} from './columns.ts';
import { type Element, hasClass, plain, tagOf } from './dom.ts';
import { type Anchors, breakable, inline } from './inline.ts';

export interface Row {
  cells: Element[];
  kind: 'head' | 'total' | 'unknown' | 'body';
}

/** A table of so many rows stays on one page. */
const short = 14;

/**
 * A table of the page: its caption stays with its header, its header repeats on every page, no row
 * is split, and a short table stays whole. `note`: the explanation of its signs, as markup.
 * @param room width of the page's text in points
 */
export function tableMarkup(
  table: Element,
  note: string | undefined,
  anchors: Anchors,
  room: number,
): string {
  const rows = [...table.querySelectorAll('tr')].map(toRow);
  const isWhole = rows.filter((row) => row.kind !== 'head').length <= short;
  const plan = planTable(columnNeeds(rows), room);
  const element = table.querySelector('caption');
  const caption = element ? inline(element, anchors) : '';
  const half = planTable(columnNeeds(rows), (room - between) / 2);
  const halves = halvesOf(rows, half);
  if (halves) {
    const parts = halves.map((own) => panelMarkup(own, half.panels[0] as Panel, anchors, anchors));
    const options = [
      `size: ${half.size}pt`,
      `caption: ${caption ? `[${caption}]` : 'none'}`,
      `note: ${note === undefined ? 'none' : `[${note}]`}`,
    ];
    return `#paired(${options.join(', ')},\n${parts.map((part) => `arguments(${part}),\n`).join('')})\n`;
  }
  return plan.panels
    .map((panel, index) => {
      const isLast = index === plan.panels.length - 1;
      const which = plan.panels.length > 1 ? `#" (${index + 1}/${plan.panels.length})"` : '';
      const options = [
        `size: ${plan.size}pt`,
        `whole: ${isWhole}`,
        `caption: ${caption || which ? `[${caption}${which}]` : 'none'}`,
        `note: ${note === undefined || !isLast ? 'none' : `[${note}]`}`,
      ];
      return `#figures(${options.join(', ')},\n${panelMarkup(rows, panel, anchors, isWhole ? anchors : new Set(), isWhole ? 0 : lastTogether)})\n`;
    })
    .join('');
}

/** So many last rows of a longer table keep together: fewer never stand alone on a page. */
const lastTogether = 6;

/** Between the halves of a table, in points. */
const between = 36;

/**
 * A long and narrow table stands in two halves side by side, each with its header, where no text
 * needs a second line there. `plan`: of a half.
 */
function halvesOf(rows: readonly Row[], plan: TablePlan): Row[][] | undefined {
  const [panel] = plan.panels;
  const head = rows.filter((row) => row.kind === 'head');
  const body = rows.filter((row) => row.kind === 'body');
  if (plan.panels.length > 1 || !panel || body.length < 10 || body.length > 48) return undefined;
  if (head.length + body.length < rows.length || panel.columns.length > 3) return undefined;
  if (rows.some((row) => row.cells.some((cell) => spanOf(cell) > 1))) return undefined;
  const fits = ({ cells }: Row) =>
    cells.every((cell, index) => textEms(plain(cell)) * plan.size <= (panel.widths[index] ?? 0));
  if (!body.every(fits)) return undefined;
  const half = Math.ceil(body.length / 2);
  return [
    [...head, ...body.slice(0, half)],
    [...head, ...body.slice(half)],
  ];
}

/** A header that is repeated may hold no links: PDF/UA allows none in what is not read aloud. */
function panelMarkup(
  rows: readonly Row[],
  panel: Panel,
  anchors: Anchors,
  headAnchors: Anchors,
  together = 0,
): string {
  const head = rows.filter((row) => row.kind === 'head');
  const body = rows.filter((row) => row.kind !== 'head');
  const write = (list: readonly Row[]) =>
    list.map((row) => {
      // A row that spans columns is never cut into panels: it has a place for no cell but its own.
      const cells =
        row.cells.length === panel.columns.length || row.cells.some((cell) => spanOf(cell) > 1)
          ? row.cells
          : panel.columns.flatMap((column) => row.cells[column] ?? []);
      return `  ${cells.map((cell) => cellMarkup(cell, row, row.kind === 'head' ? headAnchors : anchors)).join(', ')},`;
    });
  const widths = panel.widths.map((width, index) => (width + (index ? gutter : 0)).toFixed(2));
  return [
    `columns: (${widths.map((width) => `${width}pt`).join(', ')},),`,
    `rule: ${head.length},`,
    ...(head.length > 0 ? ['table.header(', ...write(head), '),'] : []),
    ...write(body.slice(0, body.length - together)),
    ...(together > 0
      ? ['table.footer(repeat: false,', ...write(body.slice(body.length - together)), '),']
      : []),
    '',
  ].join('\n');
}

export function toRow(row: Element): Row {
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

export const spanOf = (cell: Element, name = 'colspan') => Number(cell.getAttribute(name) ?? 1);

function cellMarkup(cell: Element, row: Row, anchors: Anchors): string {
  const isLeft = cell.previousElementSibling === null || hasClass(cell, 't');
  const content = inline(cell, anchors);
  const style = row.kind === 'body' ? content : `#${row.kind}[${content}]`;
  const options = [
    ...(isLeft ? ['align: left'] : []),
    ...['colspan', 'rowspan'].flatMap((name) =>
      spanOf(cell, name) > 1 ? [`${name}: ${spanOf(cell, name)}`] : [],
    ),
  ];
  return options.length > 0 ? `table.cell(${options.join(', ')})[${style}]` : `[${style}]`;
}

/** A text of many words need not stand on one line. */
const comfortable = { first: 26, later: 42 };

/** What each column needs at a text of one point. */
export function columnNeeds(rows: readonly Row[]): ColumnNeed[] {
  const needs: ColumnNeed[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      const span = spanOf(cell);
      const own = span === 1 ? cellNeed(cell, row, column) : { tight: 0, least: 0, wish: 0 };
      for (let index = column; index < column + span; index += 1) {
        const so = needs[index] ?? { tight: 2, least: 2, wish: 2 };
        needs[index] = {
          tight: Math.max(so.tight, own.tight),
          least: Math.max(so.least, own.least),
          wish: Math.max(so.wish, own.wish),
        };
      }
      column += span;
    }
  }
  return needs;
}

function cellNeed(cell: Element, row: Row, column: number): ColumnNeed {
  const text = plain(cell);
  const bold = row.kind === 'total' ? 1.06 : 1;
  const all = textEms(text) * bold;
  const word =
    Math.max(
      0,
      ...text
        .split(/[ \t\n/–-]+/)
        .flatMap(breakable)
        .map(textEms),
    ) * bold;
  const wish = Math.max(word, Math.min(all, all / 3 + 1));
  if (row.kind === 'head') return { tight: word, least: word, wish };
  const isText = tagOf(cell) === 'th' || hasClass(cell, 't');
  if (!isText) return { tight: all, least: all, wish: all };
  const least = Math.max(word, Math.min(all, column === 0 ? 11 : 13));
  return {
    tight: word,
    least,
    wish: Math.max(least, Math.min(all, comfortable[column === 0 ? 'first' : 'later'])),
  };
}
