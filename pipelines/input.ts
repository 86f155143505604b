import { type Session, sqlName, sqlString } from '../warehouse/index.ts';
import type { Found } from './find-layout.ts';
import { fillSheetTable } from './sheet-table.ts';

/** A file as SQL sees it: columns `c0`, `c1`, ... as VARCHAR, only those asked for are read. */
export interface Input {
  /** FROM clause. */
  relation: string;
  /** SQL of a hash over the whole row. */
  hash: string;
  /** SQL that is true for a row without any value. */
  blank: string;
  /** FROM clause with the column `row_no`, the row as a spreadsheet counts it; may be slow. */
  numbered: string;
}

/** How a CSV that is not quite one is read (see landing.ts). */
export interface CsvLeniency {
  /** Rows of a wrong shape are put aside as rejects. */
  skipBroken: boolean;
  /** Line ends of both kinds, quotes inside unquoted text. */
  loose: boolean;
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);

/** DuckDB takes file names as patterns; a real `[` or `*` must not act as one. */
export function plainPath(file: string): string {
  return sqlString(file.replace(/[[*?]/g, '[$&]'));
}

function csvSql(file: string, found: Found, skip: number, header: boolean, how: CsvLeniency) {
  const columns = names(found.headers.length).map((name) => `'${name}': 'VARCHAR'`);
  const options = [
    'auto_detect = false',
    `header = ${header}`,
    `skip = ${skip}`,
    `delim = ${sqlString(found.head.delimiter ?? ',')}`,
    `quote = '"'`,
    `escape = '"'`,
    `nullstr = ['', '-']`,
    `columns = {${columns.join(', ')}}`,
  ];
  if (how.skipBroken) options.push('store_rejects = true', 'rejects_limit = 0');
  if (how.loose) options.push('strict_mode = false');
  return `read_csv(${plainPath(file)}, ${options.join(', ')})`;
}

/** The number of records that DuckDB must skip so that the header row comes first. */
async function skipOf(session: Session, file: string, found: Found, how: CsvLeniency) {
  const expected = found.headers[0] ?? '';
  const guess = found.headerRow - 1;
  for (const skip of [guess, ...Array(guess).keys()]) {
    const sql = `SELECT c0 FROM ${csvSql(file, found, skip, false, { ...how, skipBroken: true })} LIMIT 1`;
    const first = await session.row<{ c0: string | null }>(sql);
    if ((first?.c0 ?? '').replace(/^\ufeff/, '').trim() === expected) return skip;
  }
  return guess;
}

async function csvInput(session: Session, file: string, found: Found, how: CsvLeniency) {
  const skip = await skipOf(session, file, found, how);
  const relation = csvSql(file, found, skip, true, how);
  const all = names(found.headers.length).join(', ');
  return {
    relation,
    hash: `hash(${all})`,
    blank: `coalesce(${all}) IS NULL`,
    numbered: `(SELECT *, row_number() OVER () + ${found.headerRow} AS row_no FROM ${relation})`,
  };
}

function typedInput(scan: string, found: Found, row: string): Input {
  const columns = found.headers.map(
    (name, index) => `CAST(${sqlName(name)} AS VARCHAR) AS c${index}`,
  );
  const all = names(found.headers.length).join(', ');
  return {
    relation: `(SELECT ${columns.join(', ')} FROM ${scan})`,
    hash: `hash(${all})`,
    blank: `coalesce(${all}) IS NULL`,
    numbered: `(SELECT ${columns.join(', ')}, ${row} AS row_no FROM ${scan})`,
  };
}

/**
 * Makes a file readable in SQL. CSV, Parquet and NDJSON are scanned by DuckDB where they lie; of a
 * workbook only the mapped columns go into a table, and a hash of the whole row.
 */
export async function openInput(
  session: Session,
  file: string,
  found: Found,
  how: CsvLeniency,
): Promise<Input> {
  switch (found.head.format) {
    case 'csv':
      return csvInput(session, file, found, how);
    case 'parquet':
      return typedInput(
        `read_parquet(${plainPath(file)}, file_row_number = true)`,
        found,
        'file_row_number + 2',
      );
    case 'ndjson': {
      const columns = found.headers.map((name) => `${sqlString(name)}: 'VARCHAR'`).join(', ');
      const options = `format = 'newline_delimited', columns = {${columns}}`;
      return typedInput(`read_json(${plainPath(file)}, ${options})`, found, 'row_number() OVER ()');
    }
    case 'xlsx': {
      await fillSheetTable(session, file, found);
      return {
        relation: 'sheet',
        hash: 'hash(row_hash)',
        blank: 'false',
        numbered: '(SELECT * EXCLUDE (row_no), CAST(row_no AS BIGINT) AS row_no FROM sheet)',
      };
    }
  }
}
