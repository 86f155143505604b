import { cellText, type Grid, gridRows } from './grid.ts';

/** A table as GitHub reads it, numbers to the right. */
export async function* markdownText(grid: Grid): AsyncGenerator<string> {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  yield line(grid.columns.map((column) => escaped(column.name)));
  yield line(grid.columns.map(({ type }) => (/^(integer|number)$/.test(type) ? '--:' : '---')));
  for await (const row of gridRows(grid)) yield line(row.map((cell) => escaped(cellText(cell))));
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll(/\s+/g, ' ');
}
