import { csvCell } from '../../base/csv-text.ts';

/** Splits CSV text (RFC 4180, commas, UTF-8 with or without a mark) into rows; empty lines are left out. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    if (cells.length > 0 || cell !== '') rows.push([...cells, cell]);
    cells = [];
    cell = '';
  };
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at++) {
    const char = body[at] as string;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (body[at + 1] === '"') cell += body[at++];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',') {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return rows;
}

/** One line of CSV without its end. */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return cells
    .map((cell) => csvCell(cell === null || cell === undefined ? '' : String(cell)))
    .join(',');
}
