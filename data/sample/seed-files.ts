import { readFileSync } from 'node:fs';
import { BuktiError, exitStatus, layered, type Workspace } from '../../base/index.ts';

/** Splits one CSV text (RFC 4180, comma) into rows of fields. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      row.push(field);
      field = '';
    } else if (letter === '\n') {
      row.push(field);
      rows.push(row);
      row = [];
      field = '';
    } else if (letter !== '\r') field += letter;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/**
 * The rows of a seed (`models/seeds/<name>.csv`), each by column name.
 * @throws BuktiError `sample.seed-missing`
 */
export function readSeed<Column extends string>(
  workspace: Workspace,
  name: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const file = layered(workspace.models, 'seeds', `${name}.csv`);
  if (!file) throw new BuktiError('sample.seed-missing', { name }, exitStatus.input);
  const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  const at = columns.map((column) => header.indexOf(column));
  const missing = columns.find((_, index) => at[index] === -1);
  if (missing) {
    throw new BuktiError('sample.seed-column', { file, column: missing }, exitStatus.input);
  }
  return rows.map(
    (row) =>
      Object.fromEntries(
        columns.map((column, index) => [column, row[at[index] as number] ?? '']),
      ) as Record<Column, string>,
  );
}
