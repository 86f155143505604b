export interface TextColumn {
  title: string;
  /** Numbers stand to the right. */
  right?: boolean;
}

/** Cells as a table for the terminal, two spaces between columns, a rule under the titles. */
export function textTable(columns: readonly TextColumn[], rows: readonly string[][]): string {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((most, row) => Math.max(most, length(row[index] ?? '')), length(title)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ right }, index) => {
        const text = cells[index] ?? '';
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - length(text)));
        return right ? space + text : text + space;
      })
      .join('  ')
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  return [line(titles), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}

/** Width of the widest line of a text. */
export function widthOf(text: string): number {
  return Math.max(...text.split('\n').map(length));
}

/** Letters as they stand on a screen: a mark over a letter takes no room of its own. */
function length(text: string): number {
  return [...text.normalize('NFC')].length;
}
