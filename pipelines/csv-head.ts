import type { Head, HeadRow } from './head.ts';
import { headRows } from './head.ts';

const delimiters = [',', ';', '\t', '|'];

/** Splits CSV text (RFC 4180) into records; blank lines are rows without cells. */
export function csvRows(text: string, delimiter: string, limit: number): HeadRow[] {
  const rows: HeadRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    const blank = cells.length === 0 && cell === '';
    rows.push({ row: rows.length + 1, cells: blank ? [] : [...cells, cell] });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length && rows.length < limit; at++) {
    const char = text[at] as string;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endRow();
    } else cell += char;
  }
  if (rows.length < limit && (cell !== '' || cells.length > 0)) endRow();
  return rows;
}

/** The head of a CSV file, once for each delimiter that stands in it. */
export function csvHeads(text: string): Head[] {
  const body = text.replace(/^\ufeff/, '');
  return delimiters
    .filter((delimiter) => delimiter === ',' || body.includes(delimiter))
    .map((delimiter) => ({
      format: 'csv',
      delimiter,
      rows: csvRows(body, delimiter, headRows),
      metadata: [],
    }));
}
