import { BuktiError } from '../base/index.ts';
import type { Head, HeadRow } from './head.ts';
import { type Field, fieldsOf, fold, type Layout } from './layout.ts';

/** A layout found in a file, and where its fields stand. */
export interface Found {
  head: Head;
  layout: Layout;
  headerRow: number;
  headers: string[];
  /** Index of each field's column, from 0. */
  columns: Partial<Record<Field, number>>;
  /** Headers of columns that are neither mapped nor dropped knowingly. */
  unmapped: string[];
}

const headersOf = (row: HeadRow) => row.cells.map((cell) => fold(cell ?? ''));

function columnsIn(layout: Layout, headers: string[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  for (const field of fieldsOf[layout.kind]) {
    const name = layout.headers[field]?.find((candidate) => headers.includes(candidate));
    if (name !== undefined) columns[field] = headers.indexOf(name);
  }
  return columns;
}

const missing = (layout: Layout, columns: Partial<Record<Field, number>>) =>
  layout.required.filter((field) => columns[field] === undefined);

function matches(layout: Layout, headers: string[]): boolean {
  const columns = columnsIn(layout, headers);
  if (missing(layout, columns).length > 0) return false;
  const some = layout.anyOf.length === 0 || layout.anyOf.some((f) => columns[f] !== undefined);
  return some && layout.match.every((name) => headers.includes(name));
}

function found(file: string, head: Head, layout: Layout, row: HeadRow): Found {
  const headers = headersOf(row);
  const columns = columnsIn(layout, headers);
  const used = new Set(Object.values(columns));
  for (const index of used) {
    const again = headers.indexOf(headers[index] as string, index + 1);
    if (again < 0) continue;
    const params = { file, row: row.row, column: row.cells[index] ?? '' };
    throw new BuktiError('pipelines.duplicate-header', params);
  }
  const unmapped = row.cells.filter((cell, index): cell is string => {
    const name = headers[index] as string;
    return !used.has(index) && name !== '' && !layout.drop.includes(name) && cell !== null;
  });
  const names = row.cells.map((cell) => (cell ?? '').trim());
  return { head, layout, headerRow: row.row, headers: names, columns, unmapped };
}

/** Edit distance, for the nearest header. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}

function nearest(name: string, row: HeadRow): string {
  const near = (cell: string) => distance(fold(name), fold(cell)) / Math.max(cell.length, 1);
  const cells = row.cells.filter((cell): cell is string => cell !== null && fold(cell) !== '');
  return cells.reduce((best, cell) => (near(cell) < near(best) ? cell : best), cells[0] ?? '');
}

/**
 * Finds a file's layout by its headers, wherever the header row is; the layout that knows most of
 * the headers wins, an earlier one on a tie (a user's mapping before a shipped one before ours).
 * @param heads the file's head, once per way of reading it (CSV: per delimiter; XLSX: per sheet)
 * @throws BuktiError `pipelines.missing-column`, `pipelines.no-header`, `pipelines.unknown-kind`,
 *   `pipelines.duplicate-header`
 */
export function findLayout(file: string, heads: Head[], layouts: Layout[], named: boolean): Found {
  for (const head of heads) {
    for (const row of head.rows) {
      const headers = headersOf(row);
      const fits = layouts.filter((layout) => matches(layout, headers));
      const known = (layout: Layout) =>
        Object.keys(columnsIn(layout, headers)).length + layout.match.length;
      const best = fits.reduce<Layout | undefined>(
        (top, layout) => (top && known(top) >= known(layout) ? top : layout),
        undefined,
      );
      if (best) return found(file, head, best, row);
    }
  }
  throw explain(file, heads, layouts, named);
}

/** Why no layout fits: the row that comes nearest lacks a column, or there is no header row. */
function explain(file: string, heads: Head[], layouts: Layout[], named: boolean): BuktiError {
  let best: { row: HeadRow; layout: Layout; known: number } | undefined;
  for (const head of heads) {
    for (const row of head.rows) {
      for (const layout of layouts) {
        const columns = columnsIn(layout, headersOf(row));
        const marked = layout.match.filter((name) => headersOf(row).includes(name)).length;
        const known = Object.keys(columns).length + marked;
        const enough = named ? known > 0 : known >= 2 || columns.id !== undefined;
        if (enough && known > (best?.known ?? 0)) best = { row, layout, known };
      }
    }
  }
  if (best) {
    const headers = headersOf(best.row);
    const field = missing(best.layout, columnsIn(best.layout, headers))[0] ?? best.layout.anyOf[0];
    const column = field
      ? (best.layout.labels[field] ?? field)
      : (best.layout.match.find((name) => !headers.includes(name)) ?? '');
    const params = {
      file,
      row: best.row.row,
      column,
      layout: best.layout.name,
      nearest: nearest(column, best.row),
    };
    return new BuktiError('pipelines.missing-column', params);
  }
  const like = heads.some((head) => head.rows.some((row) => row.cells.length > 1));
  const key = like ? 'pipelines.unknown-kind' : 'pipelines.no-header';
  return new BuktiError(key, { file, known: layouts.map(({ name }) => name).join(', ') });
}
