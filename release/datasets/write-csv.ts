import { createReadStream, createWriteStream, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { formulaStart } from '../../base/csv-text.ts';
import { type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { staged } from './stage.ts';
import type { CsvStyle, DatasetColumn, FieldType } from './types.ts';

/**
 * Writes the staged table as CSV: UTF-8, lines end in LF, nothing is an empty cell, numbers stand in
 * decimal without trailing zeros, days as 2026-09-30. A text that a spreadsheet would run as a formula
 * gets an apostrophe; numbers stay numbers. DuckDB writes it.
 */
export async function writeCsv(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  style: CsvStyle = {},
): Promise<void> {
  const cells = columns.map(
    ({ name, type }) => `${csvCell(name, type, style)} as ${sqlName(name)}`,
  );
  await copyCsv(session, `select ${cells.join(', ')} from ${staged}`, file, style);
}

/** A statement's answer, whose columns are texts ready to be written. */
export async function copyCsv(
  session: Session,
  select: string,
  file: string,
  style: CsvStyle = {},
): Promise<void> {
  const delimiter = style.decimalComma ? ';' : ',';
  await session.run(
    `copy (${select}) to ${sqlString(file)} (format csv, header true, delimiter '${delimiter}', quote '"', escape '"', nullstr '')`,
  );
  if (style.bom) await prependMark(file);
}

function csvCell(name: string, type: FieldType, style: CsvStyle): string {
  const column = sqlName(name);
  if (type === 'text') return neutralText(column);
  return type === 'decimal' ? decimalText(column, style) : column;
}

/** The same in SQL as `harmlessText`. */
export function neutralText(column: string): string {
  return `case when regexp_matches(${column}, ${sqlString(formulaStart)}) then '''' || ${column} else ${column} end`;
}

/** Of a decimal with six digits: `0.250000` → `0.25`, `100.000000` → `100`. */
export function decimalText(column: string, style: CsvStyle = {}): string {
  const text = `regexp_replace(cast(${column} as varchar), '\\.?0+$', '')`;
  return style.decimalComma ? `replace(${text}, '.', ',')` : text;
}

/** DuckDB writes no byte order mark. */
async function prependMark(file: string): Promise<void> {
  const marked = `${file}.bom`;
  const out = createWriteStream(marked);
  out.write('\uFEFF');
  await pipeline(createReadStream(file), out);
  renameSync(marked, file);
}
