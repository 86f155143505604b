import { randomUUID } from 'node:crypto';
import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';
import { nearest } from '../base/nearest.ts';
import { sqlProblem } from './duckdb-error.ts';
import { withPublished } from './published.ts';
import { checkSelect, type ParsedSql, placeAt, type Refusal } from './select-statement.ts';
import { type Cell, type Session, sqlName, sqlString } from './session.ts';

export interface SqlColumn {
  name: string;
  /** As DuckDB writes it: `BIGINT`, `DECIMAL(18,6)`. */
  type: string;
}

/** The answer to one statement; its chunks are read while the session is open. */
export interface SqlAnswer {
  columns: SqlColumn[];
  chunks: AsyncGenerator<Cell[][]>;
  /** Reports left out because their reporter asked for secrecy; 0 where no row of a report was read. */
  leftOut: number;
}

/** A session for other people's SQL. */
export interface ReadOnlySql {
  /** Tables and their columns. */
  tables: { name: string; columns: SqlColumn[] }[];
  /**
   * Runs one SELECT.
   * @throws BuktiError `asking.sql.*`: what is wrong, where, and the nearest name
   */
  ask(sql: string): Promise<SqlAnswer>;
}

const readable = /^(dim|fct|meta)_\w+$/;

/**
 * Hands over a locked session on the published copy. It sees views of the tables that readers may
 * use, in which no report marked `rahasia` has a row and `complaint_key` is a number drawn anew for
 * each session, good for joins and nothing else; other keys are not there. Files, network, settings
 * and other databases are out of reach twice: DuckDB is locked, and of each statement only what
 * `checkSelect` knows to be harmless is run.
 * @throws BuktiError as `withPublished`
 */
export async function withReadOnlySql<T>(
  workspace: Workspace,
  work: (sql: ReadOnlySql) => Promise<T>,
): Promise<T> {
  return withPublished(workspace, async (session) => {
    const tables = await makeViews(session);
    const secret = await session.row<{ n: number }>(
      `SELECT count(*) AS n FROM bukti.main.fct_complaint WHERE anonymity = 'rahasia'`,
    );
    const system = await session.rows<{ name: string }>(
      'SELECT lower(view_name) AS name FROM duckdb_views() WHERE internal',
    );
    await session.run(
      'USE memory; SET enable_external_access = false; SET lock_configuration = true',
    );
    const reserved = new Set(system.map(({ name }) => name));
    const leftOut = secret?.n ?? 0;
    return work({ tables, ask: (sql) => ask(session, { sql, tables, reserved, leftOut }) });
  });
}

async function makeViews(session: Session): Promise<ReadOnlySql['tables']> {
  const columns = await session.rows<{
    table_name: string;
    column_name: string;
    data_type: string;
  }>(
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
    WHERE database_name = 'bukti' AND schema_name = 'main' ORDER BY table_name, column_index`,
  );
  const salt = randomUUID();
  const names = [...new Set(columns.map((column) => column.table_name))];
  for (const name of names.filter((one) => readable.test(one))) {
    const own = columns
      .filter((column) => column.table_name === name)
      .map((one) => one.column_name);
    const view = viewOf(name, own, salt);
    if (view) await session.run(`CREATE VIEW memory.main.${sqlName(name)} AS ${view}`);
  }
  const seen = await session.rows<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
    WHERE database_name = 'memory' AND NOT internal ORDER BY table_name, column_index`,
  );
  return [...new Set(seen.map((column) => column.table_name))].map((name) => ({
    name,
    columns: seen
      .filter((column) => column.table_name === name)
      .map(({ column_name, data_type }) => ({ name: column_name, type: shortType(data_type) })),
  }));
}

/** `undefined` for a fact that cannot be held against the reports, so that none slips through. */
function viewOf(name: string, columns: readonly string[], salt: string): string | undefined {
  const isFact = name.startsWith('fct_');
  if (isFact && !columns.includes('complaint_key')) return undefined;
  const list = columns
    .filter((column) => column === 'complaint_key' || !column.endsWith('_key'))
    .map((column) => {
      const source = `t.${sqlName(column)}`;
      if (column !== 'complaint_key') return source;
      return `hash(${source}, ${sqlString(salt)}) AS complaint_key`;
    });
  const from = `SELECT ${list.join(', ')} FROM bukti.main.${sqlName(name)} AS t`;
  if (!isFact) return from;
  if (name === 'fct_complaint') return `${from} WHERE t.anonymity IS DISTINCT FROM 'rahasia'`;
  return `${from} WHERE t.complaint_key NOT IN (
    SELECT complaint_key FROM bukti.main.fct_complaint WHERE anonymity = 'rahasia')`;
}

