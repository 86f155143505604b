import type {
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBType,
  DuckDBValue,
} from '@duckdb/node-api';
import { IntegerLists } from './integer-lists.ts';

type DuckDB = typeof import('@duckdb/node-api');
// Loaded with the first session: most commands that only look at files never open one.
let duckdb: DuckDB | undefined;

/** What a query gives back to TypeScript: dates and stamps as ISO text, every integer as number. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };
export type Row = Record<string, Cell>;
export type Parameter = string | number | bigint | boolean | null;

export interface SessionOptions {
  /** Database file; in memory where absent. */
  path?: string;
  readOnly?: boolean;
  /** As DuckDB writes it, `3GB`. */
  memoryLimit?: string | undefined;
  threads?: number | undefined;
  /** Where DuckDB may spill; required for work larger than memory. */
  tempDirectory?: string;
}

/**
 * One DuckDB connection. Extensions are never downloaded. Close it; `withSession` does.
 * All SQL of the project runs through here, so that nothing else imports DuckDB.
 */
export class Session {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private readonly memoryLimit: string | undefined;

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    memoryLimit: string | undefined,
  ) {
    this.instance = instance;
    this.connection = connection;
    this.memoryLimit = memoryLimit;
  }

  /** @throws Error as DuckDB gives it, e.g. where another process holds the file */
  static async open(options: SessionOptions = {}): Promise<Session> {
    const settings: Record<string, string> = {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      access_mode: options.readOnly ? 'READ_ONLY' : 'AUTOMATIC',
    };
    if (options.memoryLimit) settings.memory_limit = options.memoryLimit;
    if (options.threads) settings.threads = String(options.threads);
    if (options.tempDirectory) settings.temp_directory = options.tempDirectory;
    duckdb ??= await import('@duckdb/node-api');
    const instance = await duckdb.DuckDBInstance.create(options.path ?? ':memory:', settings);
    const session = new Session(instance, await instance.connect(), options.memoryLimit);
    await session.run(`SET TimeZone = 'Asia/Jakarta'`);
    return session;
  }

  /** Runs one or more statements; parameters as `$1`, `$2`, ... */
  async run(sql: string, parameters: Parameter[] = []): Promise<void> {
    await this.connection.run(sql, parameters);
  }

  /** Small results only: large ones stay in SQL or leave by COPY. */
  async rows<T = Row>(sql: string, parameters: Parameter[] = []): Promise<T[]> {
    const reader = await this.connection.runAndReadAll(sql, parameters);
    return reader.convertRowObjects(toCell) as T[];
  }

  /** The single row of a query; `undefined` where it has none. */
  async row<T = Row>(sql: string, parameters: Parameter[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, parameters))[0];
  }

  /** A result chunk by chunk, each as arrays by column, in the query's column order. */
  async *chunks(sql: string, parameters: Parameter[] = []): AsyncGenerator<Cell[][]> {
    for await (const chunk of this.stream(sql, parameters)) {
      yield chunk.convertColumns(toCell) as Cell[][];
    }
  }

  /**
   * The same, with columns of BIGINT[] as they lie in memory. The result is made whole before it is read: DuckDB
   * waits for ever on some statements that are read while they run (a union of materialised parts over a million
   * reports).
   */
  async *columns(
    sql: string,
    parameters: Parameter[] = [],
  ): AsyncGenerator<(Cell[] | IntegerLists)[]> {
    const { DuckDBListVector, DuckDBBigIntVector } = duckdb as DuckDB;
    for await (const chunk of this.stream(sql, parameters, 'whole')) {
      yield Array.from({ length: chunk.columnCount }, (_, index) => {
        const vector = chunk.getColumnVector(index);
        return vector instanceof DuckDBListVector &&
          vector.childVector instanceof DuckDBBigIntVector
          ? new IntegerLists(vector)
          : (chunk.convertColumnValues(index, toCell) as Cell[]);
      });
    }
  }

  private async *stream(
    sql: string,
    parameters: Parameter[],
    how: 'running' | 'whole' = 'running',
  ): AsyncGenerator<DuckDBDataChunk> {
    const { connection } = this;
    const result = await (how === 'whole'
      ? connection.run(sql, parameters)
      : connection.stream(sql, parameters));
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk;
    }
  }

  /**
   * Appends text columns to an existing table whose columns are all VARCHAR, column-wise.
   * @param columns one array per column of the table, equally long
   */
  async appendText(table: string, columns: (string | null)[][]): Promise<void> {
    const { DuckDBDataChunk, VARCHAR } = duckdb as DuckDB;
    const appender = await this.connection.createAppender(table);
    const length = columns[0]?.length ?? 0;
    const types = columns.map(() => VARCHAR);
    for (let start = 0; start < length; start += 2048) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setColumns(columns.map((column) => column.slice(start, start + 2048)));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /**
   * Drops the temporary tables and gives all memory that is free back to the system, before the session is closed.
   * DuckDB itself keeps what it had; it lets go of it where its limit is set, be it to what it was.
   */
  async dropTemporaryTables(): Promise<void> {
    const tables = await this.rows<{ name: string }>(
      'select table_name as name from duckdb_tables() where temporary order by all',
    );
    for (const { name } of tables) await this.run(`drop table temp.main.${sqlName(name)}`);
    // DuckDB says its own limit rounded down to a tenth of a GiB.
    const now = await this.row<{ limit: string }>(
      `select current_setting('memory_limit') as "limit"`,
    );
    const limit = this.memoryLimit ?? now?.limit;
    if (limit) await this.run(`set memory_limit = ${sqlString(limit)}`);
  }

  /** 0 to 100, or -1 where DuckDB cannot tell; call it while `run` is under way. */
  get progress(): number {
    return this.connection.progress.percentage;
  }

  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** Opens a session, hands it over and closes it, whatever happens. */
export async function withSession<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await Session.open(options);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

/** `it's` → `'it''s'`, for the few places where SQL takes no parameter (COPY, ATTACH). */
export function sqlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `a"b` → `"a""b"`. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function toCell(value: DuckDBValue, type: DuckDBType): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  const { DuckDBTypeId } = duckdb as DuckDB;
  switch (type.typeId) {
    case DuckDBTypeId.DECIMAL:
      return (value as { toDouble(): number }).toDouble();
    case DuckDBTypeId.LIST: {
      const list = type as unknown as { valueType: DuckDBType };
      return (value as { items: DuckDBValue[] }).items.map((item) => toCell(item, list.valueType));
    }
    case DuckDBTypeId.STRUCT: {
      const struct = type as unknown as { entryNames: string[]; entryTypes: DuckDBType[] };
      const entries = (value as { entries: Record<string, DuckDBValue> }).entries;
      return Object.fromEntries(
        struct.entryNames.map((name, index) => [
          name,
          toCell(entries[name] as DuckDBValue, struct.entryTypes[index] as DuckDBType),
        ]),
      );
    }
    default:
      return String(value);
  }
}
