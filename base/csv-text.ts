/**
 * How a text begins that a spreadsheet would run as a formula; an apostrophe before it makes it text. A pattern for
 * JavaScript and for DuckDB alike.
 */
export const formulaStart = '^[=+\\-@\\t\\r]';

const pattern = new RegExp(formulaStart);

/** A text as a cell that no spreadsheet runs. */
export function harmlessText(text: string): string {
  return pattern.test(text) ? `'${text}` : text;
}

/** A cell of CSV (RFC 4180, commas), quoted where it must be. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
