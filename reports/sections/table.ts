import type { Figure } from '../../release/index.ts';
import { figureHtml } from '../text/figure.ts';
import { Html, html, join, type Part } from '../text/html.ts';
import type { Context } from './context.ts';
import { type DefinitionKey, definitionLink } from './definition-link.ts';

type Cell = Figure | Html | string | undefined;

interface Column {
  head: string;
  /** The heading links to this definition. */
  definition?: DefinitionKey;
  /** Text stands left, figures right. */
  text?: boolean;
}

export interface TableRow {
  cells: readonly Cell[];
  kind?: 'total' | 'unknown' | undefined;
}

export interface TableOptions {
  caption: string;
  /** The first column names the row. */
  columns: readonly Column[];
  rows: readonly TableRow[];
  note?: Part;
  /** The note says itself what the star stands for. */
  starSaid?: boolean;
  /** What the columns after the first have in common, where all hold the same figure: paper may turn such a table. */
  across?: string;
  /** Paper shows so many rows, and says of how many; the page and the tables file have all. */
  onPaper?: number;
}

const isFigure = (cell: Cell): cell is Figure =>
  typeof cell === 'object' && !(cell instanceof Html) && 'metric' in cell;

/** A table of figures with the signs that it uses explained under it. */
export function table(context: Context, options: TableOptions): Html {
  const figures = options.rows.flatMap((row) => row.cells.filter(isFigure));
  const signs = signsOf(context, figures, options.rows.some(isBlankIn), options.starSaid);
  const wide = options.columns.length > 2;
  const head = options.columns.map((column) => {
    const label = column.definition ? definitionLink(column.definition, column.head) : column.head;
    return html`<th scope="col"${column.text ? html` class="t"` : null}>${label}</th>`;
  });
  const body = options.rows.map((row) => {
    const cells = row.cells.map((cell, index) => {
      const content = isFigure(cell) ? figureHtml(cell, context.voice) : (cell ?? '...');
      if (index === 0) return html`<th scope="row">${content}</th>`;
      const text = options.columns[index]?.text ? html` class="t"` : null;
      return html`<td${text}>${content}</td>`;
    });
    const kind = row.kind ? html` class="${row.kind}"` : null;
    return html`<tr${kind}>${cells}</tr>`;
  });
  const notes = [options.note, ...signs].filter(Boolean);
  const short = options.rows.length <= 14 ? html` class="short"` : null;
  const across = options.across ? html` data-across="${options.across}"` : null;
  const onPaper =
    options.onPaper && options.rows.length > options.onPaper
      ? html` data-paper="${options.onPaper}"`
      : null;
  const scroll = wide ? html` tabindex="0" role="region" aria-label="${options.caption}"` : null;
  return html`<div class="table"${scroll}><table${short}${across}${onPaper}><caption><span>${options.caption}</span></caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${
    notes.length > 0 ? html`<p class="small">${join(notes, ' ')}</p>` : null
  }`;
}

/** A cell that says `...` and is no figure. */
function isBlankIn({ cells }: TableRow): boolean {
  return cells.some((cell) => cell === undefined || cell === '...');
}

function signsOf(
  context: Context,
  figures: readonly Figure[],
  hasBlank: boolean,
  starSaid = false,
): string[] {
  const has = (test: (figure: Figure) => boolean) => figures.some(test);
  return [
    (hasBlank || has((figure) => ['not_available', 'low_coverage'].includes(figure.status))) &&
      context.t('reports.sign.not-available.note'),
    has((figure) => figure.status === 'below_minimum') && context.t('reports.sign.few.note'),
    has((figure) => figure.status === 'not_reached') && context.t('reports.sign.not-reached.note'),
    !starSaid &&
      has((figure) => figure.provisional && figure.value !== null) &&
      context.t('reports.sign.provisional.note'),
  ].filter((sign) => sign !== false);
}

/** A long table folds away under its summary; `print`: paper shows it all the same. */
export function folded(summary: string, content: Html, print = false): Html {
  return html`<details${print ? html` class="print"` : null}><summary>${summary}</summary>${content}</details>`;
}