/** An ENUM is text to every reader. */
function shortType(type: string): string {
  return type.startsWith('ENUM') ? 'VARCHAR' : type;
}

interface Asked extends Pick<ReadOnlySql, 'tables'> {
  sql: string;
  reserved: ReadonlySet<string>;
  leftOut: number;
}

async function ask(session: Session, asked: Asked): Promise<SqlAnswer> {
  const { sql, tables, reserved, leftOut } = asked;
  const row = await session.row<{ parsed: string }>(
    `SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_empty := true,
      skip_default := true) AS parsed`,
    [sql],
  );
  const parsed = JSON.parse(row?.parsed ?? '{"error":true}') as ParsedSql;
  if (parsed.error_type === 'parser') throw syntaxError(sql, parsed);
  const known = new Set(tables.map(({ name }) => name));
  const checked = checkSelect(parsed, known, reserved);
  if ('refusal' in checked) throw refused(checked.refusal, asked);
  const readsReports = [...checked.tables].some((name) => name.startsWith('fct_'));
  // The statement stands on its own line, so that a comment at its end swallows nothing.
  const plain = sql.trim().replace(/;+\s*$/, '');
  try {
    const columns = await session.rows<{ column_name: string; column_type: string }>(
      `DESCRIBE ${plain}`,
    );
    return {
      columns: columns.map(({ column_name, column_type }) => ({
        name: column_name,
        type: shortType(column_type),
      })),
      chunks: guarded(session.chunks(plain), asked),
      leftOut: readsReports ? leftOut : 0,
    };
  } catch (error) {
    throw sayable(error, asked);
  }
}

async function* guarded(chunks: AsyncGenerator<Cell[][]>, asked: Asked): AsyncGenerator<Cell[][]> {
  try {
    yield* chunks;
  } catch (error) {
    throw sayable(error, asked);
  }
}

function syntaxError(sql: string, { error_message = '', position }: ParsedSql): BuktiError {
  // The grammar counts letters, all that comes after it counts bytes.
  const before = [...sql].slice(0, Number(position ?? 0)).join('');
  const place = placeAt(sql, Buffer.byteLength(before));
  const near = /at or near "(.*)"/s.exec(error_message)?.[1] ?? '';
  const params = { ...place, near: near.slice(0, 60) };
  return new BuktiError('asking.sql.syntax', params, exitStatus.usage);
}

function refused({ kind, name, offset }: Refusal, { sql, tables }: Asked): BuktiError {
  const place = offset === undefined ? { line: 1, column: 1 } : placeAt(sql, offset);
  const near = nearest(
    name,
    tables.map((table) => table.name),
  );
  const keys = {
    'not-select': 'asking.sql.not-select',
    several: 'asking.sql.several',
    empty: 'asking.sql.empty',
    qualified: 'asking.sql.qualified',
    'unknown-table': 'asking.sql.unknown-table',
    function: 'asking.sql.function',
    part: 'asking.sql.part',
  } as const;
  return new BuktiError(keys[kind], { ...place, name, near }, exitStatus.usage);
}

/** A failure of DuckDB as a sentence; values of the data stay out of it (`sqlProblem`). */
function sayable(error: unknown, { sql, tables }: Asked): BuktiError {
  const problem = sqlProblem(error);
  const column =
    /^Binder Error: (?:Referenced column|Table "\w+" does not have a column named) "([^"]+)"/.exec(
      problem.why,
    )?.[1];
  if (column !== undefined) {
    const bindings = /Candidate bindings: (.*)/s.exec(problem.why)?.[1] ?? '';
    const near = [...bindings.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
    const all = tables.flatMap((table) => table.columns.map((one) => one.name));
    const known = near.length > 0 ? near : all;
    const offset = Buffer.byteLength(sql.slice(0, Math.max(0, sql.search(wordOf(column)))));
    const params = { ...placeAt(sql, offset), name: column, near: nearest(column, known) };
    return new BuktiError('asking.sql.unknown-column', params, exitStatus.usage);
  }
  const params = { why: problem.why, line: problem.line ?? 1 };
  return new BuktiError('asking.sql.failed', params, exitStatus.usage);
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<!\\w)${name.replaceAll(/[^\w]/g, '\\$&')}(?!\\w)`, 'i');
}
