import { csvCell, harmlessText } from '../../base/csv-text.ts';
import { cellText, type Grid, gridRows } from './grid.ts';

/**
 * Comma-separated, UTF-8 without a mark, lines end in LF (RFC 4180 but for that). Numbers stand in
 * full precision with a point, null is empty. A text that a spreadsheet would take for a formula gets
 * an apostrophe before it.
 */
export async function* csvText(grid: Grid): AsyncGenerator<string> {
  const isText = grid.columns.map((column) => column.type === 'text');
  yield `${grid.columns.map((column) => csvCell(column.name)).join(',')}\n`;
  let lines = '';
  for await (const row of gridRows(grid)) {
    const cells = row.map((cell, index) => {
      const text = cellText(cell);
      return csvCell(isText[index] ? harmlessText(text) : text);
    });
    lines += `${cells.join(',')}\n`;
    if (lines.length < 65_536) continue;
    yield lines;
    lines = '';
  }
  if (lines) yield lines;
}
